import type { SheetModel, WorkbookModel } from "../../engine/model/index.js";
import type { SheetSnapshot, WorkbookSnapshot } from "../../engine/snapshot.js";
import type { Area } from "../../engine/types.js";

/** What a snapshot does not say of a sheet. */
interface SheetImage {
  readonly id: number;
  readonly hiddenRows: readonly number[];
  readonly merges: readonly Area[];
  readonly tabColor: string | null;
}

/** A workbook as it was at one moment. Contents and styles are shared with it: they never change. */
export interface Image {
  readonly snapshot: WorkbookSnapshot;
  readonly sheets: readonly SheetImage[];
}

export function takeImage(workbook: WorkbookModel): Image {
  return {
    snapshot: workbook.snapshot(),
    sheets: workbook.sheets.map(({ id, hiddenRows, merges, tabColor }) => ({
      id,
      hiddenRows: [...hiddenRows],
      merges: [...merges],
      tabColor,
    })),
  };
}

/** Brings a workbook back to an image of it; sheets that are still there keep their identity. */
export function restoreImage(workbook: WorkbookModel, { snapshot, sheets }: Image): void {
  const kept = new Set(sheets.map(({ id }) => id));
  for (const sheet of [...workbook.sheets]) {
    if (!kept.has(sheet.id)) workbook.deleteSheet(sheet);
  }
  for (const sheet of workbook.sheets) sheet.name = `\u0000${sheet.id}`;
  for (const [index, from] of snapshot.sheets.entries()) {
    const image = sheets[index];
    const known = workbook.sheets.find(({ id }) => id === image?.id);
    if (known) known.name = from.name;
    const sheet = known ?? workbook.addSheet(from.name, undefined, from.rows, from.columns);
    workbook.moveSheet(sheet, index);
    if (image) fill(sheet, from, image);
  }
  for (const { name } of workbook.namedRanges()) workbook.removeName(name);
  for (const [name, area] of Object.entries(snapshot.names)) workbook.setName(name, area);
  workbook.properties.clear();
  for (const [key, value] of Object.entries(snapshot.properties)) {
    workbook.properties.set(key, value);
  }
  const [first] = workbook.sheets;
  if (first) workbook.moveSheet(first, 0);
}

function fill(sheet: SheetModel, from: SheetSnapshot, image: SheetImage): void {
  sheet.rows = from.rows;
  sheet.columns = from.columns;
  sheet.hidden = from.hidden ?? false;
  sheet.frozenRows = from.frozenRows ?? 0;
  sheet.frozenColumns = from.frozenColumns ?? 0;
  sheet.tabColor = image.tabColor;
  sheet.columnWidths.clear();
  for (const [column, width] of Object.entries(from.columnWidths ?? {})) {
    sheet.columnWidths.set(Number(column), width);
  }
  const cells = new Map(from.cells.map((cell) => [cell.row * WIDEST + cell.column, cell]));
  for (const grid of [sheet.contents, sheet.styles]) {
    for (const { row, column } of [...grid.entries()]) {
      if (!cells.has(row * WIDEST + column)) grid.set(row, column, undefined);
    }
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
  sheet.merges.splice(0, Infinity, ...image.merges);
  sheet.hiddenRows.clear();
  for (const row of image.hiddenRows) sheet.hiddenRows.add(row);
}

/** More columns than any sheet has. */
const WIDEST = 32_768;
