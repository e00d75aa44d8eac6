import type { WorkbookModel } from "../../engine/model/index.js";
import { refillSheet } from "../../engine/model/index.js";
import type { WorkbookSnapshot } from "../../engine/snapshot.js";

/** A workbook as it was at one moment. Contents and styles are shared with it: they never change. */
export interface Image {
  readonly snapshot: WorkbookSnapshot;
  /** Identities of its sheets, in their order. */
  readonly ids: readonly number[];
}

export function takeImage(workbook: WorkbookModel): Image {
  return { snapshot: workbook.snapshot(), ids: workbook.sheets.map(({ id }) => id) };
}

/** Brings a workbook back to an image of it; sheets that are still there keep their identity. */
export function restoreImage(workbook: WorkbookModel, { snapshot, ids }: Image): void {
  for (const sheet of [...workbook.sheets]) {
    if (!ids.includes(sheet.id)) workbook.deleteSheet(sheet);
  }
  for (const sheet of workbook.sheets) sheet.name = `\u0000${sheet.id}`;
  for (const [index, from] of snapshot.sheets.entries()) {
    const known = workbook.sheets.find(({ id }) => id === ids[index]);
    if (known) known.name = from.name;
    const sheet = known ?? workbook.addSheet(from.name, undefined, from.rows, from.columns);
    workbook.moveSheet(sheet, index);
    refillSheet(sheet, from);
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
