import { describe, expect, it } from "vitest";
import { suivi, world } from "./world.js";

/** A world whose sheet has one column chart of A1:B4. */
function withChart() {
  const made = world();
  const sheet = suivi(made.globals);
  const chart = sheet
    .newChart()
    .setChartType(made.globals.Charts.ChartType.COLUMN)
    .addRange(sheet.getRange("A1:B4"))
    .setNumHeaders(1)
    .setPosition(2, 4, 8, 12)
    .setOption("title", "Dépenses par mois")
    .setOption("width", 480)
    .setOption("legend", { position: "none" })
    .build();
  sheet.insertChart(chart);
  return { ...made, sheet, built: chart };
}

const INSERTED = {
  id: 1,
  kind: "column",
  ranges: [{ sheet: "Suivi", row: 1, column: 1, rows: 4, columns: 2 }],
  numHeaders: 1,
  title: "Dépenses par mois",
  options: { legend: { position: "none" } },
  position: { row: 2, column: 4, offsetX: 8, offsetY: 12, width: 480, height: 371 },
};

describe("charts of a sheet", () => {
  it("are built, then inserted with an identity", () => {
    const { workbook, sheet, built } = withChart();
    expect(workbook.sheet("Suivi")?.charts).toEqual([INSERTED]);
    expect(built.getChartId()).toBeNull();
    const [chart] = sheet.getCharts();
    expect(chart?.getChartId()).toBe(1);
    expect(chart?.getRanges().map((range) => range.getA1Notation())).toEqual(["A1:B4"]);
    expect(chart?.getNumHeaders()).toBe(1);
    const options = chart?.getOptions();
    expect([options?.get("title"), options?.get("width"), options?.get("colors")]).toEqual([
      "Dépenses par mois",
      480,
      null,
    ]);
    const place = chart?.getContainerInfo();
    expect([place?.getAnchorRow(), place?.getAnchorColumn()]).toEqual([2, 4]);
    expect([place?.getOffsetX(), place?.getOffsetY()]).toEqual([8, 12]);
  });

  it("are changed where they stand", () => {
    const { workbook, sheet, globals } = withChart();
    const [chart] = sheet.getCharts();
    if (!chart) throw new Error("chart");
    const changed = chart
      .modify()
      .clearRanges()
      .addRange(sheet.getRange("C1:D9"))
      .asBarChart()
      .setTitle("Restes")
      .setXAxisTitle("Euros")
      .setYAxisTitle("Enveloppe")
      .setStacked()
      .setColors(["#1d4f91", "#a3161a"])
      .build();
    sheet.updateChart(changed);
    const [after, ...others] = workbook.sheet("Suivi")?.charts ?? [];
    expect(others).toEqual([]);
    expect(after).toEqual({
      ...INSERTED,
      kind: "bar",
      title: "Restes",
      ranges: [{ sheet: "Suivi", row: 1, column: 3, rows: 9, columns: 2 }],
      options: {
        ...INSERTED.options,
        "hAxis.title": "Euros",
        "vAxis.title": "Enveloppe",
        isStacked: true,
        colors: ["#1d4f91", "#a3161a"],
      },
    });
    expect(sheet.getCharts()[0]?.modify().getChartType()).toBe(globals.Charts.ChartType.BAR);
  });

  it("are removed, once", () => {
    const { workbook, sheet } = withChart();
    const [chart] = sheet.getCharts();
    if (!chart) throw new Error("chart");
    sheet.removeChart(chart);
    expect(workbook.sheet("Suivi")?.charts).toEqual([]);
    expect(() => sheet.removeChart(chart)).toThrow("The chart does not exist on this sheet.");
    expect(() => sheet.updateChart(chart)).toThrow("The chart does not exist on this sheet.");
  });

  it("cost a call each time that Google's servers hear of them, builders none", () => {
    const { ledger, sheet } = withChart();
    const [chart] = sheet.getCharts();
    if (!chart) throw new Error("chart");
    sheet.updateChart(chart.modify().setOption("title", "Autre").build());
    sheet.removeChart(chart);
    expect(ledger.calls).toEqual({
      "Sheet.insertChart": 1,
      "Sheet.getCharts": 1,
      "Sheet.updateChart": 1,
      "Sheet.removeChart": 1,
    });
  });

  it("stand inside the grid", () => {
    const { sheet, built } = withChart();
    const at = (row: number, column: number) => built.modify().setPosition(row, column, 0, 0);
    expect(() => sheet.insertChart(at(1001, 1).build())).toThrow("Those rows are out of bounds.");
    expect(() => sheet.insertChart(at(1, 27).build())).toThrow("Those columns are out of bounds.");
  });

  it.each([
    ["Charts", (_: unknown, charts: object) => charts, "newDataTable", "Charts.newDataTable"],
    ["a kind", (_: unknown, { ChartType }: never) => ChartType, "GEO", "ChartType.GEO"],
    [
      "a builder",
      (sheet: GoogleAppsScript.Spreadsheet.Sheet) => sheet.newChart(),
      "asHistogramChart",
      "EmbeddedChartBuilder.asHistogramChart",
    ],
    [
      "a pie's builder",
      (sheet: GoogleAppsScript.Spreadsheet.Sheet) => sheet.newChart().asPieChart(),
      "setXAxisTitle",
      "EmbeddedPieChartBuilder.setXAxisTitle",
    ],
    [
      "a chart",
      (sheet: GoogleAppsScript.Spreadsheet.Sheet) => sheet.newChart().build(),
      "getAs",
      "EmbeddedChart.getAs",
    ],
  ])("say what is missing of %s", (_, take, member, title) => {
    const { globals } = world();
    const object = take(suivi(globals) as never, globals.Charts as never) as Record<
      string,
      unknown
    >;
    expect(() => object[member]).toThrow(`${title} is not implemented in the local host`);
  });
});
