import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseA1, printA1 } from "../../../local/engine/model/a1.js";
import { contains, shiftArea, subtract } from "../../../local/engine/model/areas.js";

const interval = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 5 }));
const area = fc
  .tuple(interval, interval)
  .map(([[row, rows], [column, columns]]) => ({ sheet: "S", row, rows, column, columns }));

function cells(of: { row: number; rows: number }): number[] {
  return Array.from({ length: of.rows }, (_, at) => of.row + at);
}

describe("areas", () => {
  it("subtract leaves each cell outside the hole exactly once", () => {
    fc.assert(
      fc.property(area, area, (whole, hole) => {
        const parts = subtract(whole, hole);
        for (let row = 1; row < 14; row++) {
          for (let column = 1; column < 14; column++) {
            const times = parts.filter((part) => contains(part, row, column)).length;
            const kept = contains(whole, row, column) && !contains(hole, row, column);
            expect(times).toBe(kept ? 1 : 0);
          }
        }
      }),
    );
  });

  it("shiftArea agrees with following each row", () => {
    const count = fc.integer({ min: -5, max: 5 }).filter((n) => n !== 0);
    fc.assert(
      fc.property(area, fc.integer({ min: 1, max: 12 }), count, (before, at, by) => {
        const after = shiftArea(before, { axis: "rows", at, count: by });
        const followed = cells(before).flatMap((row) => {
          if (row < at) return [row];
          return by < 0 && row < at - by ? [] : [row + by];
        });
        const inner = by > 0 && before.row < at && at < before.row + before.rows;
        expect(after?.row).toBe(followed[0]);
        expect(after?.rows ?? 0).toBe(followed.length + (inner ? by : 0));
      }),
    );
  });
});

describe("A1 notation", () => {
  it.each([
    ["B2", { row: 2, column: 2, lastRow: 2, lastColumn: 2 }],
    ["$C$4:A1", { row: 1, column: 1, lastRow: 4, lastColumn: 3 }],
    ["A2:C", { row: 2, column: 1, lastRow: undefined, lastColumn: 3 }],
    ["A:A", { row: undefined, column: 1, lastRow: undefined, lastColumn: 1 }],
    ["3:4", { row: 3, column: undefined, lastRow: 4, lastColumn: undefined }],
    ["'L''année 2021'!A1", { sheet: "L'année 2021", row: 1, column: 1, lastRow: 1, lastColumn: 1 }],
  ])("reads %s", (text, expected) => {
    expect(parseA1(text)).toEqual({ sheet: undefined, ...expected });
  });

  it.each(["", "A", "12", "A0", "A1:B2:C3", "Suivi", "é1"])("refuses %j", (text) => {
    expect(parseA1(text)).toBeUndefined();
  });

  it("prints one cell and a rectangle", () => {
    expect(printA1({ row: 2, column: 3, rows: 1, columns: 1 })).toBe("C2");
    expect(printA1({ row: 2, column: 3, rows: 2, columns: 2 })).toBe("C2:D3");
  });
});
