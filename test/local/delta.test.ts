import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyDelta, deltaCells, deltaOf } from "../../local/engine/delta.js";
import type { CellSnapshot, SheetSnapshot, WorkbookSnapshot } from "../../local/engine/snapshot.js";

const cell = (row: number, column: number, value: string | number): CellSnapshot => ({
  row,
  column,
  content: { kind: "value", value },
});

function book(
  sheets: readonly Partial<SheetSnapshot>[],
  rest: Partial<WorkbookSnapshot> = {},
): WorkbookSnapshot {
  return {
    locale: "fr_FR",
    timeZone: "Europe/Paris",
    sheets: sheets.map((sheet, at) => ({
      name: `Onglet ${at + 1}`,
      rows: 10,
      columns: 5,
      cells: [],
      ...sheet,
    })),
    names: {},
    properties: {},
    ...rest,
  };
}

/** The same workbook however its cells are listed. */
function sorted(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => ({
      ...sheet,
      cells: [...sheet.cells].sort((a, b) => a.row - b.row || a.column - b.column),
    })),
  };
}

const cells = fc
  .uniqueArray(
    fc.record({
      row: fc.integer({ min: 1, max: 4 }),
      column: fc.integer({ min: 1, max: 3 }),
      content: fc.option(
        fc.oneof(
          fc.record({ kind: fc.constant("value" as const), value: fc.integer() }),
          fc.record({ kind: fc.constant("formula" as const), text: fc.constant("=A1") }),
        ),
        { nil: undefined },
      ),
      style: fc.constantFrom({ bold: true }, { numberFormat: "0 %", note: "vu" }),
    }),
    { selector: ({ row, column }) => `${row} ${column}` },
  )
  .map((list): CellSnapshot[] =>
    list.map(({ content, ...rest }) => (content ? { ...rest, content } : rest)),
  );

const workbook = fc
  .record({
    names: fc.uniqueArray(fc.constantFrom("A", "B", "C", "D"), { minLength: 1 }),
    cells: fc.array(cells, { minLength: 4, maxLength: 4 }),
    hiddenRows: fc.array(fc.integer({ min: 1, max: 9 })),
    properties: fc.dictionary(fc.constantFrom("x", "y"), fc.string()),
  })
  .map(({ names, cells: lists, hiddenRows, properties }) =>
    book(
      names.map((name, at) => ({ name, cells: lists[at] ?? [], hiddenRows })),
      { properties },
    ),
  );

describe("the change log of a workbook", () => {
  it("leads from any workbook to any other, once written as JSON", () => {
    fc.assert(
      fc.property(workbook, workbook, (before, after) => {
        const delta = deltaOf(before, after);
        const read = delta && JSON.parse(JSON.stringify(delta));
        expect(sorted(read ? applyDelta(before, read) : before)).toEqual(sorted(after));
      }),
    );
  });

  it("says nothing where nothing changed", () => {
    const before = book([{ cells: [cell(1, 1, "a")] }, {}]);
    expect(deltaOf(before, structuredClone(before))).toBeUndefined();
  });

  it("carries a cell for a cell, whatever the size of the workbook", () => {
    const many = Array.from({ length: 500 }, (_, at) => cell(at + 1, 1, at));
    const before = book([{ cells: many }, { cells: many }]);
    const after = book([{ cells: [...many.slice(1), cell(1, 1, "vu")] }, { cells: many }]);
    const delta = deltaOf(before, after);
    expect(delta).toEqual({ sheets: [{ from: 0, cells: [cell(1, 1, "vu")] }, { from: 1 }] });
    expect(delta && deltaCells(delta)).toBe(1);
  });

  it("keeps the cells of a tab that is renamed, moved or hidden", () => {
    const many = [cell(1, 1, "a"), cell(2, 1, "b")];
    const before = book([{ cells: many }, { name: "Autre" }]);
    const renamed = book([{ name: "Suivi", cells: many }, { name: "Autre" }]);
    const moved = book([{ name: "Autre" }, { name: "Onglet 1", cells: many }]);
    for (const after of [renamed, moved]) {
      const delta = deltaOf(before, after);
      expect(delta && deltaCells(delta)).toBe(0);
      expect(delta && applyDelta(before, delta)).toEqual(after);
    }
  });

  it("carries the names and the document's properties that changed", () => {
    const area = { sheet: "Onglet 1", row: 1, column: 1, rows: 1, columns: 1 };
    const after = book([{}], { names: { TAUX: area }, properties: { guichet: "MARNE-V1" } });
    expect(deltaOf(book([{}]), after)).toEqual({
      sheets: [{ from: 0 }],
      names: { TAUX: area },
      properties: { guichet: "MARNE-V1" },
    });
  });

  it("refuses a log that is not that of the workbook", () => {
    expect(() => applyDelta(book([{}]), { sheets: [{ from: 3 }] })).toThrow("sheet 3");
  });
});
