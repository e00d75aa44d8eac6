import type { ProtectionEntry, SheetModel } from "../../engine/model/index.js";
import type { Area } from "../../engine/types.js";
import type { ServiceContext } from "../context.js";
import { spreadsheetEnumValue } from "../enums.js";
import { handOut, membersOf } from "../hand-out.js";
import type { Kind } from "../kind.js";
import { areaOf, rangeOfArea, rangeState } from "./range-kind.js";

interface ProtectionState {
  readonly sheet: SheetModel;
  readonly entry: ProtectionEntry;
}

const { free, read, write } = membersOf<ProtectionState>();

const PROTECTION: Kind<ProtectionState> = {
  family: "SpreadsheetApp",
  name: "Protection",
  members: {
    getDescription: read("", ({ state }) => state.entry.value.description),
    isWarningOnly: read("", ({ state }) => state.entry.value.warningOnly),
    canEdit: read("", () => true),
    getProtectionType: free("", ({ state, context }) =>
      spreadsheetEnumValue(context, "ProtectionType", state.entry.kind),
    ),
    getRange: free("", ({ state, context }) =>
      rangeOfArea(context, state.entry.value.area ?? state.sheet.whole()),
    ),
    setDescription: write("string", ({ state, context, self }, description: string) => {
      change(context, state, { description });
      return self;
    }),
    setWarningOnly: write("boolean", ({ state, context, self }, warningOnly: boolean) => {
      change(context, state, { warningOnly });
      return self;
    }),
    setRange: write("Range", ({ state, context, self }, range: object) => {
      change(context, state, { area: areaOf(context, rangeState(range)) });
      return self;
    }),
    remove: write("", ({ state, context }) => {
      context.workbook.arrange(state.sheet, (sheet) => {
        sheet.protections = sheet.protections.filter((entry) => entry !== state.entry);
      });
    }),
  },
};

function change(
  context: ServiceContext,
  { sheet, entry }: ProtectionState,
  patch: Partial<ProtectionEntry["value"]>,
): void {
  context.workbook.arrange(sheet, () => {
    entry.value = { ...entry.value, ...patch };
  });
}

/** Protects an area, or the whole sheet; a sheet has one protection of itself at most. */
export function protect(context: ServiceContext, sheet: SheetModel, area?: Area): object {
  const own = area ? undefined : sheet.protections.find(({ kind }) => kind === "SHEET");
  const entry: ProtectionEntry = own ?? {
    kind: area ? "RANGE" : "SHEET",
    value: { ...(area && { area }), warningOnly: false, description: "" },
  };
  if (!own) context.workbook.arrange(sheet, () => sheet.protections.push(entry));
  return handOut(context, PROTECTION, { sheet, entry });
}

/** The protections of some sheets, of the kind `RANGE` or `SHEET`. */
export function protections(
  context: ServiceContext,
  sheets: readonly SheetModel[],
  kind: string,
): object[] {
  return sheets.flatMap((sheet) =>
    sheet.protections
      .filter((entry) => entry.kind === kind)
      .map((entry) => handOut(context, PROTECTION, { sheet, entry })),
  );
}
