import type { Value } from "../../types.js";
import type { Rectangle } from "./areaIndex.js";
import type { FormulaCell } from "./formulaCell.js";
import type { Located } from "./invalidation.js";
import type { SheetState } from "./sheetState.js";

/** Why an area does not fit in the sheet's grid, `undefined` where it does. */
export function tooSmall(sheet: SheetState, area: Rectangle): string | undefined {
  if (area.lastRow > sheet.rows) {
    return `Le résultat n’a pas été développé automatiquement : insérez plus de lignes (${area.lastRow - sheet.rows}).`;
  }
  if (area.lastColumn > sheet.columns) {
    return `Le résultat n’a pas été développé automatiquement : insérez plus de colonnes (${area.lastColumn - sheet.columns}).`;
  }
  return undefined;
}

/** A spill's area without the cell that its formula is in, as rectangles. */
export function beyondOrigin(sheet: SheetState, area: Rectangle): Located[] {
  const pieces: Located[] = [];
  if (area.lastColumn > area.column) {
    pieces.push({ sheet, area: { ...area, lastRow: area.row, column: area.column + 1 } });
  }
  if (area.lastRow > area.row) pieces.push({ sheet, area: { ...area, row: area.row + 1 } });
  return pieces;
}

/** Copies the part of a spill that lies in a range, its origin's cell aside. */
export function overlay(
  cells: Value[],
  rows: number,
  columns: number,
  range: Rectangle,
  origin: FormulaCell,
): void {
  if (!origin.spill) return;
  const { matrix, area } = origin.spill;
  const firstRow = Math.max(area.row, range.row);
  const lastRow = Math.min(area.lastRow, range.row + rows - 1);
  const firstColumn = Math.max(area.column, range.column);
  const lastColumn = Math.min(area.lastColumn, range.column + columns - 1);
  for (let row = firstRow; row <= lastRow; row += 1) {
    const start = (row - range.row) * columns - range.column;
    for (let column = firstColumn; column <= lastColumn; column += 1) {
      cells[start + column] = matrix.at(row - area.row, column - area.column);
    }
  }
}
