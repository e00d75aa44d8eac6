import { describe, expect, it } from "vitest";
import { createCalculator } from "../../local/engine/formula/index.js";
import { canonical, readInput, WorkbookModel } from "../../local/engine/model/index.js";
import type { ChartSnapshot } from "../../local/engine/snapshot.js";
import { axisMarks, markTexts } from "../../local/page/worker/chart-ticks.js";
import { chartView } from "../../local/page/worker/chart-view.js";

const ROWS = [
  ["Mois", "Engagé", "Payé"],
  ["janvier", "12500,5", "4000"],
  ["février", "=B2*2", "à venir"],
  ["mars", "=1/0", ""],
];

/** What the page is told of a chart of some ranges of `Suivi`, each as row, column, rows, columns. */
function view(ranges: readonly number[][], more: Partial<ChartSnapshot> = {}) {
  const workbook = new WorkbookModel();
  const sheet = workbook.addSheet("Suivi");
  const whole = { sheet: "Suivi", row: 1, column: 1, rows: ROWS.length, columns: 3 };
  workbook.write(whole, (row, column) => {
    const text = ROWS[row]?.[column] ?? "";
    if (text.startsWith("=")) return { kind: "formula", text: canonical(text, "fr_FR") };
    return readInput(text, { locale: "fr_FR", format: "", year: 2021 }).content;
  });
  workbook.style({ ...whole, column: 2, columns: 1 }, () => ({ numberFormat: '#,##0.00 "€"' }));
  const calculator = createCalculator(workbook, {
    functions: new Map(),
    now: () => 44_000,
    timeZone: () => workbook.timeZone,
  });
  const chart = workbook.addChart(sheet, {
    kind: "column",
    ranges: ranges.map(([row = 1, column = 1, rows = 1, columns = 1]) => ({
      sheet: "Suivi",
      row,
      column,
      rows,
      columns,
    })),
    title: "Suivi",
    options: {},
    position: { row: 1, column: 5, offsetX: 0, offsetY: 0, width: 600, height: 371 },
    ...more,
  });
  return { sheet, read: () => chartView(workbook, calculator, chart) };
}

/** Values as they are shown, with plain spaces. */
const shown = ({ series }: ReturnType<ReturnType<typeof view>["read"]>) =>
  series.map(({ name, values }) => [name, ...values.map(({ text }) => text.replace(/\s/gu, " "))]);

describe("what a chart shows", () => {
  it("is read from its ranges: labels, names and values, without the blank rows at the end", () => {
    const { read } = view([[1, 1, 900, 3]]);
    expect(read().labels).toEqual(["janvier", "février", "mars"]);
    expect(shown(read())).toEqual([
      ["Engagé", "12 500,50 €", "25 001,00 €", "#DIV/0!"],
      ["Payé", "4000", "à venir", ""],
    ]);
    expect(read().series.map(({ values }) => values.map(({ value }) => value))).toEqual([
      [12_500.5, 25_001, null],
      [4_000, null, null],
    ]);
  });

  it("puts ranges side by side", () => {
    const { read } = view([
      [1, 1, 4, 1],
      [1, 3, 4, 1],
    ]);
    expect(read().labels).toEqual(["janvier", "février", "mars"]);
    expect(shown(read())).toEqual([["Payé", "4000", "à venir", ""]]);
  });

  it("counts where there are no labels, and numbers the series without a name", () => {
    const { read } = view([[2, 2, 2, 1]]);
    expect(read().labels).toEqual(["1", "2"]);
    expect(shown(read())).toEqual([["Série 1", "12 500,50 €", "25 001,00 €"]]);
  });

  it("takes the header rows that the script says", () => {
    const { read } = view([[1, 1, 4, 2]], { numHeaders: 2 });
    expect(read().labels).toEqual(["février", "mars"]);
    expect(read().series[0]?.name.replace(/\s/gu, " ")).toBe("Engagé 12 500,50 €");
  });

  it("leaves out the rows that are hidden", () => {
    const { sheet, read } = view([[1, 1, 4, 2]]);
    sheet.hiddenRows.add(2);
    expect(read().labels).toEqual(["février", "mars"]);
  });

  it("is nothing where no range is left", () => {
    expect(view([]).read()).toMatchObject({ labels: [], series: [] });
  });

  it("is one series for a pie", () => {
    expect(view([[1, 1, 4, 3]], { kind: "pie" }).read().series).toHaveLength(1);
  });

  it("reads options in both of Google's writings", () => {
    const flat = { "hAxis.title": "Mois", "legend.position": "none", isStacked: true };
    const nested = { hAxis: { title: "Mois" }, legend: { position: "none" }, isStacked: "true" };
    for (const options of [flat, nested]) {
      expect(view([], { options }).read()).toMatchObject({
        xTitle: "Mois",
        legend: false,
        stacked: true,
      });
    }
    expect(view([], { options: { legend: "none", isStacked: false } }).read()).toMatchObject({
      legend: false,
      stacked: false,
    });
    expect(view([]).read()).toMatchObject({ legend: true, xTitle: "", stacked: false });
  });

  it("has an axis that holds the stacks", () => {
    const { read } = view([[1, 1, 3, 3]], { options: { isStacked: true } });
    expect(read().ticks.at(-1)?.value).toBe(30_000);
  });
});

describe("marks of an axis", () => {
  it.each([
    [
      [7, 51],
      [0, 20, 40, 60],
    ],
    [
      [-4_938, 11_110],
      [-5_000, 0, 5_000, 10_000, 15_000],
    ],
    [
      [0.05, 0.65],
      [0, 0.2, 0.4, 0.6, 0.8],
    ],
    [
      [-3, -1],
      [-3, -2, -1, 0],
    ],
    [[], [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ])("for %j are %j", (values, marks) => {
    expect(axisMarks(values)).toEqual(marks);
  });

  it.each([
    [[0, 20_000], '#,##0.00 "€"', ["0 €", "20 000 €"]],
    [[0, 0.5, 1], '#,##0.00 "€"', ["0,00 €", "0,50 €", "1,00 €"]],
    [[0, 0.2], "0%", ["0%", "20%"]],
    [[0, 1_000], "", ["0", "1 000"]],
    [[0, 0.5, 1], "", ["0,0", "0,5", "1,0"]],
  ])("%j in the format %s read %j", (marks, format, texts) => {
    expect(markTexts(marks, format, "fr_FR").map((text) => text.replace(/\s/gu, " "))).toEqual(
      texts,
    );
  });
});
