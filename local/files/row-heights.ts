import type { SheetSnapshot } from "../engine/snapshot.js";
import type { FileCell } from "./file-cells.js";

/** Pixels that a character takes across for each point of its size, and a bold one: between Calibri and what stands for it. */
const CHARACTER = 0.6;
const BOLD = 0.68;
/** Points that a line takes down for each point of its size. */
const LINE = 1.32;
const DEFAULT_SIZE = 11;
/** Width in pixels of a column that has none. */
const COLUMN = 64;
/** Height in points of a row that has none, and Excel's tallest. */
const ROW = 15;
const TALLEST = 409;

/**
 * Height in points of each row that one line of plain text is not enough for: a wrapped text, a larger
 * one. LibreOffice, and Excel where it works nothing out, show the rows of a file as tall as the file says,
 * and cut the rest. Merged cells set no height, as in both.
 */
export function rowHeights(
  { columnWidths = {}, merges = [] }: Pick<SheetSnapshot, "columnWidths" | "merges">,
  cells: readonly FileCell[],
): ReadonlyMap<number, number> {
  const merged = new Set(merges.map(({ row, column }) => `${row}:${column}`));
  const heights = new Map<number, number>();
  for (const { row, column, value, style } of cells) {
    if (typeof value !== "string" || merged.has(`${row}:${column}`)) continue;
    const size = style?.size ?? DEFAULT_SIZE;
    const width = (columnWidths[column] ?? COLUMN) / (size * (style?.bold ? BOLD : CHARACTER));
    const lines = style?.wrap
      ? value.split("\n").reduce((sum, line) => sum + linesOf(line, width), 0)
      : 1;
    const height = Math.min(TALLEST, Math.ceil(lines * size * LINE));
    if (height > ROW) heights.set(row, Math.max(height, heights.get(row) ?? 0));
  }
  return heights;
}

/** Lines that a paragraph takes, words kept whole where they fit. @param width in characters */
function linesOf(paragraph: string, width: number): number {
  const most = Math.max(1, Math.floor(width));
  let lines = 1;
  let left = most;
  for (const { length } of paragraph.split(" ")) {
    if (length > left && left < most) {
      lines += 1;
      left = most;
    }
    const over = Math.max(0, Math.ceil(length / most) - 1);
    lines += over;
    left -= length - over * most + 1;
  }
  return lines;
}
