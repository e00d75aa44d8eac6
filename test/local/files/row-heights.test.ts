import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellStyle } from "../../../local/engine/snapshot.js";
import { rowHeights } from "../../../local/files/row-heights.js";
import { writeXlsx } from "../../../local/files/write-xlsx.js";
import { unzipped } from "./unzipped.js";
import { cell, sheet, workbook } from "./workbook.js";

const WRAP: CellStyle = { wrap: true, size: 10 };
const heightsOf = (value: string, style: CellStyle | undefined, pixels = 120) =>
  rowHeights({ columnWidths: { 1: pixels } }, [
    { row: 3, column: 1, formula: undefined, value, style },
  ]).get(3);

describe("the height of a row in a file", () => {
  it.each([
    ["a short text", "Projet", WRAP, undefined],
    ["a long text that runs over the next cells", "mot ".repeat(50), { size: 10 }, undefined],
    ["two lines of ten points", "Date de fin du projet", WRAP, 27],
    ["lines of its own", "a\nb\nc", WRAP, 40],
    ["a bold title, that takes more room", "Accordé dans le mois", { ...WRAP, bold: true }, 27],
    ["a large title", "Tableau de bord", { size: 14 }, 19],
    ["a word longer than the column", "x".repeat(41), WRAP, 40],
    ["more than Excel can show", "mot ".repeat(5_000), WRAP, 409],
  ] as const)("is set for %s", (_, text, style, expected) => {
    expect(heightsOf(text, style)).toBe(expected);
  });

  it("is the tallest cell's, whatever their order, and no merged cell's", () => {
    const cells = ["a", "a\nb\nc\nd", "a\nb"].map((value, index) => ({
      row: 1,
      column: index + 1,
      formula: undefined,
      value,
      style: WRAP,
    }));
    expect(rowHeights({}, cells).get(1)).toBe(53);
    expect(rowHeights({}, [...cells].reverse()).get(1)).toBe(53);
    const merges = [{ sheet: "A", row: 1, column: 2, rows: 1, columns: 2 }];
    expect(rowHeights({ merges }, cells).get(1)).toBe(27);
  });

  it("never falls when the text grows or the column narrows", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 30, max: 300 }),
        (words, pixels) => {
          const text = words.join(" ");
          const height = heightsOf(text, WRAP, pixels) ?? 0;
          expect(heightsOf(`${text} encore`, WRAP, pixels) ?? 0).toBeGreaterThanOrEqual(height);
          expect(heightsOf(text, WRAP, pixels * 2) ?? 0).toBeLessThanOrEqual(height);
        },
      ),
    );
  });

  it("is written so that the row still follows when its text changes", async () => {
    const snapshot = workbook([
      sheet("A", [cell(1, 1, "court"), cell(2, 1, "a\nb", WRAP)], { columnWidths: { 1: 120 } }),
    ]);
    const bytes = await writeXlsx(snapshot, (_, row) => (row === 1 ? "court" : "a\nb"));
    const xml = unzipped(bytes, "xl/worksheets/sheet1.xml");
    expect(/<row r="1"[^>]*>/.exec(xml)?.[0]).not.toContain("ht=");
    expect(/<row r="2"[^>]*>/.exec(xml)?.[0]).toContain('ht="27"');
    expect(xml).not.toContain("customHeight");
  });
});

it("a tab is printed on one page across", async () => {
  const bytes = await writeXlsx(workbook([sheet("A", [cell(1, 1, "a")])]), () => "a");
  const xml = unzipped(bytes, "xl/worksheets/sheet1.xml");
  expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(/<pageSetup[^>]*>/.exec(xml)?.[0]).toMatch(
    /paperSize="9".*orientation="landscape".*fitToHeight="0"/,
  );
});
