import {
  IRenderManagerService,
  ISheetSelectionRenderService,
  SHEET_VIEWPORT_KEY,
  SheetsSelectionsService,
} from "@univerjs/preset-sheets-core";
import { type Grid, UNIT } from "./grid.js";

/**
 * Has Univer place the editor of a cell by the pane that shows this cell. Of itself it takes the pane that was
 * clicked last: after a click in a frozen column and the arrows to a column that is scrolled to, it found no room
 * for the editor and kept but the first letter typed.
 */
export function editInItsPane(grid: Grid): void {
  const injector = grid.started.univer.__getInjector();
  const selections = injector.get(SheetsSelectionsService);
  grid.whenRendered(() => {
    const render = injector.get(IRenderManagerService).getRenderById(UNIT);
    const drawn = render?.with(ISheetSelectionRenderService);
    if (!render || !drawn) return;
    const clicked = drawn.getViewPort.bind(drawn);
    drawn.getViewPort = () => {
      const cell = selections.getCurrentLastSelection()?.primary;
      const freeze = grid.api.getActiveWorkbook()?.getActiveSheet().getSheet().getFreeze();
      const pane = cell && freeze && paneOf(cell, freeze);
      return (pane && render.scene.getViewport(pane)) ?? clicked();
    };
  });
}

/** The pane of a cell; rows and columns are counted from 0, fewer than 1 are frozen where the count is -1. */
function paneOf(
  cell: { readonly actualRow: number; readonly actualColumn: number },
  frozen: { readonly startRow: number; readonly startColumn: number },
): SHEET_VIEWPORT_KEY {
  const top = cell.actualRow < frozen.startRow;
  const left = cell.actualColumn < frozen.startColumn;
  if (top) return left ? SHEET_VIEWPORT_KEY.VIEW_MAIN_LEFT_TOP : SHEET_VIEWPORT_KEY.VIEW_MAIN_TOP;
  return left ? SHEET_VIEWPORT_KEY.VIEW_MAIN_LEFT : SHEET_VIEWPORT_KEY.VIEW_MAIN;
}
