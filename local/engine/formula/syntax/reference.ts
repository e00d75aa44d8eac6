import { columnLetters, columnNumber } from "./columns.js";

/** One side of a reference; an open side lacks its row (`A2:A`) or its column (`3:3`). */
export interface Corner {
  readonly row?: number;
  readonly column?: number;
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
  readonly lastRow?: number;
  readonly lastColumn?: number;
}

const CORNER = /^(\$?)([A-Za-z]{1,3})?(\$?)(\d{1,7})?$/;

/** Reads one corner, `undefined` where the text is none. */
export function readCorner(text: string): Corner | undefined {
  const match = CORNER.exec(text);
  if (!match) return undefined;
  const [, first, letters, second, digits] = match;
  if (letters === undefined && digits === undefined) return undefined;
  if (letters === undefined) {
    return { row: Number(digits), rowFixed: first === "$" || second === "$", columnFixed: false };
  }
  return {
    column: columnNumber(letters),
    columnFixed: first === "$",
    rowFixed: second === "$",
    ...(digits === undefined ? {} : { row: Number(digits) }),
  };
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
  const rows = [first.row, last.row].filter((row) => row !== undefined);
  const columns = [first.column, last.column].filter((column) => column !== undefined);
  return {
    row: Math.min(...rows, rows.length === 0 ? 1 : Number.POSITIVE_INFINITY),
    column: Math.min(...columns, columns.length === 0 ? 1 : Number.POSITIVE_INFINITY),
    ...(rows.length === 2 ? { lastRow: Math.max(...rows) } : {}),
    ...(columns.length === 2 ? { lastColumn: Math.max(...columns) } : {}),
  };
}
