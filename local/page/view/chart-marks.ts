import type { ChartValue, ChartView } from "../messages.js";
import { type Paint, paintOf } from "./chart-colors.js";
import type { Axes } from "./chart-frame.js";
import { label, SIZE, textWidth } from "./chart-text.js";
import { round, svg } from "./svg.js";

/** How series are told apart in black and white. */
const DASHES = ["none", "7 3", "2 3", "9 3 2 3"];

/** From where to where a value reaches on its axis. */
interface Reach {
  readonly from: number;
  readonly to: number;
}

/** Where each value of each series begins and ends: on the one before it where they are stacked. */
function reaches({ series, labels, stacked }: ChartView): (Reach | undefined)[][] {
  const up = labels.map(() => 0);
  const down = labels.map(() => 0);
  return series.map(({ values }) =>
    values.map(({ value }, at) => {
      if (value === null) return undefined;
      if (!stacked) return { from: 0, to: value };
      const sums = value < 0 ? down : up;
      const from = sums[at] ?? 0;
      sums[at] = from + value;
      return { from, to: from + value };
    }),
  );
}

/** Draws a column, or a bar, for each value. */
export function drawBars(into: SVGGElement, chart: ChartView, axes: Axes): void {
  const { middle, band } = axes;
  const across = chart.stacked ? 1 : Math.max(1, chart.series.length);
  const thickness = (band * 0.7) / across;
  const told = roomForValues(chart, axes, thickness);
  for (const [place, line] of reaches(chart).entries()) {
    const paint = paintOf(chart.colors, place);
    const shift = chart.stacked ? 0 : place * thickness;
    for (const [at, reach] of line.entries()) {
      if (!reach) continue;
      const start = middle(at) - band * 0.35 + shift;
      if (reach.from !== reach.to) into.append(bar(axes, reach, start, thickness, paint));
      const shown = chart.series[place]?.values[at];
      if (shown && told) tellValue(into, axes, reach, start + thickness / 2, shown);
    }
  }
}

function bar(axes: Axes, { from, to }: Reach, start: number, thickness: number, paint: Paint) {
  const [a, b] = [axes.place(from), axes.place(to)];
  const along = { start: Math.min(a, b), length: Math.max(0.5, Math.abs(a - b)) };
  const size = Math.max(1, thickness - 1);
  const place = axes.turned
    ? { x: along.start, y: start, width: along.length, height: size }
    : { x: start, y: along.start, width: size, height: along.length };
  return svg("rect", { ...place, fill: paint.fill, stroke: paint.edge, "stroke-width": 1 });
}

/** Whether every value can be written at the end of its bar. */
function roomForValues(
  { series, stacked }: ChartView,
  { turned }: Axes,
  thickness: number,
): boolean {
  if (stacked) return false;
  if (turned) return thickness >= SIZE;
  return series.every(({ values }) => values.every(({ text }) => textWidth(text) <= thickness));
}

/** Writes a value beyond the end of its bar, where there is room. */
function tellValue(
  into: SVGGElement,
  { box, turned, place }: Axes,
  { to }: Reach,
  middle: number,
  { text }: ChartValue,
): void {
  const end = place(to);
  if (!turned) {
    into.append(label(text, middle, to < 0 ? end + SIZE : end - 4, { "text-anchor": "middle" }));
    return;
  }
  const width = textWidth(text) + 4;
  const room = to < 0 ? end - width >= box.x : end + width <= box.x + box.width;
  if (!room) return;
  const anchor = to < 0 ? "end" : "start";
  into.append(
    label(text, to < 0 ? end - 4 : end + 4, middle + SIZE / 3, { "text-anchor": anchor }),
  );
}

/** Draws a line through the values of each series; a blank interrupts it. */
export function drawLines(into: SVGGElement, chart: ChartView, axes: Axes): void {
  const flat = { ...chart, stacked: false };
  for (const [place, line] of reaches(flat).entries()) {
    const { fill } = paintOf(chart.colors, place);
    const points = line.map((reach, at) => reach && point(axes, at, reach.to));
    for (const d of runs(points).map((run) => `M${run.join("L")}`)) {
      const dash = DASHES[place % DASHES.length] ?? "none";
      into.append(
        svg("path", { d, fill: "none", stroke: fill, "stroke-width": 2, "stroke-dasharray": dash }),
      );
    }
    if (axes.band < 6) continue;
    for (const [at, reach] of line.entries()) {
      if (!reach) continue;
      into.append(svg("circle", { cx: axes.middle(at), cy: axes.place(reach.to), r: 3, fill }));
    }
  }
}

/** Fills what lies under the values of each series. */
export function drawAreas(into: SVGGElement, chart: ChartView, axes: Axes): void {
  for (const [place, line] of reaches(chart).entries()) {
    const { fill } = paintOf(chart.colors, place);
    const ends = line.map((reach, at) => point(axes, at, reach?.to ?? 0));
    const starts = line.map((reach, at) => point(axes, at, reach?.from ?? 0));
    if (ends.length === 0) continue;
    const d = `M${[...ends, ...starts.reverse()].join("L")}Z`;
    into.append(
      svg("path", { d, fill, "fill-opacity": chart.stacked ? 0.8 : 0.35 }),
      svg("path", { d: `M${ends.join("L")}`, fill: "none", stroke: fill, "stroke-width": 2 }),
    );
  }
}

function point({ middle, place }: Axes, at: number, value: number): string {
  return `${round(middle(at))} ${round(place(value))}`;
}

/** Points in a row, without what lies between. */
function runs(points: readonly (string | undefined)[]): string[][] {
  const found: string[][] = [[]];
  for (const one of points) {
    if (one === undefined) found.push([]);
    else found.at(-1)?.push(one);
  }
  return found.filter((run) => run.length > 1);
}
