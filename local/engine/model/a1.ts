import { type Corner, cellAddress, readCorner } from "../formula/index.js";

/** A rectangle in A1 notation; a side left open (`A2:A`, `3:4`) is `undefined`. */
export interface A1 {
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: number;
  readonly lastRow?: number;
  readonly lastColumn?: number;
}

/**
 * Reads `B2`, `A2:C`, `A:A`, `3:4`, with or without `$` and a sheet name (`'L''année'!A1`).
 * `undefined` where the text is no such notation.
 */
export function parseA1(text: string): A1 | undefined {
  const match = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(.+)$/.exec(text.trim());
  if (!match?.[3]) return undefined;
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2];
  const ends = match[3].split(":");
  if (ends.length > 2) return undefined;
  const [first, last] = ends.map(parseEnd);
  if (!first || (ends.length === 2 && !last)) return undefined;
  const end = last ?? first;
  if (!last && (first.row === undefined || first.column === undefined)) return undefined;
  if ((first.column === undefined) !== (end.column === undefined)) {
    if (first.column === undefined) return undefined;
  }
  return {
    sheet,
    row: ordered(first.row, end.row, Math.min),
    column: ordered(first.column, end.column, Math.min),
    lastRow: end.row === undefined ? undefined : ordered(first.row, end.row, Math.max),
    lastColumn: end.column === undefined ? undefined : ordered(first.column, end.column, Math.max),
  };
}

function ordered(
  a: number | undefined,
  b: number | undefined,
  pick: (a: number, b: number) => number,
): number | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : pick(a, b);
}

function parseEnd(text: string): Corner | undefined {
  const corner = readCorner(text);
  return corner?.row === 0 ? undefined : corner;
}

/** `A1:B2` of a rectangle, `A1` of one cell. */
export function printA1(area: {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}): string {
  const first = cellAddress(area.row, area.column);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${cellAddress(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}
