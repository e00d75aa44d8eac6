import { describe, expect, it } from "vitest";
import { WorkbookModel } from "../../../local/engine/model/index.js";

const area = (row: number, column: number, rows: number, columns: number) => ({
  sheet: "Suivi",
  row,
  column,
  rows,
  columns,
});

/** A sheet with a filter on B3:D9 that hides rows 5 and 7, and a merged heading. */
function book() {
  const workbook = new WorkbookModel();
  const sheet = workbook.addSheet("Suivi");
  workbook.arrange(sheet, (one) => {
    one.filter = { area: area(3, 2, 7, 3), hidden: { 3: ["iii"], 4: ["", "non"] } };
    one.merge(area(1, 1, 1, 4));
    one.tabColor = "#1d4f91";
  });
  workbook.filter(area(4, 2, 6, 3), (row) => row !== 5 && row !== 7);
  return { workbook, sheet };
}

describe("what lies over a sheet's cells", () => {
  it("comes back from a snapshot: filter, hidden rows, merged cells, colour of the tab", () => {
    const { workbook } = book();
    const snapshot = JSON.parse(JSON.stringify(workbook.snapshot()));
    const restored = WorkbookModel.restore(snapshot);
    expect(restored.snapshot()).toEqual(workbook.snapshot());
    const [sheet] = restored.sheets;
    expect([...(sheet?.hiddenRows ?? [])]).toEqual([5, 7]);
    expect(sheet?.filter).toEqual({
      area: area(3, 2, 7, 3),
      hidden: { 3: ["iii"], 4: ["", "non"] },
    });
    expect(sheet?.merges).toEqual([area(1, 1, 1, 4)]);
    expect(sheet?.tabColor).toBe("#1d4f91");
  });

  it("says nothing where there is nothing", () => {
    const workbook = new WorkbookModel();
    workbook.addSheet("Suivi");
    expect(Object.keys(workbook.snapshot().sheets[0] ?? {})).toEqual([
      "name",
      "rows",
      "columns",
      "cells",
    ]);
  });

  it.each([
    ["rows", 1, 2, area(5, 2, 7, 3), { 3: ["iii"], 4: ["", "non"] }],
    ["rows", 6, -2, area(3, 2, 5, 3), { 3: ["iii"], 4: ["", "non"] }],
    ["columns", 1, 1, area(3, 3, 7, 3), { 4: ["iii"], 5: ["", "non"] }],
    ["columns", 3, -1, area(3, 2, 7, 2), { 3: ["", "non"] }],
  ] as const)("lets the filter follow %s from %i by %i", (axis, at, count, moved, hidden) => {
    const { workbook, sheet } = book();
    if (count > 0) workbook.insert(sheet, axis, at, count);
    else workbook.delete(sheet, axis, at, -count);
    expect(sheet.filter).toEqual({ area: moved, hidden });
  });

  it("loses the filter with all of its rows, and renames its place", () => {
    const { workbook, sheet } = book();
    workbook.renameSheet(sheet, "Dossiers");
    expect(sheet.filter?.area.sheet).toBe("Dossiers");
    workbook.delete(sheet, "rows", 3, 7);
    expect(sheet.filter).toBeUndefined();
  });
});
