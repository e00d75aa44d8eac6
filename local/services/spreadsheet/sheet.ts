import { parseA1, type SheetModel } from "../../engine/model/index.js";
import type { ServiceContext } from "../context.js";
import { GoogleError } from "../errors.js";
import { handOut } from "../hand-out.js";
import { type Kind, stateOf } from "../kind.js";
import { rangeOf } from "./range-kind.js";

const members: Record<string, Kind<SheetModel>["members"][string]> = {};

/** `Sheet`; its members are added by the files that each know one side of it. */
export const SHEET: Kind<SheetModel> = { family: "SpreadsheetApp", name: "Sheet", members };

/** Adds members to `Sheet`. */
export function extendSheet(more: Kind<SheetModel>["members"]): void {
  Object.assign(members, more);
}

/** A sheet as scripts hold it. */
export function sheetOf(context: ServiceContext, sheet: SheetModel): object {
  return handOut(context, SHEET, sheet);
}

export function sheetState(sheet: object): SheetModel {
  return stateOf(SHEET, sheet);
}

/** The sheet a person looks at: the one activated last, else the first that is shown. */
export function activeSheet(context: ServiceContext): SheetModel {
  const { sheets } = context.workbook;
  const active = context.activeSheet;
  const found =
    active && sheets.includes(active)
      ? active
      : (sheets.find(({ hidden }) => !hidden) ?? sheets[0]);
  if (!found) throw new Error("The workbook has no sheet");
  return found;
}

/** Shows a sheet to the person: what is selected stays where they are on it already. */
export function goTo(context: ServiceContext, sheet: SheetModel): void {
  if (activeSheet(context) !== sheet) context.activeArea = undefined;
  context.activeSheet = sheet;
}

/** The range that is selected on a sheet; its first cell where nothing is. */
export function activeRange(context: ServiceContext, sheet: SheetModel): object {
  const { row, column, rows, columns } = activeArea(context, sheet);
  return rangeOf(context, sheet, row, column, rows, columns);
}

/** The first cell of that range. */
export function activeCell(context: ServiceContext, sheet: SheetModel): object {
  const { row, column } = activeArea(context, sheet);
  return rangeOf(context, sheet, row, column, 1, 1);
}

function activeArea(context: ServiceContext, sheet: SheetModel) {
  const selected = activeSheet(context) === sheet ? context.activeArea : undefined;
  return selected ?? { row: 1, column: 1, rows: 1, columns: 1 };
}

/** The range that an A1 text names, or a named range; on `home` where the text names no sheet. */
export function rangeByText(context: ServiceContext, home: SheetModel, text: string): object {
  const named = context.workbook.namedRange(text);
  if (named) {
    const sheet = context.workbook.sheet(named.sheet);
    if (sheet) return rangeOf(context, sheet, named.row, named.column, named.rows, named.columns);
  }
  const a1 = parseA1(text);
  const sheet = a1?.sheet === undefined ? home : context.workbook.sheet(a1.sheet);
  if (!a1 || !sheet) throw new GoogleError("Range not found");
  const row = a1.row ?? 1;
  const column = a1.column ?? 1;
  const rows = (a1.lastRow ?? sheet.rows) - row + 1;
  const columns = (a1.lastColumn ?? sheet.columns) - column + 1;
  return rangeOf(context, sheet, row, column, rows, columns);
}
