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
    ...(sheet.frozenRows && { frozenRows: sheet.frozenRows }),
    ...(sheet.frozenColumns && { frozenColumns: sheet.frozenColumns }),
    ...(sheet.columnWidths.size && { columnWidths: Object.fromEntries(sheet.columnWidths) }),
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
  sheet.hidden = from.hidden ?? false;
  sheet.frozenRows = from.frozenRows ?? 0;
  sheet.frozenColumns = from.frozenColumns ?? 0;
  for (const [column, width] of Object.entries(from.columnWidths ?? {})) {
    sheet.columnWidths.set(Number(column), width);
  }
  for (const { row, column, content, style } of from.cells) {
    sheet.contents.set(row, column, content);
    sheet.styles.set(row, column, style);
  }
  sheet.validations = [...(from.validations ?? [])];
  sheet.conditional = [...(from.conditional ?? [])];
  sheet.protections = (from.protections ?? []).map((value) => ({
    kind: value.area ? "RANGE" : "SHEET",
    value,
  }));
  sheet.charts = [...(from.charts ?? [])];
}
