import type { CellSnapshot, SheetSnapshot, WorkbookSnapshot } from "../snapshot.js";
import type { SheetModel } from "./sheet.js";
import type { WorkbookModel } from "./workbook.js";

/** A workbook as plain data. */
export function takeSnapshot(model: WorkbookModel): WorkbookSnapshot {
  return {
    locale: model.locale,
    timeZone: model.timeZone,
    sheets: model.sheets.map(sheetSnapshot),
    names: Object.fromEntries(model.namedRanges().map(({ name, area }) => [name, area])),
    properties: Object.fromEntries(model.properties),
  };
}

function sheetSnapshot(sheet: SheetModel): SheetSnapshot {
  return {
    name: sheet.name,
    rows: sheet.rows,
    columns: sheet.columns,
    ...(sheet.hidden && { hidden: true }),
    ...(sheet.tabColor !== null && { tabColor: sheet.tabColor }),
    ...(sheet.frozenRows && { frozenRows: sheet.frozenRows }),
    ...(sheet.frozenColumns && { frozenColumns: sheet.frozenColumns }),
    ...(sheet.columnWidths.size && { columnWidths: Object.fromEntries(sheet.columnWidths) }),
    ...(sheet.hiddenRows.size && { hiddenRows: [...sheet.hiddenRows] }),
    ...(sheet.merges.length && { merges: [...sheet.merges] }),
    ...(sheet.filter && { filter: sheet.filter }),
    cells: cellSnapshots(sheet),
    ...(sheet.validations.length && { validations: sheet.validations }),
    ...(sheet.conditional.length && { conditional: sheet.conditional }),
    ...(sheet.protections.length && { protections: sheet.protections.map(({ value }) => value) }),
    ...(sheet.charts.length && { charts: sheet.charts }),
  };
}

function cellSnapshots(sheet: SheetModel): CellSnapshot[] {
  const cells: CellSnapshot[] = [];
  for (const { row, column, item } of sheet.contents.entries()) {
    const style = sheet.styles.get(row, column);
    cells.push(style ? { row, column, content: item, style } : { row, column, content: item });
  }
  for (const { row, column, item } of sheet.styles.entries()) {
    if (!sheet.contents.get(row, column)) cells.push({ row, column, style: item });
  }
  return cells;
}

/** Fills an empty sheet with what a snapshot of it says. */
export function fillSheet(sheet: SheetModel, from: SheetSnapshot): void {
  fillCells(sheet, from);
  layOver(sheet, from);
}

function fillCells(sheet: SheetModel, { cells }: SheetSnapshot): void {
  for (const { row, column, content, style } of cells) {
    sheet.contents.set(row, column, content);
    sheet.styles.set(row, column, style);
  }
}

/** Brings a sheet, whatever it holds, to what a snapshot of it says, its name apart. */
export function refillSheet(sheet: SheetModel, from: SheetSnapshot): void {
  const cells = new Set(from.cells.map(({ row, column }) => row * WIDEST + column));
  for (const grid of [sheet.contents, sheet.styles]) {
    for (const { row, column } of [...grid.entries()]) {
      if (!cells.has(row * WIDEST + column)) grid.set(row, column, undefined);
    }
  }
  fillCells(sheet, from);
  layOver(sheet, from);
}

/** More columns than any sheet has. */
const WIDEST = 32_768;

/** All of a sheet but its cells and its name. */
function layOver(sheet: SheetModel, from: SheetSnapshot): void {
  sheet.rows = from.rows;
  sheet.columns = from.columns;
  sheet.hidden = from.hidden ?? false;
  sheet.tabColor = from.tabColor ?? null;
  sheet.frozenRows = from.frozenRows ?? 0;
  sheet.frozenColumns = from.frozenColumns ?? 0;
  sheet.columnWidths.clear();
  for (const [column, width] of Object.entries(from.columnWidths ?? {})) {
    sheet.columnWidths.set(Number(column), width);
  }
  sheet.hiddenRows.clear();
  for (const row of from.hiddenRows ?? []) sheet.hiddenRows.add(row);
  sheet.merges.splice(0, Infinity, ...(from.merges ?? []));
  sheet.filter = from.filter;
  sheet.validations = [...(from.validations ?? [])];
  sheet.conditional = [...(from.conditional ?? [])];
  sheet.protections = (from.protections ?? []).map((value) => ({
    kind: value.area ? "RANGE" : "SHEET",
    value,
  }));
  sheet.charts = [...(from.charts ?? [])];
}
