import { printA1, sortOrder } from "../../engine/model/index.js";
import type { ServiceContext } from "../context.js";
import { GoogleError } from "../errors.js";
import { membersOf } from "../hand-out.js";
import { isPlainObject } from "../realm.js";
import { areaOf, extendRange, type RangeState, rangeOf, rangeState } from "./range-kind.js";
import { sheetOf } from "./sheet.js";

const { free, write } = membersOf<RangeState>();

interface SortKey {
  readonly column: number;
  readonly ascending: boolean;
}

/** Reads what `sort` takes: columns of the sheet, counted from 1, or `{column, ascending}`. */
function sortKeys(spec: unknown): SortKey[] {
  if (Array.isArray(spec)) return spec.flatMap(sortKeys);
  if (typeof spec === "number") return [{ column: Math.abs(spec), ascending: spec > 0 }];
  if (isPlainObject(spec) && typeof spec.column === "number") {
    return [{ column: spec.column, ascending: spec.ascending !== false }];
  }
  throw new GoogleError("Invalid argument: sortSpecObj");
}

function sort(context: ServiceContext, range: RangeState, keys: readonly SortKey[]): void {
  const area = areaOf(context, range);
  const values = context.calculator.values(area);
  const places = keys.map(({ column, ascending }) => ({ at: column - range.column, ascending }));
  if (places.some(({ at }) => at < 0 || at >= range.columns)) {
    throw new GoogleError("The sort column is outside the range.");
  }
  context.workbook.reorder(area, sortOrder(values, places));
}

/** Copies a range, repeated where the target holds it several times. */
function copy(
  context: ServiceContext,
  from: RangeState,
  to: RangeState,
  parts: { contents: boolean; values: boolean; looks: boolean },
): void {
  const source = areaOf(context, from);
  const times = (target: number, size: number) => Math.max(1, Math.floor(target / size)) * size;
  const rows = times(to.rows, from.rows);
  const columns = times(to.columns, from.columns);
  const target = areaOf(
    context,
    rangeState(rangeOf(context, to.sheet, to.row, to.column, rows, columns)),
  );
  if (parts.looks) {
    const looks = Array.from({ length: from.rows }, (_, row) =>
      Array.from({ length: from.columns }, (_, column) =>
        from.sheet.styles.get(from.row + row, from.column + column),
      ),
    );
    context.workbook.clearStyle(target);
    context.workbook.style(
      target,
      (row, column) => looks[row % from.rows]?.[column % from.columns],
    );
  }
  if (parts.values) {
    const values = context.calculator.values(source);
    context.workbook.write(target, (row, column) => {
      const value = values[row % from.rows]?.[column % from.columns];
      return value === null || value === undefined || typeof value === "object"
        ? undefined
        : { kind: "value", value };
    });
  } else if (parts.contents) {
    context.workbook.copyContents(source, target);
  }
  context.ledger.cellsWritten += rows * columns;
}

extendRange({
  getRow: free("", ({ state }) => state.row),
  getColumn: free("", ({ state }) => state.column),
  getRowIndex: free("", ({ state }) => state.row),
  getNumRows: free("", ({ state }) => state.rows),
  getNumColumns: free("", ({ state }) => state.columns),
  getHeight: free("", ({ state }) => state.rows),
  getWidth: free("", ({ state }) => state.columns),
  getLastRow: free("", ({ state }) => state.row + state.rows - 1),
  getLastColumn: free("", ({ state }) => state.column + state.columns - 1),
  getA1Notation: free("", ({ state }) => printA1(state)),
  getSheet: free("", ({ state, context }) => sheetOf(context, state.sheet)),
  getCell: free("int int", ({ state, context }, row: number, column: number) => {
    if (row < 1 || column < 1 || row > state.rows || column > state.columns) {
      throw new GoogleError("Cell reference out of range");
    }
    return rangeOf(context, state.sheet, state.row + row - 1, state.column + column - 1, 1, 1);
  }),
  offset: free(
    "int int | int int int | int int int int",
    (
      { state, context },
      rows: number,
      columns: number,
      height = state.rows,
      width = state.columns,
    ) => rangeOf(context, state.sheet, state.row + rows, state.column + columns, height, width),
  ),
  activate: free("", ({ state, context, self }) => {
    context.activeSheet = state.sheet;
    context.activeArea = state;
    return self;
  }),
  sort: write("any", ({ state, context, self }, spec: unknown) => {
    sort(context, state, sortKeys(spec));
    return self;
  }),
  copyTo: write(
    "Range | Range object | Range CopyPasteType boolean",
    ({ state, context }, to: object, how: object | undefined) => {
      const { contentsOnly, formatOnly } = options(how);
      const parts = { contents: !formatOnly, values: contentsOnly, looks: !contentsOnly };
      copy(context, state, rangeState(to), parts);
    },
  ),
  clear: write("", ({ state, context, self }) => {
    const area = areaOf(context, state);
    context.ledger.cellsWritten += state.rows * state.columns;
    context.workbook.write(area, () => undefined);
    context.workbook.clearStyle(area);
    return self;
  }),
});

/** Reads both ways of saying what `copyTo` brings. */
function options(how: object | undefined): { contentsOnly: boolean; formatOnly: boolean } {
  if (!how) return { contentsOnly: false, formatOnly: false };
  if (isPlainObject(how)) {
    return { contentsOnly: how.contentsOnly === true, formatOnly: how.formatOnly === true };
  }
  const name = String(how);
  return { contentsOnly: name === "PASTE_VALUES", formatOnly: name === "PASTE_FORMAT" };
}
