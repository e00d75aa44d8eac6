import type { SheetModel } from "../../engine/model/index.js";
import type { ServiceContext } from "../context.js";

/** Last row and column that hold content, spilled cells included; 0 where the sheet is empty. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

const known = new WeakMap<SheetModel, { readonly version: number; readonly extent: Extent }>();

/** How far a sheet is filled; kept until the workbook changes. */
export function extentOf(context: ServiceContext, sheet: SheetModel): Extent {
  const { version } = context.workbook;
  const before = known.get(sheet);
  if (before?.version === version) return before.extent;
  const extent = measure(context, sheet);
  known.set(sheet, { version: context.workbook.version, extent });
  return extent;
}

function measure(context: ServiceContext, sheet: SheetModel): Extent {
  let rows = 0;
  let columns = 0;
  for (const { row, column, item } of sheet.contents.entries()) {
    const spill = item.kind === "formula" ? spillOf(context, sheet, row, column) : undefined;
    rows = Math.max(rows, row + (spill?.rows ?? 1) - 1);
    columns = Math.max(columns, column + (spill?.columns ?? 1) - 1);
  }
  return { rows, columns };
}

/** Size of what a formula shows: itself, or the array that it spills. */
function spillOf(
  context: ServiceContext,
  sheet: SheetModel,
  row: number,
  column: number,
): { rows: number; columns: number } {
  const { calculator } = context;
  calculator.value(sheet.name, row, column);
  const isOwn = (atRow: number, atColumn: number) => {
    const origin = calculator.spillOrigin(sheet.name, atRow, atColumn);
    return origin?.row === row && origin.column === column;
  };
  let rows = 1;
  while (row + rows <= sheet.rows && isOwn(row + rows, column)) rows += 1;
  let columns = 1;
  while (column + columns <= sheet.columns && isOwn(row, column + columns)) columns += 1;
  return { rows, columns };
}
