import type { SheetModel } from "../../engine/model/index.js";
import type { ServiceContext } from "../context.js";
import { GoogleError } from "../errors.js";
import { membersOf } from "../hand-out.js";
import type { On } from "../kind.js";
import { color } from "./color.js";
import { extentOf } from "./extent.js";
import { alive } from "./range-kind.js";
import { extendSheet } from "./sheet.js";

const { free, read, write } = membersOf<SheetModel>();

const DEFAULT_WIDTH = 100;

type Axis = "rows" | "columns";

function insert(axis: Axis, side: "before" | "after") {
  return ({ state, context, self }: On<SheetModel>, at: number, count = 1) => {
    alive(context, state);
    if (at < 1 || at > state[axis] || count < 1) outOfBounds(axis);
    context.workbook.insert(state, axis, side === "after" ? at + 1 : at, count, at);
    return self;
  };
}

function remove(axis: Axis) {
  return ({ state, context, self }: On<SheetModel>, from: number, count = 1) => {
    alive(context, state);
    if (from < 1 || count < 1 || from + count - 1 > state[axis]) outOfBounds(axis);
    const frozen = axis === "rows" ? state.frozenRows : state.frozenColumns;
    if (count === state[axis]) {
      throw new GoogleError(`You can't delete all the ${axis} on the sheet.`);
    }
    if (frozen && from <= frozen + 1 && from + count - 1 === state[axis]) {
      throw new GoogleError(`Sorry, it is not possible to delete all non-frozen ${axis}.`);
    }
    context.workbook.delete(state, axis, from, count);
    return self;
  };
}

function outOfBounds(axis: Axis): never {
  throw new GoogleError(`Those ${axis} are out of bounds.`);
}

/** A change of the sheet's looks that gives the sheet back. */
function arrange(takes: string, change: (sheet: SheetModel, ...args: never[]) => void) {
  return write(takes, ({ state, context, self }, ...args: never[]) => {
    alive(context, state);
    context.workbook.arrange(state, (sheet) => change(sheet, ...args));
    return self;
  });
}

function setWidths(sheet: SheetModel, from: number, count: number, width: number): void {
  if (from < 1 || count < 1 || from + count - 1 > sheet.columns) outOfBounds("columns");
  for (let column = from; column < from + count; column++) sheet.columnWidths.set(column, width);
}

/** Widths that hold the longest text shown, as the page would measure them: seven pixels a letter. */
function autoResize(context: ServiceContext, sheet: SheetModel, from: number, count: number): void {
  const longest = new Map<number, number>();
  for (const { row, column, item } of sheet.contents.entries()) {
    if (column < from || column >= from + count) continue;
    const value =
      item.kind === "value" ? item.value : context.calculator.value(sheet.name, row, column);
    const length = typeof value === "object" ? 0 : String(value).length;
    longest.set(column, Math.max(longest.get(column) ?? 0, length));
  }
  for (const [column, length] of longest) {
    sheet.columnWidths.set(column, Math.min(Math.max(length * 7 + 10, 21), 600));
  }
}

extendSheet({
  getMaxRows: read("", ({ state, context }) => {
    extentOf(context, state);
    return state.rows;
  }),
  getMaxColumns: read("", ({ state, context }) => {
    extentOf(context, state);
    return state.columns;
  }),
  insertRowsAfter: write("int int", insert("rows", "after")),
  insertRowAfter: write("int", insert("rows", "after")),
  insertRowsBefore: write("int int", insert("rows", "before")),
  insertRowBefore: write("int", insert("rows", "before")),
  insertRows: write("int | int int", insert("rows", "before")),
  insertColumnsAfter: write("int int", insert("columns", "after")),
  insertColumnAfter: write("int", insert("columns", "after")),
  insertColumnsBefore: write("int int", insert("columns", "before")),
  insertColumnBefore: write("int", insert("columns", "before")),
  insertColumns: write("int | int int", insert("columns", "before")),
  deleteRows: write("int int", remove("rows")),
  deleteRow: write("int", remove("rows")),
  deleteColumns: write("int int", remove("columns")),
  deleteColumn: write("int", remove("columns")),
  getFrozenRows: read("", ({ state }) => state.frozenRows),
  getFrozenColumns: read("", ({ state }) => state.frozenColumns),
  setFrozenRows: arrange("int", (sheet, rows: number) => {
    if (rows < 0 || rows >= sheet.rows) outOfBounds("rows");
    sheet.frozenRows = rows;
  }),
  setFrozenColumns: arrange("int", (sheet, columns: number) => {
    if (columns < 0 || columns >= sheet.columns) outOfBounds("columns");
    sheet.frozenColumns = columns;
  }),
  getColumnWidth: read("int", ({ state }, column: number) => {
    if (column < 1 || column > state.columns) outOfBounds("columns");
    return state.columnWidths.get(column) ?? DEFAULT_WIDTH;
  }),
  setColumnWidth: arrange("int int", (sheet, column: number, width: number) =>
    setWidths(sheet, column, 1, width),
  ),
  setColumnWidths: arrange("int int int", (sheet, from: number, count: number, width: number) =>
    setWidths(sheet, from, count, width),
  ),
  autoResizeColumn: write("int", ({ state, context, self }, column: number) => {
    context.workbook.arrange(state, (sheet) => autoResize(context, sheet, column, 1));
    return self;
  }),
  autoResizeColumns: write("int int", ({ state, context, self }, from: number, count: number) => {
    context.workbook.arrange(state, (sheet) => autoResize(context, sheet, from, count));
    return self;
  }),
  setTabColor: arrange("string?", (sheet, name: string | null) => {
    sheet.tabColor = color(name) ?? null;
  }),
  getTabColor: read("", ({ state }) => state.tabColor),
  isRowHiddenByFilter: free("int", ({ state }, row: number) => state.hiddenRows.has(row)),
});
