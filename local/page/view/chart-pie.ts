import type { ChartView } from "../messages.js";
import { paintOf } from "./chart-colors.js";
import type { Box } from "./chart-frame.js";
import { label, SIZE, shortened, textWidth } from "./chart-text.js";
import { round, svg } from "./svg.js";

const PERCENT = new Intl.NumberFormat("fr-FR", { style: "percent", maximumFractionDigits: 1 });
const LINE = SIZE + 8;

/** A part of a pie: what is above zero. */
interface Part {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly place: number;
}

/** Draws a pie, and beside it what each part is, with its value and share. */
export function drawPie(into: SVGGElement, chart: ChartView, box: Box): void {
  const values = chart.series[0]?.values ?? [];
  const parts = values.flatMap(({ value, text }, place): Part[] =>
    value !== null && value > 0 ? [{ name: chart.labels[place] ?? "", value, text, place }] : [],
  );
  const sum = parts.reduce((total, { value }) => total + value, 0);
  const said = parts.map(
    ({ name, value, text }) => `${name}\u00a0: ${text} (${PERCENT.format(value / sum)})`,
  );
  const wanted = Math.max(0, ...said.map((text) => textWidth(text))) + LINE + 16;
  const width = box.width - (chart.legend ? Math.min(wanted, box.width * 0.6) : 0);
  const radius = Math.max(1, Math.min(width, box.height) / 2 - 8);
  const center = { x: box.x + width / 2, y: box.y + box.height / 2 };
  let from = 0;
  for (const { value, place } of parts) {
    into.append(slice(chart, center, radius, from / sum, (from + value) / sum, place));
    from += value;
  }
  if (!chart.legend) return;
  const top = center.y - (parts.length * LINE) / 2;
  for (const [at, { place }] of parts.entries()) {
    const [x, y] = [box.x + width + 8, top + at * LINE];
    const { fill, edge } = paintOf(chart.colors, place);
    into.append(
      svg("rect", { x, y, width: SIZE, height: SIZE, fill, stroke: edge }),
      label(shortened(said[at] ?? "", box.width - width - LINE - 8), x + SIZE + 6, y + SIZE - 1),
    );
  }
}

/** A part between two shares of the turn, which starts at the top. */
function slice(
  { colors }: ChartView,
  { x, y }: { x: number; y: number },
  radius: number,
  from: number,
  to: number,
  place: number,
): SVGElement {
  const { fill, edge } = paintOf(colors, place);
  const look = { fill, stroke: edge, "stroke-width": 1.5 };
  if (to - from >= 0.9999) return svg("circle", { cx: x, cy: y, r: radius, ...look });
  const at = (share: number) => {
    const angle = share * 2 * Math.PI - Math.PI / 2;
    return `${round(x + radius * Math.cos(angle))} ${round(y + radius * Math.sin(angle))}`;
  };
  const large = to - from > 0.5 ? 1 : 0;
  const arc = `A${round(radius)} ${round(radius)} 0 ${large} 1 ${at(to)}`;
  return svg("path", { d: `M${round(x)} ${round(y)}L${at(from)}${arc}Z`, ...look });
}
