import { columnLetters, columnNumber } from "./columns.js";

/** One side of a reference; an open side lacks its row (`A2:A`) or its column (`3:3`). */
export interface Corner {
  readonly row?: number | undefined;
  readonly column?: number | undefined;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

/** `A1`, `$A$1:B5`, `A2:A`, `'Mon onglet'!3:3`, as written. */
export interface ReferenceText {
  /** Left out: the formula's own sheet. */
  readonly sheet?: string;
  readonly first: Corner;
  /** Left out: a single cell. */
  readonly last?: Corner;
}

/** Rectangle of a reference; an open reference has no last row or column. */
export interface Bounds {
  readonly row: number;
  readonly column: number;
  readonly lastRow?: number | undefined;
  readonly lastColumn?: number | undefined;
}

const CORNER = /^(\$?)([A-Za-z]{1,3})?(\$?)(\d{1,7})?$/;

/** Reads one corner, `undefined` where the text is none. */
export function readCorner(text: string): Corner | undefined {
  const match = CORNER.exec(text);
  if (!match) return undefined;
  const letters = match[2];
  const digits = match[4];
  if (letters === undefined && digits === undefined) return undefined;
  const row = digits === undefined ? undefined : Number(digits);
  if (letters === undefined) {
    return { row, rowFixed: match[1] === "$" || match[3] === "$", columnFixed: false };
  }
  const column = columnNumber(letters);
  return { row, column, columnFixed: match[1] === "$", rowFixed: match[3] === "$" };
}

function writeCorner(corner: Corner): string {
  const column =
    corner.column === undefined
      ? ""
      : `${corner.columnFixed ? "$" : ""}${columnLetters(corner.column)}`;
  const row = corner.row === undefined ? "" : `${corner.rowFixed ? "$" : ""}${corner.row}`;
  return column + row;
}

const PLAIN_SHEET = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const LOOKS_LIKE_CELL = /^[A-Za-z]{1,3}\d+$/;

/** A sheet's name as a formula writes it, in quotes where it needs them. */
export function quoteSheet(name: string): string {
  if (PLAIN_SHEET.test(name) && !LOOKS_LIKE_CELL.test(name)) return name;
  return `'${name.replaceAll("'", "''")}'`;
}

/** Reads a sheet prefix without its `!`. */
export function unquoteSheet(text: string): string {
  return text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;
}

/** Text of a reference. */
export function writeReference(reference: ReferenceText): string {
  const sheet = reference.sheet === undefined ? "" : `${quoteSheet(reference.sheet)}!`;
  const last = reference.last ? `:${writeCorner(reference.last)}` : "";
  return `${sheet}${writeCorner(reference.first)}${last}`;
}

/** Rectangle of a reference, corners put in order. */
export function boundsOf({ first, last }: ReferenceText): Bounds {
  if (!last) {
    const row = first.row ?? 1;
    const column = first.column ?? 1;
    return { row, column, lastRow: row, lastColumn: column };
  }
  const [row, lastRow] = ordered(first.row, last.row);
  const [column, lastColumn] = ordered(first.column, last.column);
  return { row, column, lastRow, lastColumn };
}

/** Start and end on one axis; a side left open has no end. */
function ordered(a: number | undefined, b: number | undefined): [number, number | undefined] {
  if (a === undefined || b === undefined) return [a ?? b ?? 1, undefined];
  return a <= b ? [a, b] : [b, a];
}
