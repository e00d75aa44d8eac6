import type { ICellData, IRange, IWorksheetData } from "@univerjs/core";
import type { Area, SheetFrame } from "../messages.js";
import { cellData } from "./cell-data.js";
import type { MirrorSheet } from "./mirror.js";

const DEFAULT_WIDTH = 100;

/** Identity of a sheet in Univer, from the engine's. */
export function univerId(id: number): string {
  return `onglet-${id}`;
}

/** Identity of a sheet in the engine, from Univer's. */
export function engineId(id: string): number {
  return Number(id.slice("onglet-".length));
}

/** A sheet as Univer takes it when it is new. */
export function worksheetData({ frame, cells }: MirrorSheet): Partial<IWorksheetData> {
  const data: Record<number, Record<number, ICellData>> = {};
  for (const [row, line] of cells) {
    const at: Record<number, ICellData> = {};
    for (const [column, view] of line) at[column - 1] = cellData(view);
    data[row - 1] = at;
  }
  return {
    id: univerId(frame.id),
    name: frame.name,
    rowCount: frame.rows,
    columnCount: frame.columns,
    defaultColumnWidth: DEFAULT_WIDTH,
    defaultRowHeight: 21,
    hidden: frame.hidden ? 1 : 0,
    freeze: freeze(frame),
    tabColor: frame.tabColor ?? "",
    cellData: data,
    columnData: Object.fromEntries(
      Object.entries(frame.widths).map(([column, w]) => [Number(column) - 1, { w }]),
    ),
    rowData: Object.fromEntries(frame.hiddenRows.map((row) => [row - 1, { hd: 1 as const }])),
    mergeData: frame.merges.map(univerRange),
  };
}

/** A mutation of Univer: its name and what it takes. */
type Mutation = readonly [name: string, params: object];

/** What leads Univer from one frame of a sheet to the next. */
export function frameMutations(before: SheetFrame, frame: SheetFrame): Mutation[] {
  const subUnitId = univerId(frame.id);
  const differs = <K extends keyof SheetFrame>(key: K) =>
    JSON.stringify(before[key]) !== JSON.stringify(frame[key]);
  const where = (changed: boolean, name: string, params: object): Mutation[] =>
    changed ? [[`sheet.mutation.${name}`, { subUnitId, ...params }]] : [];
  return [
    ...where(differs("name"), "set-worksheet-name", { name: frame.name }),
    ...where(differs("rows"), "set-worksheet-row-count", { rowCount: frame.rows }),
    ...where(differs("columns"), "set-worksheet-column-count", { columnCount: frame.columns }),
    ...where(differs("frozenRows") || differs("frozenColumns"), "set-frozen", freeze(frame)),
    ...(differs("widths") ? widthMutations(before, frame) : []),
    ...(differs("hiddenRows") ? hiddenRowMutations(before, frame) : []),
    ...(differs("merges") ? mergeMutations(before, frame) : []),
    ...where(differs("hidden"), "set-worksheet-hidden", { hidden: frame.hidden ? 1 : 0 }),
    ...where(differs("tabColor"), "set-tab-color", { color: frame.tabColor ?? "" }),
  ];
}

function widthMutations(before: SheetFrame, { id, widths, rows }: SheetFrame): Mutation[] {
  const columns = new Set([...Object.keys(before.widths), ...Object.keys(widths)].map(Number));
  return [...columns].flatMap((column): Mutation[] => {
    const colWidth = widths[column] ?? DEFAULT_WIDTH;
    if (colWidth === (before.widths[column] ?? DEFAULT_WIDTH)) return [];
    const ranges = [
      { startRow: 0, endRow: rows - 1, startColumn: column - 1, endColumn: column - 1 },
    ];
    return [
      ["sheet.mutation.set-worksheet-col-width", { subUnitId: univerId(id), colWidth, ranges }],
    ];
  });
}

function hiddenRowMutations(before: SheetFrame, frame: SheetFrame): Mutation[] {
  const { id, columns } = frame;
  const change = (name: string, rows: readonly number[]): Mutation[] => {
    const ranges = rows.map((row) => ({
      startRow: row - 1,
      endRow: row - 1,
      startColumn: 0,
      endColumn: columns - 1,
    }));
    return rows.length > 0 ? [[`sheet.mutation.${name}`, { subUnitId: univerId(id), ranges }]] : [];
  };
  const now = new Set(frame.hiddenRows);
  return [
    ...change(
      "set-row-visible",
      before.hiddenRows.filter((row) => !now.has(row)),
    ),
    ...change("set-row-hidden", frame.hiddenRows),
  ];
}

function mergeMutations(before: SheetFrame, { id, merges }: SheetFrame): Mutation[] {
  const change = (name: string, areas: readonly Area[]): Mutation[] =>
    areas.length > 0
      ? [[`sheet.mutation.${name}`, { subUnitId: univerId(id), ranges: areas.map(univerRange) }]]
      : [];
  return [
    ...change("remove-worksheet-merge", before.merges),
    ...change("add-worksheet-merge", merges),
  ];
}

function univerRange({ row, column, rows, columns }: Area): IRange {
  return {
    startRow: row - 1,
    endRow: row + rows - 2,
    startColumn: column - 1,
    endColumn: column + columns - 2,
  };
}

function freeze({ frozenRows, frozenColumns }: SheetFrame) {
  return {
    xSplit: frozenColumns,
    ySplit: frozenRows,
    startRow: frozenRows || -1,
    startColumn: frozenColumns || -1,
  };
}
