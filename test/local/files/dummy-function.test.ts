import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dummyFunction,
  readDummyFunction,
  spilledValue,
} from "../../../local/files/dummy-function.js";

const texts = (formula: string) =>
  [...formula.matchAll(/"((?:[^"]|"")*)"/g)].map(([, text = ""]) => text.replaceAll('""', '"'));

describe("formulas that only Sheets computes", () => {
  it("writes Google's form", () => {
    expect(dummyFunction('FILTER(A1:A3,B1:B3="x")', "a")).toBe(
      'IFERROR(__xludf.DUMMYFUNCTION("FILTER(A1:A3,B1:B3=""x"")"),"a")',
    );
    expect(dummyFunction("FITN_ADS(3)", 5200)).toBe(
      'IFERROR(__xludf.DUMMYFUNCTION("FITN_ADS(3)"),5200)',
    );
    expect(dummyFunction("F()", null)).toBe('IFERROR(__xludf.DUMMYFUNCTION("F()"),"")');
    expect(dummyFunction("F()", { error: "#ERROR!", message: "" })).toBe(
      'IFERROR(__xludf.DUMMYFUNCTION("F()"),#VALUE!)',
    );
    expect(spilledValue(true)).toBe('IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),TRUE)');
  });

  it("reads back any formula, with any value, within Excel's limits", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 1500 }),
        fc.string({ unit: "binary", maxLength: 9000 }),
        (formula, value) => {
          fc.pre(formula !== '"COMPUTED_VALUE"');
          const written = dummyFunction(formula, value);
          expect(written).toBeDefined();
          expect(written?.length).toBeLessThanOrEqual(8192);
          expect(texts(written ?? "").every((text) => text.length <= 255)).toBe(true);
          expect(readDummyFunction(written ?? "")).toEqual({ formula });
        },
      ),
      { numRuns: 60 },
    );
  });

  it("marks spilled cells, and cuts only what a formula cannot hold", () => {
    const reasons = "Une raison longue. ".repeat(400);
    const written = spilledValue(reasons) ?? "";
    expect(readDummyFunction(written)).toBe("spilled");
    expect(texts(written).slice(1).join("")).toBe(reasons);
    const cut = spilledValue("x".repeat(20_000)) ?? "";
    expect(cut.length).toBeLessThanOrEqual(8192);
    expect(texts(cut).at(-1)?.endsWith("…")).toBe(true);
  });

  it("gives up on a formula that no file holds, and reads nothing else as its own", () => {
    expect(dummyFunction("x".repeat(8100), 1)).toBeUndefined();
    expect(readDummyFunction('IFERROR(A1,"x")')).toBeUndefined();
  });
});
