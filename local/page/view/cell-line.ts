import { columnLetters } from "../../engine/formula/syntax/columns.js";
import type { CellView } from "../messages.js";
import { byId, element } from "./element.js";
import type { Grid } from "./grid.js";
import type { Selections } from "./selection.js";
import { engineId } from "./sheet-data.js";
import type { Status } from "./status.js";

/** What there is to know of a cell beyond what it shows: an error's reason, a note, where it spills from. */
function aboutCell(view: CellView | undefined): string {
  if (!view) return "";
  const parts = [
    view.message && `${view.text}\u00a0: ${view.message}`,
    view.spilledFrom && `Résultat de la formule en ${view.spilledFrom}.`,
    view.style?.note,
  ];
  return parts.filter((part) => part).join(" ");
}

/**
 * Tells it in the line under the grid for the selected cell, and in a bubble for the one hovered. The
 * grid is a drawing: what the selected cell shows is said to screen readers too.
 */
export function tellAboutCells(grid: Grid, selections: Selections, status: Status): () => void {
  const { Event } = grid.api;
  const refresh = () => {
    const { row, column } = selections.cell;
    const view = grid.mirror.cell(selections.sheetId, row, column);
    const rule = grid.mirror
      .frame(selections.sheetId)
      ?.validations.find(
        ({ area }) =>
          row >= area.row &&
          row < area.row + area.rows &&
          column >= area.column &&
          column < area.column + area.columns,
      );
    byId("cellule").textContent = `${columnLetters(column)}${row}\u00a0: ${view?.text ?? ""}`;
    status.cell(aboutCell(view) || rule?.help || "", view?.message !== undefined);
  };
  selections.onMove(refresh);
  const bubble = element("div", { class: "bulle", role: "tooltip", hidden: true });
  document.body.append(bubble);
  let pointer = { x: 0, y: 0 };
  document.addEventListener("pointermove", ({ clientX, clientY }) => {
    pointer = { x: clientX, y: clientY };
  });
  grid.api.addEvent(Event.CellPointerMove, ({ row, column, worksheet }) => {
    const text = aboutCell(grid.mirror.cell(engineId(worksheet.getSheetId()), row + 1, column + 1));
    bubble.hidden = text === "";
    if (text === "") return;
    bubble.textContent = text;
    bubble.style.left = `${Math.min(pointer.x + 14, window.innerWidth - 400)}px`;
    bubble.style.top = `${Math.min(pointer.y + 18, window.innerHeight - 80)}px`;
  });
  document.addEventListener("pointerout", ({ target }) => {
    if (target instanceof HTMLCanvasElement) bubble.hidden = true;
  });
  grid.whenRendered(refresh);
  return refresh;
}
