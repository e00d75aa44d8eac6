import type { ChartView } from "../messages.js";
import { label, SIZE, shortened, textWidth } from "./chart-text.js";
import { svg } from "./svg.js";

/** A rectangle of the drawing, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The axes of a chart: where its labels and its values lie in the drawing. */
export interface Axes {
  readonly box: Box;
  /** Labels go down the left side, values across, as bars need it. */
  readonly turned: boolean;
  /** Length that one label has on its axis. */
  readonly band: number;
  /** The middle of a label on its axis. */
  middle(at: number): number;
  /** A value on the other axis. */
  place(value: number): number;
}

const GRID = "#c9ced6";
const AXIS = "#767d89";
const GAP = 8;
const WIDEST_LABEL = 130;
const LINE = SIZE + 4;

/** Draws the axes of a chart into a box, their titles and marks; what remains is for the values. */
export function drawAxes(into: SVGGElement, chart: ChartView, outer: Box): Axes {
  const turned = chart.kind === "bar";
  const labels = chart.labels.map((text) => shortened(text, WIDEST_LABEL));
  const widest = Math.max(0, ...labels.map((text) => textWidth(text)));
  const marks = Math.max(0, ...chart.ticks.map(({ text }) => textWidth(text)));
  const right = turned ? marks / 2 : GAP;
  const beside = (turned ? widest : marks) + GAP + (chart.yTitle ? LINE : 0);
  const band = (outer.width - beside - right) / Math.max(1, labels.length);
  const slanted = !turned && widest + GAP > band;
  const left = slanted ? Math.max(beside, widest * RUN - band / 2) : beside;
  const width = Math.max(1, outer.width - left - right);
  const under = slanted ? widest * RISE + LINE : LINE;
  const bottom = under + GAP + (chart.xTitle ? LINE : 0);
  const height = Math.max(1, outer.height - bottom);
  const box = { x: outer.x + left, y: outer.y, width, height };
  const axes = axesOf(chart, box, turned);
  drawMarks(into, chart, axes);
  drawLabels(into, labels, axes, slanted);
  drawTitles(into, chart, outer, box);
  return axes;
}

/** Degrees by which labels are slanted where they have no room, and how far they then reach. */
const SLANT = 40;
const RISE = Math.sin((SLANT * Math.PI) / 180);
const RUN = Math.cos((SLANT * Math.PI) / 180);

function axesOf({ labels, ticks }: ChartView, box: Box, turned: boolean): Axes {
  const low = ticks[0]?.value ?? 0;
  const high = ticks.at(-1)?.value ?? 1;
  const band = (turned ? box.height : box.width) / Math.max(1, labels.length);
  return {
    box,
    turned,
    band,
    middle: (at) => (turned ? box.y : box.x) + (at + 0.5) * band,
    place: (value) => {
      const share = (value - low) / (high - low);
      return turned ? box.x + share * box.width : box.y + (1 - share) * box.height;
    },
  };
}

function drawMarks(into: SVGGElement, { ticks }: ChartView, axes: Axes): void {
  const { box, turned, place } = axes;
  const widest = Math.max(0, ...ticks.map(({ text }) => textWidth(text)));
  const room = (turned ? box.width : box.height) / Math.max(1, ticks.length - 1);
  const every = Math.max(1, Math.ceil((turned ? widest + GAP : LINE) / room));
  for (const [at, { value, text }] of ticks.entries()) {
    const to = place(value);
    const stroke = value === 0 ? AXIS : GRID;
    into.append(
      turned
        ? svg("line", { x1: to, x2: to, y1: box.y, y2: box.y + box.height, stroke })
        : svg("line", { x1: box.x, x2: box.x + box.width, y1: to, y2: to, stroke }),
    );
    if (at % every !== 0) continue;
    into.append(
      turned
        ? label(text, to, box.y + box.height + LINE, { "text-anchor": "middle" })
        : label(text, box.x - GAP, to + SIZE / 3, { "text-anchor": "end" }),
    );
  }
}

function drawLabels(
  into: SVGGElement,
  labels: readonly string[],
  { box, turned, band, middle }: Axes,
  slanted: boolean,
): void {
  const room = slanted ? LINE / RISE : turned ? SIZE + 1 : band;
  const every = Math.max(1, Math.ceil(room / band));
  for (const [at, text] of labels.entries()) {
    if (at % every !== 0) continue;
    const to = middle(at);
    const under = box.y + box.height + LINE;
    if (turned) into.append(label(text, box.x - GAP, to + SIZE / 3, { "text-anchor": "end" }));
    else if (slanted) {
      const transform = `rotate(-${SLANT} ${to.toFixed(2)} ${under.toFixed(2)})`;
      into.append(label(text, to, under, { "text-anchor": "end", transform }));
    } else into.append(label(text, to, under, { "text-anchor": "middle" }));
  }
}

function drawTitles(into: SVGGElement, { xTitle, yTitle }: ChartView, outer: Box, box: Box): void {
  const style = { "text-anchor": "middle", "font-style": "italic" };
  if (xTitle) {
    into.append(label(xTitle, box.x + box.width / 2, outer.y + outer.height - GAP / 2, style));
  }
  if (yTitle) {
    const [x, y] = [outer.x + SIZE, box.y + box.height / 2];
    into.append(label(yTitle, x, y, { ...style, transform: `rotate(-90 ${x} ${y.toFixed(2)})` }));
  }
}
