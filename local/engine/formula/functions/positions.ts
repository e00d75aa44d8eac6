import type { Call } from "../evaluation/call.js";
import { resolveReference } from "../evaluation/evaluate.js";
import { RangeReference, type Result } from "../evaluation/result.js";
import { columnLetters } from "../syntax/columns.js";
import type { Expression } from "../syntax/expression.js";
import { parse } from "../syntax/parse.js";
import { quoteSheet } from "../syntax/reference.js";
import { FormulaSyntaxError } from "../syntax/tokens.js";
import { fail } from "../values/fault.js";
import { Matrix } from "../values/matrix.js";
import { type FunctionDeclaration, ofValues } from "./declaration.js";

function place(name: string, axis: "row" | "column"): FunctionDeclaration {
  return {
    name,
    required: 0,
    takes: ["range"],
    run: ([range], call) => {
      if (range === undefined) return call.scope.home[axis];
      if (!(range instanceof RangeReference))
        return fail("#VALUE!", `${name} attend une référence.`);
      if (range.isCell || !call.scope.arrays) return range[axis];
      return axis === "row"
        ? Matrix.build(range.rows, 1, (row) => range.row + row)
        : Matrix.build(1, range.columns, (_, column) => range.column + column);
    },
  };
}

function measure(name: string, axis: "rows" | "columns"): FunctionDeclaration {
  return {
    name,
    required: 1,
    takes: ["range"],
    run: ([range], call) => {
      if (range instanceof RangeReference) return range[axis];
      return call.matrix(range)[axis];
    },
  };
}

function address(row: number, column: number, mode: number, sheet: string | undefined): string {
  if (row < 1 || column < 1) fail("#VALUE!", "ADDRESS attend une ligne et une colonne positives.");
  const columnMark = mode === 1 || mode === 3 ? "$" : "";
  const rowMark = mode === 1 || mode === 2 ? "$" : "";
  const prefix = sheet === undefined ? "" : `${quoteSheet(sheet)}!`;
  return `${prefix}${columnMark}${columnLetters(column)}${rowMark}${row}`;
}

function indirect(text: string, call: Call): Result {
  const { workbook, home } = call.scope;
  let expression: Expression | undefined;
  try {
    expression = parse(`=${text}`);
  } catch (error) {
    if (!(error instanceof FormulaSyntaxError)) throw error;
  }
  let range: RangeReference | undefined;
  if (expression?.type === "reference") {
    range = resolveReference(expression.reference, workbook, home);
  } else if (expression?.type === "name") {
    const area = workbook.namedRange(expression.name);
    if (area)
      range = new RangeReference(area.sheet, area.row, area.column, area.rows, area.columns);
  }
  if (!range)
    return fail("#REF!", `« ${text} » n’est pas une référence à une cellule ou à une plage.`);
  workbook.dependsOn(home, range);
  return range;
}

/** Where cells are, and references made from numbers or text. */
export const positions: readonly FunctionDeclaration[] = [
  place("ROW", "row"),
  place("COLUMN", "column"),
  measure("ROWS", "rows"),
  measure("COLUMNS", "columns"),
  ofValues("ADDRESS", 2, 5, ([row, column, mode, , sheet], call) =>
    address(
      call.integer(row),
      call.integer(column),
      mode === undefined || mode === null ? 1 : call.integer(mode),
      sheet === undefined ? undefined : call.text(sheet),
    ),
  ),
  {
    ...ofValues("INDIRECT", 1, 2, ([text], call) => indirect(call.text(text), call)),
    spills: true,
  },
  {
    name: "OFFSET",
    required: 3,
    spills: (args) => args.length > 3,
    takes: ["range", "value", "value", "value", "value"],
    run: ([range, rows, columns, height, width], call) => {
      if (!(range instanceof RangeReference))
        return fail("#VALUE!", "OFFSET attend une référence.");
      return call.range(
        range.sheet,
        range.row + call.integer(rows),
        range.column + call.integer(columns),
        height === undefined || height === null ? range.rows : call.integer(height),
        width === undefined || width === null ? range.columns : call.integer(width),
      );
    },
  },
];
