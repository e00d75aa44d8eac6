import type { CellSnapshot, SheetSnapshot, WorkbookSnapshot } from "../engine/snapshot.js";
import type { Area } from "../engine/types.js";

/** The grid that Sheets gives to a new tab. */
const LEAST = { rows: 1000, columns: 26 };

/** The size of a sheet that holds these cells. */
export function sheetSize(cells: readonly CellSnapshot[]): { rows: number; columns: number } {
  return cells.reduce(
    (size, { row, column }) => ({
      rows: Math.max(size.rows, row),
      columns: Math.max(size.columns, column),
    }),
    LEAST,
  );
}

/** A workbook read from a file: files keep neither the zone nor, for Sheets' purposes, the language. */
export function workbookSnapshot(
  sheets: readonly SheetSnapshot[],
  names: Readonly<Record<string, Area>> = {},
): WorkbookSnapshot {
  return { locale: "fr_FR", timeZone: "Europe/Paris", sheets, names, properties: {} };
}
