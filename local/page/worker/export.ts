import type { WorkbookModel } from "../../engine/model/index.js";
import type { Area, Calculator, Value } from "../../engine/types.js";
import type { Exporter, Format } from "../../server/protocole.js";

/** The workbook with what its cells show, as the server writes it into a file. */
export function exported(
  workbook: WorkbookModel,
  calculator: Calculator,
  format: Format,
): Exporter {
  const valeurs: Record<string, Value[][]> = {};
  const deversements: Area[] = [];
  for (const sheet of workbook.sheets) {
    const values = calculator.values(sheet.whole());
    valeurs[sheet.name] = trimmed(values);
    deversements.push(...spills(workbook, calculator, sheet.name, values));
  }
  return { format, snapshot: workbook.snapshot(), valeurs, deversements };
}

/** Without the blank rows and columns at the end. */
function trimmed(values: readonly (readonly Value[])[]): Value[][] {
  const lines = values.map((row) => row.slice(0, row.findLastIndex((value) => value !== null) + 1));
  return lines.slice(0, lines.findLastIndex((row) => row.length > 0) + 1);
}

function spills(
  workbook: WorkbookModel,
  calculator: Calculator,
  sheet: string,
  values: readonly (readonly Value[])[],
): Area[] {
  const areas = new Map<
    string,
    { row: number; column: number; lastRow: number; lastColumn: number }
  >();
  for (const [atRow, line] of values.entries()) {
    for (const [atColumn, value] of line.entries()) {
      const [row, column] = [atRow + 1, atColumn + 1];
      if (value === null || workbook.content(sheet, row, column)) continue;
      const origin = calculator.spillOrigin(sheet, row, column);
      if (!origin) continue;
      const key = `${origin.row},${origin.column}`;
      const known = areas.get(key) ?? { ...origin, lastRow: origin.row, lastColumn: origin.column };
      known.lastRow = Math.max(known.lastRow, row);
      known.lastColumn = Math.max(known.lastColumn, column);
      areas.set(key, known);
    }
  }
  return [...areas.values()].map(({ row, column, lastRow, lastColumn }) => ({
    sheet,
    row,
    column,
    rows: lastRow - row + 1,
    columns: lastColumn - column + 1,
  }));
}
