import type { WorkbookModel } from "../../engine/model/index.js";
import type { ChartOption, ChartSnapshot } from "../../engine/snapshot.js";
import type { Calculator } from "../../engine/types.js";
import type { ChartSeries, ChartView } from "../messages.js";
import { readChartTable } from "./chart-table.js";
import { axisMarks, markTexts } from "./chart-ticks.js";

type Options = ChartSnapshot["options"];

/** A chart with what its ranges hold now. */
export function chartView(
  workbook: WorkbookModel,
  calculator: Calculator,
  { id, kind, title, ranges, numHeaders, options, position }: ChartSnapshot,
): ChartView {
  const { labels, series, format } = readChartTable(workbook, calculator, ranges, numHeaders);
  const stacks = optionOf(options, "isStacked");
  const stacked = stacks !== undefined && stacks !== null && stacks !== false;
  const marks = axisMarks(stacked ? sums(series) : numbersOf(series));
  const texts = markTexts(marks, format, workbook.locale);
  const colors = optionOf(options, "colors");
  const legend = [optionOf(options, "legend"), optionOf(options, "legend.position")];
  return {
    id,
    kind,
    title,
    xTitle: textOf(options, "hAxis.title"),
    yTitle: textOf(options, "vAxis.title"),
    stacked,
    legend: !legend.includes("none"),
    colors: Array.isArray(colors) ? colors.filter((color) => typeof color === "string") : [],
    labels,
    series: kind === "pie" ? series.slice(0, 1) : series,
    ticks: marks.map((value, at) => ({ value, text: texts[at] ?? "" })),
    position,
  };
}

/** An option that is written `hAxis.title` or `{hAxis: {title}}`. */
function optionOf(options: Options, path: string): ChartOption | undefined {
  if (path in options) return options[path];
  let found: ChartOption | undefined = options;
  for (const name of path.split(".")) {
    found = isRecord(found) ? found[name] : undefined;
  }
  return found;
}

function isRecord(option: ChartOption | undefined): option is Options {
  return typeof option === "object" && option !== null && !Array.isArray(option);
}

function textOf(options: Options, path: string): string {
  const text = optionOf(options, path);
  return typeof text === "string" ? text : "";
}

function numbersOf(series: readonly ChartSeries[]): number[] {
  return series.flatMap(({ values }) => values.map(({ value }) => value ?? 0));
}

/** Where the stack of each label ends, upwards and downwards. */
function sums(series: readonly ChartSeries[]): number[] {
  const length = series[0]?.values.length ?? 0;
  return Array.from({ length }, (_, at) => {
    const values = series.map(({ values }) => values[at]?.value ?? 0);
    const total = (sign: number) =>
      values.reduce((sum, value) => (value * sign > 0 ? sum + value : sum), 0);
    return [total(1), total(-1)];
  }).flat();
}
