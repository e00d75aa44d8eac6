import type { SheetModel } from "../../engine/model/index.js";
import type { ChartSnapshot } from "../../engine/snapshot.js";
import { GoogleError } from "../errors.js";
import { membersOf } from "../hand-out.js";
import { type ChartDraft, chartOf, chartState } from "./chart.js";
import { newChart } from "./chart-builder.js";
import { alive } from "./range-kind.js";
import { extendSheet } from "./sheet.js";

const { free, read, write } = membersOf<SheetModel>();

/** The sheet's own chart that a script speaks of. */
function standing(sheet: SheetModel, chart: object): ChartSnapshot {
  const { id } = chartState(chart);
  const found = sheet.charts.find((one) => one.id === id);
  if (!found) throw new GoogleError("The chart does not exist on this sheet.");
  return found;
}

function checkAnchor(sheet: SheetModel, { position: { row, column } }: ChartDraft): void {
  if (row < 1 || row > sheet.rows) throw new GoogleError("Those rows are out of bounds.");
  if (column < 1 || column > sheet.columns) {
    throw new GoogleError("Those columns are out of bounds.");
  }
}

extendSheet({
  newChart: free("", ({ context }) => newChart(context)),
  getCharts: read("", ({ state, context }) => {
    alive(context, state);
    return state.charts.map(({ id, ...draft }) => chartOf(context, { draft, id }));
  }),
  insertChart: write("EmbeddedChart", ({ state, context }, chart: object) => {
    alive(context, state);
    const { draft } = chartState(chart);
    checkAnchor(state, draft);
    context.workbook.addChart(state, draft);
  }),
  updateChart: write("EmbeddedChart", ({ state, context }, chart: object) => {
    alive(context, state);
    const { id } = standing(state, chart);
    const { draft } = chartState(chart);
    checkAnchor(state, draft);
    context.workbook.arrange(state, (sheet) => {
      sheet.charts = sheet.charts.map((one) => (one.id === id ? { ...draft, id } : one));
    });
  }),
  removeChart: write("EmbeddedChart", ({ state, context }, chart: object) => {
    alive(context, state);
    const gone = standing(state, chart);
    context.workbook.arrange(state, (sheet) => {
      sheet.charts = sheet.charts.filter((one) => one !== gone);
    });
  }),
});
