import type { ChartSnapshot } from "../snapshot.js";
import { type AxisShift, shiftInterval } from "./areas.js";

/** A chart after rows or columns of its own sheet came or went: it hangs from the same cell, or from the one that took its place. */
export function shiftChart(chart: ChartSnapshot, { axis, at, count }: AxisShift): ChartSnapshot {
  const { position } = chart;
  const anchor = axis === "rows" ? "row" : "column";
  const before = position[anchor];
  const start = shiftInterval(before, 1, at, count)?.start ?? at;
  return start === before ? chart : { ...chart, position: { ...position, [anchor]: start } };
}

/** An identity that no chart of these lists has; higher than `last`, the one given before. */
export function nextChartId(
  sheets: readonly { readonly charts: readonly ChartSnapshot[] }[],
  last: number,
): number {
  return Math.max(last, ...sheets.flatMap(({ charts }) => charts.map(({ id }) => id))) + 1;
}
