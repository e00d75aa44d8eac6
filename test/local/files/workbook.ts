import type {
  CellSnapshot,
  CellStyle,
  SheetSnapshot,
  WorkbookSnapshot,
} from "../../../local/engine/snapshot.js";
import type { Content } from "../../../local/engine/types.js";

/** A content as a person types it: a text that begins with `=` is a formula. */
export function content(typed: string | number | boolean): Content {
  return typeof typed === "string" && typed.startsWith("=")
    ? { kind: "formula", text: typed }
    : { kind: "value", value: typed };
}

export function cell(
  row: number,
  column: number,
  typed: string | number | boolean,
  style?: CellStyle,
): CellSnapshot {
  return { row, column, content: content(typed), ...(style ? { style } : {}) };
}

export function sheet(
  name: string,
  cells: readonly CellSnapshot[],
  more: Partial<SheetSnapshot> = {},
): SheetSnapshot {
  return { name, rows: 1000, columns: 26, cells, ...more };
}

export function workbook(
  sheets: readonly SheetSnapshot[],
  names: WorkbookSnapshot["names"] = {},
): WorkbookSnapshot {
  return { locale: "fr_FR", timeZone: "Europe/Paris", sheets, names, properties: {} };
}

/** The content of a cell of a sheet. */
export function contentAt(
  of: SheetSnapshot | undefined,
  row: number,
  column: number,
): Content | undefined {
  return of?.cells.find((candidate) => candidate.row === row && candidate.column === column)
    ?.content;
}
