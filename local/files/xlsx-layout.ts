import type { Worksheet } from "@cj-tech-master/excelts";
import type { SheetSnapshot } from "../engine/snapshot.js";
import { areaAddress, parseArea } from "./address.js";
import { excelColor, readColor } from "./xlsx-style.js";

type Layout = Pick<SheetSnapshot, "tabColor" | "hiddenRows" | "merges" | "filter">;
type Size = { rows: number; columns: number };

/** Writes merged cells, hidden rows (those that hold something), the filter's place and the tab's colour. */
export function writeLayout(to: Worksheet, from: Layout): void {
  for (const { row, column, rows, columns } of from.merges ?? []) {
    to.mergeCellsWithoutStyle(row, column, row + rows - 1, column + columns - 1);
  }
  for (const row of from.hiddenRows ?? []) to.getRow(row).hidden = true;
  if (from.filter) to.autoFilter = areaAddress(from.filter.area);
  if (from.tabColor) to.properties.tabColor = excelColor(from.tabColor);
}

/** Reads them. Which texts a filter hides is not said by the library: its rows are hidden all the same. */
export function readLayout(sheet: Worksheet, size: Size): Layout {
  const merges = sheet.mergedRegions.map(({ top, left, bottom, right }) => ({
    sheet: sheet.name,
    row: top,
    column: left,
    rows: bottom - top + 1,
    columns: right - left + 1,
  }));
  const hiddenRows: number[] = [];
  sheet.eachRow((row) => {
    if (row.hidden) hiddenRows.push(row.number);
  });
  const filtered =
    typeof sheet.autoFilter === "string"
      ? parseArea(sheet.autoFilter, sheet.name, size)
      : undefined;
  const tabColor = readColor(sheet.properties.tabColor);
  return {
    ...(tabColor && { tabColor }),
    ...(hiddenRows.length > 0 && { hiddenRows }),
    ...(merges.length > 0 && { merges }),
    ...(filtered && { filter: { area: filtered, hidden: {} } }),
  };
}
