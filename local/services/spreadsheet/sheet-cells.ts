import type { SheetModel } from "../../engine/model/index.js";
import { GoogleError } from "../errors.js";
import { membersOf } from "../hand-out.js";
import { extentOf } from "./extent.js";
import { alive, areaOf, rangeOf, rangeState } from "./range-kind.js";
import { rangeListOf } from "./range-list.js";
import { activeCell, activeRange, extendSheet, rangeByText } from "./sheet.js";
import { typed } from "./typed.js";

const { free, read, write } = membersOf<SheetModel>();

extendSheet({
  getRange: free(
    "int int | int int int | int int int int | string",
    ({ state, context }, first: number | string, column: number, rows = 1, columns = 1) =>
      typeof first === "string"
        ? rangeByText(context, state, first)
        : rangeOf(context, state, first, column, rows, columns),
  ),
  getRangeList: free("list", ({ state, context }, texts: string[]) =>
    rangeListOf(
      context,
      texts.map((text) => rangeByText(context, state, text)),
    ),
  ),
  getDataRange: read("", ({ state, context }) => {
    alive(context, state);
    const { rows, columns } = extentOf(context, state);
    return rangeOf(context, state, 1, 1, Math.max(rows, 1), Math.max(columns, 1));
  }),
  getLastRow: read("", ({ state, context }) => {
    alive(context, state);
    return extentOf(context, state).rows;
  }),
  getLastColumn: read("", ({ state, context }) => {
    alive(context, state);
    return extentOf(context, state).columns;
  }),
  getActiveRange: free("", ({ state, context }) => activeRange(context, state)),
  getActiveCell: free("", ({ state, context }) => activeCell(context, state)),
  setActiveRange: free("Range", ({ state, context }, range: object) => {
    const area = rangeState(range);
    if (area.sheet !== state) throw new GoogleError("The range is not on this sheet.");
    context.activeSheet = state;
    context.activeArea = area;
    return range;
  }),
  appendRow: write("list", ({ state, context, self }, cells: unknown[]) => {
    const row = extentOf(context, state).rows + 1;
    context.workbook.grow(state, row, cells.length);
    const place = { sheet: state, row, column: 1, rows: 1, columns: cells.length };
    const contents = cells.map((value) => typed(context, value, "").content);
    context.ledger.cellsWritten += cells.length;
    context.workbook.write(areaOf(context, place), (_, column) => contents[column]);
    return self;
  }),
  clear: write("", ({ state, context, self }) => {
    context.workbook.write(state.whole(), () => undefined);
    context.workbook.clearStyle(state.whole());
    return self;
  }),
  clearContents: write("", ({ state, context, self }) => {
    context.workbook.write(state.whole(), () => undefined);
    return self;
  }),
  clearFormats: write("", ({ state, context, self }) => {
    context.workbook.clearStyle(state.whole());
    return self;
  }),
  clearNotes: write("", ({ state, context, self }) => {
    context.workbook.style(state.whole(), () => ({ note: undefined }));
    return self;
  }),
});
