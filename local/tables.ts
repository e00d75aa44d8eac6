import { isDateFormat } from "./engine/formula/index.js";
import type { SheetSnapshot, WorkbookSnapshot } from "./engine/snapshot.js";

/** A file as the bundle takes it: texts, numbers, days as `2021-06-30`. */
export interface Tables {
  readonly onglets: readonly {
    readonly nom: string;
    readonly lignes: (string | number | boolean)[][];
  }[];
}

/** The plain tables of a workbook read from a file; formulas count for nothing here. */
export function tablesOf({ sheets }: WorkbookSnapshot): Tables {
  return { onglets: sheets.map((sheet) => ({ nom: sheet.name, lignes: rowsOf(sheet) })) };
}

function rowsOf({ cells }: SheetSnapshot): (string | number | boolean)[][] {
  const filled = cells.flatMap(({ row, column, content, style }) =>
    content?.kind === "value" ? [{ row, column, value: content.value, style }] : [],
  );
  const rows = filled.reduce((most, { row }) => Math.max(most, row), 0);
  const columns = filled.reduce((most, { column }) => Math.max(most, column), 0);
  const lignes = Array.from({ length: rows }, () =>
    new Array<string | number | boolean>(columns).fill(""),
  );
  for (const { row, column, value, style } of filled) {
    const line = lignes[row - 1];
    if (!line) continue;
    const isDay = typeof value === "number" && isDateFormat(style?.numberFormat ?? "");
    line[column - 1] = isDay ? dayText(value) : value;
  }
  return lignes;
}

/** `2021-06-30`, with the time of day where there is one. */
function dayText(serial: number): string {
  const text = new Date(Math.round((serial - 25_569) * 86_400_000)).toISOString();
  return Number.isInteger(serial) ? text.slice(0, 10) : text.slice(0, 16).replace("T", " ");
}
