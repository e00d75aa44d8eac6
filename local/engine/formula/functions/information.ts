import type { Value } from "../../types.js";
import { RangeReference } from "../evaluation/result.js";
import { isError, NOT_AVAILABLE } from "../values/fault.js";
import { Matrix } from "../values/matrix.js";
import type { FunctionDeclaration } from "./declaration.js";

function asks(name: string, test: (value: Value) => boolean): FunctionDeclaration {
  return { name, required: 1, takes: ["any"], run: ([value]) => test(value) };
}

function typeCode(value: Value): number {
  if (isError(value)) return 16;
  if (typeof value === "string") return 2;
  return typeof value === "boolean" ? 4 : 1;
}

/** What a value is. */
export const information: readonly FunctionDeclaration[] = [
  asks("ISBLANK", (value) => value === null),
  asks("ISERROR", isError),
  asks("ISERR", (value) => isError(value) && value.error !== "#N/A"),
  asks("ISNA", (value) => isError(value) && value.error === "#N/A"),
  asks("ISNUMBER", (value) => typeof value === "number"),
  asks("ISTEXT", (value) => typeof value === "string"),
  asks("ISNONTEXT", (value) => typeof value !== "string"),
  asks("ISLOGICAL", (value) => typeof value === "boolean"),
  {
    name: "ISFORMULA",
    required: 1,
    takes: ["range"],
    run: ([range], call) =>
      range instanceof RangeReference &&
      call.scope.workbook.content(range.sheet, range.row, range.column)?.kind === "formula",
  },
  {
    name: "N",
    required: 1,
    takes: ["value"],
    run: ([value], call) => (typeof value === "string" ? 0 : call.number(value)),
  },
  { name: "NA", required: 0, takes: [], run: () => NOT_AVAILABLE },
  {
    name: "TYPE",
    required: 1,
    takes: ["range"],
    run: ([value], call) => {
      const several = value instanceof Matrix || (value instanceof RangeReference && !value.isCell);
      return several ? 64 : typeCode(call.scalar(value));
    },
  },
];
