import type { Area } from "../messages.js";
import type { Grid } from "./grid.js";
import type { Selections } from "./selection.js";

/**
 * The table around the selected cell, its headers first: the rows selected where there are several,
 * else from the frozen headers, or the first filled row, to the last one; all filled columns.
 */
export function tableAround(grid: Grid, selections: Selections): Area | undefined {
  const sheet = grid.mirror.sheets.get(selections.sheetId);
  if (!sheet) return undefined;
  const filled = [...sheet.cells].filter(([, line]) =>
    [...line.values()].some(({ text }) => text !== ""),
  );
  const rows = filled.map(([row]) => row);
  const columns = filled.flatMap(([, line]) =>
    [...line].filter(([, { text }]) => text !== "").map(([column]) => column),
  );
  if (rows.length === 0) return undefined;
  const { last } = selections;
  const { frozenRows, name } = sheet.frame;
  const selected = last.rows > 2 && last.rows < sheet.frame.rows;
  const row = selected ? last.row : frozenRows || Math.min(...rows);
  const lastRow = selected ? last.row + last.rows - 1 : Math.max(...rows);
  if (lastRow <= row) return undefined;
  const column = Math.min(...columns);
  return {
    sheet: name,
    row,
    column,
    rows: lastRow - row + 1,
    columns: Math.max(...columns) - column + 1,
  };
}
