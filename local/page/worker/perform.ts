import { sortOrder } from "../../engine/model/index.js";
import type { Area } from "../../engine/types.js";
import type { Action } from "../messages.js";
import type { Book } from "./book.js";
import { copyCells } from "./copying.js";
import { enter, enterTable } from "./entering.js";
import { applyFilter } from "./filtering.js";
import { Refusal } from "./refusal.js";
import { changeAxis, moveAxis } from "./rows-and-columns.js";
import { changeSheets } from "./sheets.js";

/**
 * Does what a person asked for.
 * @returns the area to show as selected afterwards, where that is not where the person is
 * @throws Refusal where it cannot be done, Declined where the person was asked and said no
 */
export function perform(book: Book, action: Action): Area | undefined {
  const { workbook } = book;
  switch (action.do) {
    case "edit":
      enter(book, action.area, action.text);
      return undefined;
    case "clear":
      for (const area of action.areas) book.check(area);
      for (const area of action.areas) workbook.fill(area, undefined);
      return undefined;
    case "paste":
      return enterTable(book, action.at, action.rows);
    case "copy":
      return copyCells(book, action);
    case "fill":
      fillFrom(book, action.from, action.to);
      return undefined;
    case "style":
      for (const area of action.areas) book.check(area);
      for (const area of action.areas) workbook.style(area, () => undefinedForNull(action.patch));
      return undefined;
    case "clearLooks":
      for (const area of action.areas) book.check(area);
      for (const area of action.areas) workbook.clearStyle(area);
      return undefined;
    case "insert":
    case "delete":
      changeAxis(book, action);
      return undefined;
    case "move":
      moveAxis(book, action);
      return undefined;
    case "sort":
      sortRows(book, action.area, action.column, action.ascending);
      return undefined;
    case "filter":
      applyFilter(book, action.sheet, action.filter);
      return undefined;
    case "hideRows":
    case "showRows":
      changeHiddenRows(book, action.area, action.do === "showRows");
      return undefined;
    case "tabColor":
      workbook.arrange(book.sheet(action.sheet), (sheet) => {
        sheet.tabColor = action.color;
      });
      return undefined;
    case "widths":
      workbook.arrange(book.sheet(action.sheet), ({ columnWidths }) => {
        for (const [column, width] of Object.entries(action.widths)) {
          columnWidths.set(Number(column), width);
        }
      });
      return undefined;
    case "freeze":
      workbook.arrange(book.sheet(action.sheet), (sheet) => {
        sheet.frozenRows = action.rows;
        sheet.frozenColumns = action.columns;
      });
      return undefined;
    default:
      return changeSheets(book, action);
  }
}

function undefinedForNull(patch: Readonly<Record<string, unknown>>): Record<string, undefined> {
  return Object.fromEntries(
    Object.entries(patch).map(([key, value]) => [key, value ?? undefined]),
  ) as Record<string, undefined>;
}

/** Drags the fill handle: formulas follow, one number alone is repeated, two or more go on. */
function fillFrom(book: Book, from: Area, to: Area): void {
  const { workbook } = book;
  book.check(to);
  workbook.copyContents(from, to);
  const source = book.sheet(from.sheet);
  const patches = Array.from({ length: from.rows }, (_, row) =>
    Array.from({ length: from.columns }, (_, column) =>
      source.styles.get(from.row + row, from.column + column),
    ),
  );
  workbook.style(to, (row, column) => patches[row % from.rows]?.[column % from.columns]);
  continueSeries(book, from, to);
}

function continueSeries(book: Book, from: Area, to: Area): void {
  const down = to.rows > from.rows && from.rows > 1 && to.row === from.row;
  if (!down) return;
  const sheet = book.sheet(from.sheet);
  for (let column = 0; column < from.columns; column++) {
    const numbers = Array.from({ length: from.rows }, (_, row) => {
      const content = sheet.contents.get(from.row + row, from.column + column);
      return content?.kind === "value" && typeof content.value === "number"
        ? content.value
        : undefined;
    });
    const [first, second] = numbers;
    if (first === undefined || second === undefined) continue;
    const step = second - first;
    const even = numbers.every(
      (value, at) => value !== undefined && Math.abs(value - first - at * step) < 1e-9,
    );
    if (!even) continue;
    const area = {
      ...to,
      row: from.row + from.rows,
      rows: to.rows - from.rows,
      column: to.column + column,
      columns: 1,
    };
    book.workbook.write(area, (row) => ({
      kind: "value",
      value: first + (from.rows + row) * step,
    }));
  }
}

/** Hides whole rows, or shows those that are hidden; one of them at least stays in sight. */
function changeHiddenRows(book: Book, area: Area, shown: boolean): void {
  const sheet = book.sheet(area.sheet);
  const left = sheet.rows - sheet.hiddenRows.size - area.rows;
  if (!shown && left <= 0) throw new Refusal("Un onglet garde au moins une ligne visible.");
  if (shown && area.rows >= sheet.rows) applyFilter(book, sheet.name, null);
  book.workbook.filter(area, () => shown);
}

/** Sorts the rows of an area by one of its columns. */
function sortRows(book: Book, area: Area, column: number, ascending: boolean): void {
  const { workbook, calculator } = book;
  book.check(area);
  const at = column - area.column;
  if (at < 0 || at >= area.columns) throw new Refusal("La colonne du tri est hors de la plage.");
  workbook.reorder(area, sortOrder(calculator.values(area), [{ at, ascending }]));
}
