import { describe, expect, it } from "vitest";
import { WorkbookModel } from "../../../local/engine/model/index.js";
import type { ChartSnapshot } from "../../../local/engine/snapshot.js";
import type { Area } from "../../../local/engine/types.js";

const DATA: Area = { sheet: "Données", row: 3, column: 2, rows: 4, columns: 2 };

const CHART: Omit<ChartSnapshot, "id"> = {
  kind: "column",
  ranges: [DATA, { ...DATA, column: 6, columns: 1 }],
  numHeaders: 1,
  title: "Dépenses",
  options: { isStacked: true, colors: ["#1d4f91"], hAxis: { title: "Mois" } },
  position: { row: 5, column: 4, offsetX: 10, offsetY: 20, width: 600, height: 371 },
};

/** A chart on `Bilan` of what `Données` holds. */
function withChart() {
  const model = new WorkbookModel();
  const data = model.addSheet("Données");
  const report = model.addSheet("Bilan");
  model.addChart(report, CHART);
  const chart = () => report.charts[0] as ChartSnapshot;
  return { model, data, report, chart };
}

describe("the charts of a workbook", () => {
  it("are in its snapshot and come back from it", () => {
    const { model } = withChart();
    const snapshot = JSON.parse(JSON.stringify(model.snapshot()));
    expect(snapshot.sheets[0]).not.toHaveProperty("charts");
    expect(snapshot.sheets[1].charts).toEqual([{ ...CHART, id: 1 }]);
    expect(WorkbookModel.restore(snapshot).snapshot()).toEqual(model.snapshot());
  });

  it("get identities of their own, never one that was given before", () => {
    const { model, data, report } = withChart();
    expect(model.addChart(data, CHART).id).toBe(2);
    data.charts = [];
    expect(model.addChart(report, CHART).id).toBe(3);
    expect(WorkbookModel.restore(model.snapshot()).addChart(report, CHART).id).toBe(4);
  });

  it("follow the rows and columns of the sheet they read", () => {
    const { model, data, chart } = withChart();
    model.insert(data, "rows", 4, 2);
    model.insert(data, "columns", 1, 1);
    expect(chart().ranges[0]).toEqual({ ...DATA, rows: 6, column: 3 });
    model.delete(data, "columns", 7, 1);
    expect(chart().ranges).toEqual([{ ...DATA, rows: 6, column: 3 }]);
    expect(chart().position).toEqual(CHART.position);
  });

  it("stay at their cell when rows or columns of their own sheet come or go", () => {
    const { model, report, chart } = withChart();
    model.insert(report, "rows", 5, 3);
    model.delete(report, "columns", 1, 2);
    expect(chart().position).toEqual({ ...CHART.position, row: 8, column: 2 });
    expect(chart().ranges).toEqual(CHART.ranges);
    model.delete(report, "rows", 7, 4);
    expect(chart().position.row).toBe(7);
  });

  it("follow a new name, and lose what is deleted", () => {
    const { model, data, chart } = withChart();
    model.renameSheet(data, "Saisie");
    expect(chart().ranges.map(({ sheet }) => sheet)).toEqual(["Saisie", "Saisie"]);
    model.deleteSheet(data);
    expect(chart().ranges).toEqual([]);
  });
});
