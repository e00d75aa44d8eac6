import type { ChartView } from "../messages.js";
import { paintOf } from "./chart-colors.js";
import { type Box, drawAxes } from "./chart-frame.js";
import { drawAreas, drawBars, drawLines } from "./chart-marks.js";
import { drawPie } from "./chart-pie.js";
import { label, SIZE, shortened, textWidth } from "./chart-text.js";
import { element } from "./element.js";
import { svg } from "./svg.js";

const KINDS: Readonly<Record<ChartView["kind"], string>> = {
  column: "Histogramme",
  bar: "Graphique en barres",
  line: "Graphique en courbes",
  area: "Graphique en aires",
  pie: "Graphique en secteurs",
};

const MARKS = { column: drawBars, bar: drawBars, line: drawLines, area: drawAreas };

const MARGIN = 12;
const TITLE_SIZE = 16;

/** A chart as a drawing, and its values as a table for those who do not see it. */
export function chartFigure(chart: ChartView): HTMLElement {
  return element("figure", { class: "graphique" }, drawing(chart), valuesTable(chart));
}

/** What a person calls the chart. */
function nameOf({ kind, title }: ChartView): string {
  return title ? `${KINDS[kind]}\u00a0: ${title}` : KINDS[kind];
}

function drawing(chart: ChartView): SVGSVGElement {
  const { width, height } = chart.position;
  const id = `graphique-${chart.id}`;
  const marks = svg("g");
  const made = svg(
    "svg",
    { role: "img", "aria-labelledby": id, width, height, viewBox: `0 0 ${width} ${height}` },
    svg("title", { id }, nameOf(chart)),
    marks,
  );
  draw(marks, chart, { x: MARGIN, y: MARGIN, width: width - 2 * MARGIN, height: height - MARGIN });
  return made;
}

function draw(into: SVGGElement, chart: ChartView, whole: Box): void {
  let { y } = whole;
  if (chart.title) {
    const look = { "font-size": TITLE_SIZE, "font-weight": 600 };
    const text = shortened(chart.title, whole.width, `600 ${TITLE_SIZE}px`);
    into.append(label(text, whole.x, y + TITLE_SIZE, look));
    y += TITLE_SIZE + MARGIN;
  }
  const empty = chart.series.every(({ values }) => values.every(({ value }) => value === null));
  if (empty) {
    into.append(label("Aucune donnée à représenter.", whole.x, y + SIZE));
    return;
  }
  if (chart.kind !== "pie" && chart.legend) y = drawLegend(into, chart, { ...whole, y });
  const top = y + SIZE + 4;
  const box = { ...whole, y: top, height: whole.height - top };
  if (chart.kind === "pie") drawPie(into, chart, box);
  else MARKS[chart.kind](into, chart, drawAxes(into, chart, box));
}

/** Draws the names of the series with their colours, on as many lines as they need. */
function drawLegend(into: SVGGElement, { series, colors }: ChartView, box: Box): number {
  let { x, y } = box;
  for (const [at, { name }] of series.entries()) {
    const text = shortened(name, box.width - 2 * SIZE);
    const width = SIZE + 6 + textWidth(text) + MARGIN;
    if (x > box.x && x + width > box.x + box.width) {
      x = box.x;
      y += SIZE + 8;
    }
    const { fill, edge } = paintOf(colors, at);
    into.append(
      svg("rect", { x, y, width: SIZE, height: SIZE, fill, stroke: edge }),
      label(text, x + SIZE + 6, y + SIZE - 1),
    );
    x += width;
  }
  return y + SIZE;
}

function valuesTable(chart: ChartView): HTMLTableElement {
  const { labels, series } = chart;
  const heads = ["", ...series.map(({ name }) => name)];
  return element(
    "table",
    { class: "hors-vue" },
    element("caption", {}, `Valeurs du graphique. ${nameOf(chart)}`),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        ...heads.map((text) => (text ? element("th", { scope: "col" }, text) : element("td"))),
      ),
    ),
    element(
      "tbody",
      {},
      ...labels.map((text, at) =>
        element(
          "tr",
          {},
          element("th", { scope: "row" }, text),
          ...series.map(({ values }) => element("td", {}, values[at]?.text ?? "")),
        ),
      ),
    ),
  );
}
