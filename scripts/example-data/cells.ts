import type { CellSnapshot, CellStyle, SheetSnapshot } from "../../local/engine/snapshot.js";

/** What is put in a cell: nothing, a value, and how it looks. */
export interface Cell {
  readonly value?: string | number | boolean;
  readonly style?: CellStyle;
}

const DAY_FORMAT: CellStyle = { numberFormat: "dd/mm/yyyy" };
const EURO_FORMAT: CellStyle = { numberFormat: '#,##0.00 "€"' };

/** The serial number of an ISO day. */
export function serialDay(day: string): number {
  return (Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

export const text = (value: string | undefined): Cell => ({ value });
export const code = (value: string | undefined): Cell => ({ value, style: { numberFormat: "@" } });
export const euro = (value: number | undefined): Cell => ({ value, style: EURO_FORMAT });
export const integer = (value: number | undefined): Cell => ({
  value,
  style: { numberFormat: "#,##0" },
});
export const rate = (value: number | undefined): Cell => ({
  value,
  style: { numberFormat: "0 %" },
});
export const day = (value: string | undefined): Cell =>
  value === undefined ? {} : { value: serialDay(value), style: DAY_FORMAT };

/** One column of a table: its header, its width in pixels and what it shows of an item. */
export interface Column<T> {
  readonly header: string;
  readonly width?: number;
  readonly cell: (item: T) => Cell;
}

export interface TableOptions {
  /** The row of the headers; the rows above hold `above`. */
  readonly headerRow?: number;
  readonly above?: readonly string[];
  readonly headerStyle?: CellStyle;
  readonly frozenColumns?: number;
  /** A style for a whole row, under the cells' own. */
  readonly rowStyle?: (row: number) => CellStyle | undefined;
}

/** A sheet that holds one table. */
export function tableSheet<T>(
  name: string,
  columns: readonly Column<T>[],
  items: readonly T[],
  options: TableOptions = {},
): SheetSnapshot {
  const headerRow = options.headerRow ?? 1;
  const cells: CellSnapshot[] = [];
  const put = (row: number, column: number, { value, style }: Cell) => {
    if (value === undefined && !style) return;
    cells.push({
      row,
      column,
      ...(value === undefined ? {} : { content: { kind: "value", value } as const }),
      ...(style ? { style } : {}),
    });
  };
  (options.above ?? []).forEach((line, index) => {
    put(index + 1, 1, {
      value: line,
      style: index === 0 ? { bold: true, size: 14 } : { italic: true },
    });
  });
  columns.forEach(({ header }, index) => {
    put(headerRow, index + 1, { value: header, style: { bold: true, ...options.headerStyle } });
  });
  items.forEach((item, line) => {
    const row = headerRow + 1 + line;
    const rowStyle = options.rowStyle?.(row);
    columns.forEach((column, index) => {
      const { value, style } = column.cell(item);
      put(row, index + 1, {
        value,
        style: rowStyle || style ? { ...rowStyle, ...style } : undefined,
      });
    });
  });
  return {
    name,
    rows: Math.max(1000, headerRow + items.length),
    columns: Math.max(26, columns.length),
    frozenRows: headerRow,
    frozenColumns: options.frozenColumns,
    columnWidths: Object.fromEntries(
      columns.flatMap(({ width }, index) => (width ? [[index + 1, width]] : [])),
    ),
    cells,
  };
}
