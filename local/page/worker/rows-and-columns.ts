import type { Action, Axis } from "../messages.js";
import type { Book } from "./book.js";
import { Refusal } from "./refusal.js";

type ChangeAxis = Extract<Action, { do: "insert" | "delete" }>;
type MoveAxis = Extract<Action, { do: "move" }>;

/**
 * Inserts or deletes rows or columns; formulas, names and formats follow.
 * @throws Refusal where nothing would be left of the sheet
 */
export function changeAxis(book: Book, action: ChangeAxis): void {
  const { axis, at, count } = action;
  const sheet = book.sheet(action.sheet);
  book.check(band(sheet, axis, at, action.do === "delete" ? count : 1));
  if (action.do === "insert") {
    book.workbook.insert(sheet, axis, at, count, action.like);
    return;
  }
  if (count >= sheet[axis]) {
    const all = axis === "rows" ? "toutes les lignes" : "toutes les colonnes";
    throw new Refusal(`Impossible de supprimer ${all} d’un onglet.`);
  }
  book.workbook.delete(sheet, axis, at, count);
}

/** Moves whole rows or columns before another one: their cells and looks, formulas as they were. */
export function moveAxis(book: Book, { sheet: name, axis, from, count, before }: MoveAxis): void {
  const sheet = book.sheet(name);
  if (before >= from && before <= from + count) return;
  const first = Math.min(from, before);
  const last = Math.max(from + count, before);
  const area = band(sheet, axis, first, last - first);
  book.check(area);
  const places = Array.from({ length: last - first }, (_, at) => first + at);
  const moved = places.filter((place) => place >= from && place < from + count);
  const others = places.filter((place) => place < from || place >= from + count);
  const cut = others.filter((place) => place < before).length;
  const order = [...others.slice(0, cut), ...moved, ...others.slice(cut)];
  const read = (row: number, column: number) => {
    const at = order[axis === "rows" ? row : column] ?? 0;
    const [y, x] = axis === "rows" ? [at, area.column + column] : [area.row + row, at];
    return { content: sheet.contents.get(y, x), style: sheet.styles.get(y, x) };
  };
  const cells = Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (_, column) => read(row, column)),
  );
  book.workbook.write(area, (row, column) => cells[row]?.[column]?.content);
  book.workbook.clearStyle(area);
  book.workbook.style(area, (row, column) => cells[row]?.[column]?.style);
}

function band(sheet: ReturnType<Book["sheet"]>, axis: Axis, at: number, count: number) {
  return axis === "rows"
    ? { ...sheet.whole(), row: at, rows: count }
    : { ...sheet.whole(), column: at, columns: count };
}
