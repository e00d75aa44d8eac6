import type { Area, Content } from "../../engine/types.js";
import type { Action } from "../messages.js";
import type { Book } from "./book.js";
import { repeated } from "./entering.js";

/**
 * Copies contents and looks, or one of the two; what was cut leaves its place, and its formulas stay
 * as they were.
 */
export function copyCells(book: Book, action: Extract<Action, { do: "copy" }>): Area {
  const { from, cut, only } = action;
  const size = { rows: from.rows, columns: from.columns };
  const to = { ...action.to, ...(cut ? size : repeated(action.to, from.rows, from.columns)) };
  if (cut) book.check(from);
  book.check(to);
  book.grow(to);
  const styles = taken(from, book.sheet(from.sheet).styles);
  if (cut) moveContents(book, from, to);
  else if (only === "values") writeValues(book, from, to);
  else if (only !== "looks") book.workbook.copyContents(from, to);
  if (only === "values") return to;
  book.workbook.clearStyle(to);
  book.workbook.style(to, (row, column) => styles[row % from.rows]?.[column % from.columns]);
  return to;
}

function moveContents(book: Book, from: Area, to: Area): void {
  const { workbook } = book;
  const contents = taken(from, book.sheet(from.sheet).contents);
  workbook.fill(from, undefined);
  workbook.clearStyle(from);
  workbook.write(to, (row, column) => contents[row]?.[column]);
}

/** Writes what cells show in place of their formulas; an error stays the formula that gives it. */
function writeValues({ workbook, calculator }: Book, from: Area, to: Area): void {
  const values = calculator.values(from);
  workbook.write(to, (row, column): Content | undefined => {
    const value = values[row % from.rows]?.[column % from.columns] ?? null;
    if (value === null) return undefined;
    return typeof value === "object"
      ? { kind: "formula", text: `=${value.error}` }
      : { kind: "value", value };
  });
}

/** The items of an area, row by row. */
function taken<T>(
  { row, column, rows, columns }: Area,
  grid: { get(row: number, column: number): T | undefined },
): (T | undefined)[][] {
  return Array.from({ length: rows }, (_, y) =>
    Array.from({ length: columns }, (_, x) => grid.get(row + y, column + x)),
  );
}
