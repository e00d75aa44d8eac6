import type { Action } from "../messages.js";
import type { Grid } from "./grid.js";
import type { Selections } from "./selection.js";

/** Pixels on both sides of a text, and the narrowest and widest column that a text makes. */
const MARGIN = 12;
const NARROWEST = 40;
const WIDEST = 480;
/** What Univer draws a cell with where its style does not say. */
const FONT = { size: 10, name: "Arial" };

/** The widths that hold the longest line that each selected column shows. */
export function fittingWidths(grid: Grid, selections: Selections): Action {
  const context = document.createElement("canvas").getContext("2d");
  const widths: Record<number, number> = {};
  const columns = new Set(
    selections.areas.flatMap(({ column, columns }) =>
      Array.from({ length: columns }, (_, at) => column + at),
    ),
  );
  for (const line of grid.mirror.sheets.get(selections.sheetId)?.cells.values() ?? []) {
    for (const column of columns) {
      const view = line.get(column);
      if (!view || !context) continue;
      const { bold, size = FONT.size } = view.style ?? {};
      context.font = `${bold ? "bold " : ""}${size}pt ${FONT.name}`;
      for (const text of view.text.split("\n")) {
        const width = Math.ceil(context.measureText(text).width) + MARGIN;
        widths[column] = Math.max(widths[column] ?? NARROWEST, Math.min(width, WIDEST));
      }
    }
  }
  return { do: "widths", sheet: selections.sheet, widths };
}
