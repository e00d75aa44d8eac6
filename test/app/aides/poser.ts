import type { Host } from "../../../local/host/index.js";

/** Puts a value in a cell, as a person who types it there. */
export function poser(
  { workbook }: Pick<Host, "workbook">,
  sheet: string,
  row: number,
  column: number,
  value: string | number | boolean,
): void {
  workbook.write({ sheet, row, column, rows: 1, columns: 1 }, () => ({ kind: "value", value }));
}
