import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Entry, Grid, oneSheet } from "./grid.js";

function counting() {
  const calls = new Map<string, number>();
  const probe = (...args: unknown[]) => {
    const label = String(args[0]);
    calls.set(label, (calls.get(label) ?? 0) + 1);
    return args[1];
  };
  return { calls, functions: new Map([["PROBE", probe]]) };
}

describe("a change", () => {
  test("recomputes what rests on it, and nothing else", () => {
    const { calls, functions } = counting();
    const grid = oneSheet([[1, 2, '=PROBE("a";A1)', '=PROBE("b";B1)', '=PROBE("c";C1+D1)']], {
      functions,
    });
    expect(grid.value("S", 1, 5)).toBe(3);
    grid.edit("S", 1, 1, [[10]]);
    expect(grid.value("S", 1, 5)).toBe(12);
    expect(Object.fromEntries(calls)).toEqual({ a: 2, b: 1, c: 2 });
  });

  test("reaches open ranges, named ranges, INDIRECT and OFFSET", () => {
    const grid = oneSheet([
      [1, "=SUM(A:A)", "=SUM(tout)", '=SUM(INDIRECT("A1:A5"))', "=SUM(OFFSET(A1;0;0;5;1))"],
    ]);
    grid.name("tout", { sheet: "S", row: 1, column: 1, rows: 5, columns: 1 });
    const sums = () => [2, 3, 4, 5].map((column) => grid.value("S", 1, column));
    expect(sums()).toEqual([1, 1, 1, 1]);
    grid.edit("S", 4, 1, [[9]]);
    expect(sums()).toEqual([10, 10, 10, 10]);
  });

  test("of a formula into another, or into a value, is followed", () => {
    const grid = oneSheet([[1, "=A1*2", "=B1+1"]]);
    expect(grid.value("S", 1, 3)).toBe(3);
    grid.edit("S", 1, 2, [["=A1*10"]]);
    expect(grid.value("S", 1, 3)).toBe(11);
    grid.edit("S", 1, 2, [[7]]);
    expect(grid.value("S", 1, 3)).toBe(8);
    grid.edit("S", 1, 2, [[null]]);
    expect(grid.value("S", 1, 3)).toBe(1);
  });

  test("on another sheet is followed, sheet names without case", () => {
    const size = { rows: 10, columns: 5 };
    const grid = new Grid({ "Mon onglet": size, S: size });
    grid.fill("S", 1, 1, [["='mon ONGLET'!A1*2"]]);
    expect(grid.value("S", 1, 1)).toBe(0);
    grid.edit("Mon onglet", 1, 1, [[4]]);
    expect(grid.value("S", 1, 1)).toBe(8);
  });

  test("recomputes a spilled function once, however many cells show it", () => {
    let calls = 0;
    const functions = new Map([
      [
        "DOUBLES",
        (rows: unknown) => {
          calls += 1;
          return (rows as number[][]).map(([value]) => [Number(value) * 2]);
        },
      ],
    ]);
    const rows = Array.from({ length: 10_000 }, (_, index) => [index]);
    const grid = oneSheet(rows, { functions }, { rows: 10_000, columns: 5 });
    grid.fill("S", 1, 2, [["=DOUBLES(A1:A10000)"]]);
    grid.fill(
      "S",
      1,
      3,
      rows.slice(0, 50).map((_, index) => [`=B${index + 1}+1`]),
    );
    expect(grid.column("S", 3, 50)[49]).toBe(99);
    expect(calls).toBe(1);
    grid.edit("S", 50, 1, [[1000]]);
    expect(grid.column("S", 3, 50)[49]).toBe(2001);
    expect(calls).toBe(2);
  });

  test("moves TODAY with the clock", () => {
    let now = 44_378.9;
    const grid = oneSheet([["=TODAY()"]], { now: () => now });
    expect(grid.value("S", 1, 1)).toBe(44_378);
    now = 44_379.1;
    grid.edit("S", 5, 5, [[1]]);
    expect(grid.value("S", 1, 1)).toBe(44_379);
  });

  test("reset forgets sheets' sizes and names", () => {
    const grid = oneSheet([["=nom"]]);
    expect(grid.value("S", 1, 1)).toMatchObject({ error: "#NAME?" });
    grid.name("nom", { sheet: "S", row: 2, column: 1, rows: 1, columns: 1 });
    grid.calculator.reset();
    expect(grid.value("S", 1, 1)).toBeNull();
  });
});

const FORMULAS = [
  "=SUM(A1:A4)",
  "=A1+B2",
  "=COUNT(A:A)",
  "=SEQUENCE(2;2)",
  "=B1",
  "=SUM(B1:C3)",
  "=UNIQUE(A1:A4)",
  "=IFERROR(C2;0)",
  '=SUMIF(A1:A6;">2";B1:B6)',
  "=TRANSPOSE(A1:A3)",
  '=C1&""',
];
const entry: fc.Arbitrary<Entry> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 5 }),
  fc.constantFrom(...FORMULAS),
);
const edit = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }), entry);

const AREA = { sheet: "S", row: 1, column: 1, rows: 8, columns: 6 };

/** Spills that compete for the same cells are settled first come, first served: not compared. */
function competes(rows: readonly (readonly Entry[])[]): boolean {
  const spilling = rows.flat().filter((cell) => /SEQUENCE|UNIQUE|TRANSPOSE/.test(String(cell)));
  return spilling.length > 1;
}

test("an edit with 2 000 dependents computes each of them once", () => {
  const { calls, functions } = counting();
  const rows = Array.from({ length: 2000 }, (_, index) => [`=PROBE("n";$A$1+${index})`]);
  const grid = oneSheet([[1]], { functions }, { rows: 2000, columns: 2 });
  grid.fill("S", 1, 2, rows);
  expect(grid.column("S", 2, 2000)[1999]).toBe(2000);
  grid.edit("S", 1, 1, [[5]]);
  expect(grid.column("S", 2, 2000)[1999]).toBe(2004);
  expect(calls.get("n")).toBe(4000);
});

test("running totals over a long column stay right when ranges are read anew", () => {
  const rows = Array.from({ length: 4000 }, (_, index) => [1, `=SUM(A$1:A${index + 1})`]);
  const grid = oneSheet(rows, {}, { rows: 4000, columns: 2 });
  expect(grid.column("S", 2, 4000)[3999]).toBe(4000);
  grid.edit("S", 1, 1, [[11]]);
  expect(grid.column("S", 2, 4000)).toEqual(rows.map((_, index) => index + 11));
});

test("after any edits, values are those of a workbook opened anew", () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      const state: Entry[][] = Array.from({ length: 6 }, () => [null, null, null, null]);
      const grid = oneSheet([]);
      for (const [row, column, value] of edits) {
        (state[row - 1] as Entry[])[column - 1] = value;
        grid.edit("S", row, column, [[value]]);
        const current = grid.calculator.values(AREA);
        fc.pre(!competes(state));
        expect(current).toEqual(oneSheet(state).calculator.values(AREA));
      }
    }),
    { numRuns: 300 },
  );
});
