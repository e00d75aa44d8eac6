import { displayCell } from "../../engine/model/index.js";
import type { Filter } from "../../engine/snapshot.js";
import type { Book } from "./book.js";

/** Puts a filter on a sheet, or takes it away: rows whose text is hidden in a column do not show. */
export function applyFilter(book: Book, name: string, filter: Filter | null): void {
  const { workbook, calculator } = book;
  const sheet = book.sheet(name);
  const before = sheet.filter;
  if (before) workbook.filter(before.area, () => true);
  workbook.arrange(sheet, (one) => {
    one.filter = filter ?? undefined;
  });
  if (!filter) return;
  const hidden = Object.entries(filter.hidden).map(
    ([column, texts]) => [Number(column), new Set(texts)] as const,
  );
  const shown = (row: number, column: number) =>
    displayCell(workbook, calculator, calculator.value(name, row, column), name, row, column);
  const data = { ...filter.area, row: filter.area.row + 1, rows: filter.area.rows - 1 };
  workbook.filter(data, (row) => hidden.every(([column, texts]) => !texts.has(shown(row, column))));
}
