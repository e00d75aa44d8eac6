import { columnLetters, columnNumber } from "../engine/formula/syntax/columns.js";
import type { Area } from "../engine/types.js";

/** An area without its sheet: `A1` or `A1:B2`. */
export function areaAddress(area: Area, mark = ""): string {
  const cell = (row: number, column: number) => `${mark}${columnLetters(column)}${mark}${row}`;
  const first = cell(area.row, area.column);
  const last = cell(area.row + area.rows - 1, area.column + area.columns - 1);
  return first === last ? first : `${first}:${last}`;
}

/** An area with its sheet, absolute: `'Mon onglet'!$A$1:$B$2`. */
export function fullAddress(area: Area): string {
  return `'${area.sheet.replaceAll("'", "''")}'!${areaAddress(area, "$")}`;
}

const CELL = /^\$?([A-Z]{1,3})?\$?(\d+)?$/i;

/**
 * Reads `A1`, `A1:B2`, `A:B` or `2:3`, with or without `$` and a sheet name.
 * @param sheet The sheet where the text names none.
 * @param size What `A:B` and `2:3` reach.
 */
export function parseArea(
  text: string,
  sheet: string,
  size: { rows: number; columns: number },
): Area | undefined {
  const [, quotedName, plainName, address = ""] =
    /^(?:'((?:[^']|'')+)'!|([^'!]+)!)?([^!]+)$/.exec(text.trim()) ?? [];
  const [start, end = start] = address.split(":").map((part) => CELL.exec(part));
  if (!start || !end || (!start[1] && !start[2])) return undefined;
  const row = Number(start[2] ?? 1);
  const column = start[1] ? columnNumber(start[1]) : 1;
  return {
    sheet: quotedName?.replaceAll("''", "'") ?? plainName ?? sheet,
    row,
    column,
    rows: Number(end[2] ?? size.rows) - row + 1,
    columns: (end[1] ? columnNumber(end[1]) : size.columns) - column + 1,
  };
}
