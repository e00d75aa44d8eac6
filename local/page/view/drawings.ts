import {
  type ICellCustomRender,
  type ICellRenderContext,
  InterceptorEffectEnum,
} from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import { rememberedOf } from "../../engine/remembered.js";
import type { Drawing } from "../messages.js";
import type { Grid } from "./grid.js";
import { engineId } from "./sheet-data.js";
import { drawSparkline } from "./sparkline.js";

const MARGIN = 3;

/** Draws in each cell that holds SPARKLINE what its formula gives. */
export function drawSparklines(grid: Grid): void {
  const injector = grid.started.univer.__getInjector();
  const renderOf = rememberedOf(
    (drawing: Drawing): ICellCustomRender => ({
      drawWith: (context, info) => draw(context, info, drawing),
      zIndex: 10,
    }),
  );
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Style,
    priority: 50,
    handler: (cell, { row, col, subUnitId }, next) => {
      const drawing = grid.mirror.cell(engineId(subUnitId), row + 1, col + 1)?.drawing;
      return next(drawing ? { ...cell, customRender: [renderOf(drawing)] } : cell);
    },
  });
}

function draw(
  context: CanvasRenderingContext2D,
  { primaryWithCoord }: ICellRenderContext,
  drawing: Drawing,
): void {
  const { startX, startY, endX, endY } = primaryWithCoord.isMergedMainCell
    ? primaryWithCoord.mergeInfo
    : primaryWithCoord;
  drawSparkline(context, drawing, {
    x: startX + MARGIN,
    y: startY + MARGIN,
    width: endX - startX - 2 * MARGIN,
    height: endY - startY - 2 * MARGIN,
  });
}
