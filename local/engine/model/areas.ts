import type { Area } from "../types.js";

/** Rows or columns that appear (`count` > 0) or disappear (`count` < 0) from `at` on. */
export interface AxisShift {
  readonly axis: "rows" | "columns";
  readonly at: number;
  readonly count: number;
}

export function sameSheet(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

export function contains(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}

/** The part that two areas of one sheet share; `undefined` where they do not meet. */
export function intersection(a: Area, b: Area): Area | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { sheet: a.sheet, row, column, rows, columns } : undefined;
}

/** What remains of `area` without `hole`, as at most four rectangles: above, below, left, right. */
export function subtract(area: Area, hole: Area): Area[] {
  const cut = intersection(area, hole);
  if (!cut) return [area];
  const { sheet } = area;
  const bottom = cut.row + cut.rows;
  const right = cut.column + cut.columns;
  const parts: Area[] = [
    { ...area, rows: cut.row - area.row },
    { ...area, row: bottom, rows: area.row + area.rows - bottom },
    {
      sheet,
      row: cut.row,
      rows: cut.rows,
      column: area.column,
      columns: cut.column - area.column,
    },
    {
      sheet,
      row: cut.row,
      rows: cut.rows,
      column: right,
      columns: area.column + area.columns - right,
    },
  ];
  return parts.filter((part) => part.rows > 0 && part.columns > 0);
}

/** Where an interval of `length` from `start` lies after the shift; `undefined` where nothing is left. */
export function shiftInterval(
  start: number,
  length: number,
  at: number,
  count: number,
): { start: number; length: number } | undefined {
  if (count >= 0) {
    if (at <= start) return { start: start + count, length };
    return at < start + length ? { start, length: length + count } : { start, length };
  }
  const removedEnd = at - count;
  const end = start + length;
  const kept = length - Math.max(0, Math.min(end, removedEnd) - Math.max(start, at));
  if (kept === 0) return undefined;
  const removedBefore = Math.max(0, Math.min(start, removedEnd) - at);
  return { start: start - removedBefore, length: kept };
}

/** The area after rows or columns of its own sheet came or went; `undefined` where nothing is left of it. */
export function shiftArea(area: Area, shift: AxisShift): Area | undefined {
  if (shift.axis === "rows") {
    const moved = shiftInterval(area.row, area.rows, shift.at, shift.count);
    return moved && { ...area, row: moved.start, rows: moved.length };
  }
  const moved = shiftInterval(area.column, area.columns, shift.at, shift.count);
  return moved && { ...area, column: moved.start, columns: moved.length };
}
