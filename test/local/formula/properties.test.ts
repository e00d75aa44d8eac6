import fc from "fast-check";
import { expect, test } from "vitest";
import { compute, type Entry, oneSheet } from "./grid.js";

const key = fc.constantFrom<Entry>("a", "A", "b", "é", "1", 1, 2.5, null, true);
const amount = fc.oneof(fc.integer({ min: -100, max: 100 }), fc.constantFrom<Entry>("x", null));
const table = fc.array(fc.tuple(key, key, amount), { minLength: 1, maxLength: 30 });

/** Equality of Sheets' criteria on these keys, written anew: a number equals the text that spells it. */
function sameKey(cell: Entry, wanted: Entry): boolean {
  if (typeof wanted === "boolean" || typeof cell === "boolean") return cell === wanted;
  return cell !== null && String(cell).toLowerCase() === String(wanted).toLowerCase();
}

test("indexed SUMIFS and COUNTIFS give what a plain loop gives", () => {
  const wanted = fc.constantFrom<Entry>("a", "B", "é", 1, 2.5, true, "absent");
  fc.assert(
    fc.property(table, wanted, wanted, (rows, first, second) => {
      const grid = oneSheet(rows);
      grid.fill("S", 1, 5, [
        [first, second, "=SUMIFS(C1:C;A1:A;E1;B1:B;F1)", "=COUNTIFS(A1:A;E1;B1:B;F1)"],
      ]);
      const kept = rows.filter(([a, b]) => sameKey(a, first) && sameKey(b, second));
      const sum = kept.reduce(
        (total, [, , value]) => total + (typeof value === "number" ? value : 0),
        0,
      );
      expect(grid.value("S", 1, 7)).toBe(sum);
      expect(grid.value("S", 1, 8)).toBe(kept.length);
    }),
  );
});

test("MATCH, VLOOKUP and XLOOKUP find the same row", () => {
  fc.assert(
    fc.property(table, fc.constantFrom<Entry>("a", "b", 1, "1", 2.5, true), (rows, wanted) => {
      const grid = oneSheet(rows.map(([a], index) => [a, index + 1]));
      grid.fill("S", 1, 5, [
        [
          wanted,
          "=IFERROR(MATCH(E1;A:A;0);0)",
          "=IFERROR(VLOOKUP(E1;A:B;2;FALSE);0)",
          "=XLOOKUP(E1;A:A;B:B;0)",
        ],
      ]);
      const found = grid.value("S", 1, 6);
      const first = rows.findIndex(
        ([a]) =>
          typeof a === typeof wanted && String(a).toLowerCase() === String(wanted).toLowerCase(),
      );
      expect([found, grid.value("S", 1, 7), grid.value("S", 1, 8)]).toEqual([
        first + 1,
        first + 1,
        first + 1,
      ]);
    }),
  );
});

test("SORT sorts, and UNIQUE keeps the first of each", () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(numbers, (values) => {
      const rows = values.map((value) => [value]);
      const list = `A1:A${values.length}`;
      const sorted = [...values].sort((a, b) => a - b).join("|");
      expect(compute(`=TEXTJOIN("|";TRUE;SORT(${list}))`, rows)).toBe(sorted);
      expect(compute(`=TEXTJOIN("|";TRUE;UNIQUE(${list}))`, rows)).toBe(
        [...new Set(values)].join("|"),
      );
    }),
  );
});

test("ROUND of an amount in cents, times a rate in percent, is exact", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.integer({ min: 0, max: 100 }),
      (cents, rate) => {
        const exact = Math.floor((cents * rate) / 100) + ((cents * rate) % 100 >= 50 ? 1 : 0);
        expect(compute("=ROUND(A1*B1;2)", [[cents / 100, rate / 100]])).toBe(exact / 100);
      },
    ),
  );
});
