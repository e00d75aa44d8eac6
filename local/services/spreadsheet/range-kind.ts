import type { SheetModel } from "../../engine/model/index.js";
import { printA1 } from "../../engine/model/index.js";
import type { Area } from "../../engine/types.js";
import type { ServiceContext } from "../context.js";
import { GoogleError } from "../errors.js";
import { handOut } from "../hand-out.js";
import { type Kind, stateOf } from "../kind.js";
import { extentOf } from "./extent.js";

/** A rectangle of a sheet as scripts hold it. */
export interface RangeState {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const members: Record<string, Kind<RangeState>["members"][string]> = {};

/** `Range`; its members are added by the files that each know one side of it. */
export const RANGE: Kind<RangeState> = { family: "SpreadsheetApp", name: "Range", members };

/** Adds members to `Range`. */
export function extendRange(more: Kind<RangeState>["members"]): void {
  Object.assign(members, more);
}

/**
 * The range of a sheet; Google's sentence where it lies outside the grid, once the formulas that may
 * add rows to it are computed.
 */
export function rangeOf(
  context: ServiceContext,
  sheet: SheetModel,
  row: number,
  column: number,
  rows: number,
  columns: number,
): object {
  if (row < 1) throw new GoogleError("The starting row of the range is too small.");
  if (column < 1) throw new GoogleError("The starting column of the range is too small.");
  if (rows < 1) throw new GoogleError("The number of rows in the range must be at least 1.");
  if (columns < 1) throw new GoogleError("The number of columns in the range must be at least 1.");
  const outside = () => row + rows - 1 > sheet.rows || column + columns - 1 > sheet.columns;
  if (outside()) extentOf(context, sheet);
  if (outside()) {
    throw new GoogleError("The coordinates of the range are outside the dimensions of the sheet.");
  }
  return handOut(context, RANGE, { sheet, row, column, rows, columns });
}

/** The range of an area of the workbook. */
export function rangeOfArea(context: ServiceContext, area: Area): object {
  const sheet = context.workbook.sheet(area.sheet);
  if (!sheet) throw new GoogleError("Range not found");
  return rangeOf(context, sheet, area.row, area.column, area.rows, area.columns);
}

export function rangeState(range: object): RangeState {
  return stateOf(RANGE, range);
}

/** The area that a range covers; Google's sentence where its sheet was deleted. */
export function areaOf(context: ServiceContext, range: RangeState): Area {
  const { sheet, row, column, rows, columns } = range;
  alive(context, sheet);
  return { sheet: sheet.name, row, column, rows, columns };
}

/** Throws where a sheet was deleted since the script got hold of it. */
export function alive(context: ServiceContext, sheet: SheetModel): void {
  if (!context.workbook.sheets.includes(sheet)) {
    throw new GoogleError(`Sheet ${sheet.id} not found`);
  }
}

/** A1 notation of a cell of a range, for messages. */
export function cellName(range: RangeState, row: number, column: number): string {
  return printA1({ row: range.row + row, column: range.column + column, rows: 1, columns: 1 });
}

/** Builds rows of a range's size. */
export function gridOf<T>(range: RangeState, at: (row: number, column: number) => T): T[][] {
  return Array.from({ length: range.rows }, (_, row) =>
    Array.from({ length: range.columns }, (_, column) => at(row, column)),
  );
}

/** Throws Google's sentences where the data has not the size of the range. */
export function checkSize(range: RangeState, grid: readonly (readonly unknown[])[]): void {
  if (grid.length !== range.rows) {
    throw new GoogleError(
      `The number of rows in the data does not match the number of rows in the range. The data has ${grid.length} but the range has ${range.rows}.`,
    );
  }
  const odd = grid.find((row) => row.length !== range.columns);
  if (odd) {
    throw new GoogleError(
      `The number of columns in the data does not match the number of columns in the range. The data has ${odd.length} but the range has ${range.columns}.`,
    );
  }
}
