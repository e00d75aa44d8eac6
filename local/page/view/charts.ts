import {
  IRenderManagerService,
  SHEET_VIEWPORT_KEY,
  SheetSkeletonManagerService,
} from "@univerjs/preset-sheets-core";
import type { ChartView } from "../messages.js";
import { chartFigure } from "./chart-figure.js";
import { element } from "./element.js";
import { type Grid, UNIT } from "./grid.js";
import type { MirrorSheet } from "./mirror.js";
import { engineId } from "./sheet-data.js";

/** A chart that is on the page, and what it was drawn from. */
interface Shown {
  readonly figure: HTMLElement;
  readonly drawn: string;
}

/**
 * Shows the charts of the sheet over the grid, each at its cell: they follow what scrolls, zooms or
 * resizes it. Clicks and the wheel go through to the grid.
 * @returns what shows them again, after the workbook changed
 */
export function showCharts(grid: Grid): () => void {
  const layer = element("div", { class: "graphiques" });
  const shown = new Map<number, Shown>();
  let waiting = 0;
  const refresh = () => {
    waiting = 0;
    const id = grid.api.getActiveWorkbook()?.getActiveSheet().getSheetId();
    const sheet = id === undefined ? undefined : grid.mirror.sheets.get(engineId(id));
    if (!sheet) return;
    redraw(layer, shown, sheet.charts);
    if (shown.size > 0) layOut(grid, layer, shown, sheet);
  };
  const soon = () => {
    if (waiting === 0) waiting = requestAnimationFrame(refresh);
  };
  grid.whenRendered(() => {
    grid.commands.onCommandExecuted(soon);
    window.addEventListener("resize", soon);
    soon();
  });
  return soon;
}

/** Draws what is new or different, and takes away what is gone. */
function redraw(layer: HTMLElement, shown: Map<number, Shown>, charts: readonly ChartView[]): void {
  for (const [id, { figure }] of [...shown]) {
    if (charts.some((chart) => chart.id === id)) continue;
    figure.remove();
    shown.delete(id);
  }
  for (const chart of charts) {
    const drawn = JSON.stringify(chart);
    const before = shown.get(chart.id);
    if (before?.drawn === drawn) continue;
    const figure = chartFigure(chart);
    if (before) before.figure.replaceWith(figure);
    else layer.append(figure);
    shown.set(chart.id, { figure, drawn });
  }
}

/** Puts each figure at its cell; what would lie over headers or frozen cells is cut. */
function layOut(
  grid: Grid,
  layer: HTMLElement,
  shown: ReadonlyMap<number, Shown>,
  { charts, frame: { frozenRows, frozenColumns } }: MirrorSheet,
): void {
  const render = grid.started.univer.__getInjector().get(IRenderManagerService).getRenderById(UNIT);
  const canvas = render?.engine.getCanvasElement();
  const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
  const viewport = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  if (!render || !canvas || !skeleton || !viewport) return;
  if (layer.parentElement !== canvas.parentElement) canvas.after(layer);
  const { scaleX, scaleY } = render.scene.getAncestorScale();
  for (const { id, position } of charts) {
    const figure = shown.get(id)?.figure;
    if (!figure) continue;
    const cell = skeleton.getCellWithCoordByIndex(position.row - 1, position.column - 1);
    const scrolledX = position.column > frozenColumns ? viewport.viewportScrollX : 0;
    const scrolledY = position.row > frozenRows ? viewport.viewportScrollY : 0;
    const x = cell.startX + position.offsetX - scrolledX;
    const y = cell.startY + position.offsetY - scrolledY;
    const cutLeft = scrolledX > 0 ? Math.max(0, viewport.left - x) : 0;
    const cutTop = scrolledY > 0 ? Math.max(0, viewport.top - y) : 0;
    figure.style.transform = `translate(${x * scaleX}px, ${y * scaleY}px) scale(${scaleX}, ${scaleY})`;
    figure.style.clipPath =
      cutLeft > 0 || cutTop > 0 ? `inset(${cutTop}px 0 0 ${cutLeft}px)` : "none";
  }
}
