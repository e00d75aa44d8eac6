import { describe, expect, test } from "vitest";
import { isDateFormat, localeOf, renderNumber } from "../../../local/engine/formula/index.js";
import { codeOf, compute, oneSheet } from "./grid.js";

const THIN = "\u202f";

describe("in a French spreadsheet", () => {
  test.each<[string, number | string | boolean]>([
    ['=TEXT(1234567.891;"#,##0.00")', `1${THIN}234${THIN}567,89`],
    ['=TEXT(1234.5;"# ##0,00")', `1${THIN}234,50`],
    ['=TEXT(0.5;"0,00")', "0,50"],
    ['=TEXT(1234.5;"#,##0.00 ""€""")', `1${THIN}234,50 €`],
    ['=TEXT(0.285;"0 %")', "29 %"],
    ['=TEXT(0.8;"0%")', "80%"],
    ['=TEXT(44378;"dd/mm/yyyy")', "01/07/2021"],
    ['=TEXT(44378;"dddd d mmmm yyyy")', "jeudi 1 juillet 2021"],
    ['=TEXT(44378;"mmm")', "juil."],
    ['="x"&1.5', "x1,5"],
    ['="x"&TRUE', "xVRAI"],
    ['="1,5"+1', 2.5],
    ['=VALUE("12 500,50 €")', 12_500.5],
    [`=VALUE("12${THIN}500")`, 12_500],
    ['=VALUE("80 %")', 0.8],
    ['=DATEVALUE("01/07/2021")', 44_378],
    ['="01/07/2021"+0', 44_378],
    ['="1.5"+1', "#VALUE!"],
    ['=IF("vrai";1;2)', 1],
  ])("%s", (formula, expected) => {
    expect(codeOf(compute(formula))).toBe(expected);
  });

  test("criteria read French numbers and dates", () => {
    const rows = [[1.5], [2.5], [44_378]];
    expect(compute('=COUNTIF(A1:A3;">1,5")', rows)).toBe(2);
    expect(compute('=COUNTIF(A1:A3;">=01/07/2021")', rows)).toBe(1);
  });

  test("a number equals the texts that spell it, in criteria", () => {
    const rows = [["01004"], [1004], ["1 004"], ["1004x"]];
    expect(compute("=COUNTIF(A1:A4;1004)", rows)).toBe(3);
    expect(compute('=COUNTIF(A1:A4;"01004")', rows)).toBe(3);
    expect(compute("=MATCH(1004;A1:A4;0)", rows)).toBe(2);
  });
});

describe("isDateFormat", () => {
  test.each([
    ["dd/mm/yyyy", true],
    ["yyyy-mm-dd hh:mm", true],
    ["[h]:mm", true],
    ["mmmm", true],
    ["", false],
    ["@", false],
    ["General", false],
    ["#,##0.00 €", false],
    ['0 "dossiers"', false],
    ["[Red]0", false],
    ["0 \\d", false],
  ])("%s", (format, expected) => {
    expect(isDateFormat(format)).toBe(expected);
  });
});

test("renderNumber keeps sections, signs and literals", () => {
  const french = localeOf("fr_FR");
  expect(renderNumber(-3, '0;(0);"nul"', french)).toBe("(3)");
  expect(renderNumber(0, '0;(0);"nul"', french)).toBe("nul");
  expect(renderNumber(-0.001, "0.00", french)).toBe("0,00");
  expect(renderNumber(1.005, "0.00", french)).toBe("1,01");
  expect(renderNumber(12_345, "0.0E+00", french)).toBe("1,2E+04");
});

describe("SPARKLINE", () => {
  const rows = [
    [40, 100],
    ["charttype", "bar"],
    ["max", 100],
    ["=SPARKLINE(A1;A2:B3)", '=SPARKLINE(A1:B1;{"charttype","camembert"})'],
  ];

  test("is an empty text, and tells the page what to draw", () => {
    const grid = oneSheet(rows);
    expect(grid.value("S", 4, 1)).toBe("");
    expect(grid.calculator.sparkline("S", 4, 1)).toEqual({
      data: [40],
      options: { charttype: "bar", max: 100 },
    });
    expect(grid.calculator.sparkline("S", 1, 1)).toBeUndefined();
  });

  test("is drawn where an IF gives it, and not where the other branch holds", () => {
    const formula = (limit: number) => `=IF(A1<${limit};"";IF(A1>0;SPARKLINE(A1;A2:B3);""))`;
    const grid = oneSheet([...rows.slice(0, 3), [formula(10), formula(50), "=1+1"]]);
    expect(grid.calculator.sparkline("S", 4, 1)?.data).toEqual([40]);
    expect(grid.calculator.sparkline("S", 4, 2)).toBeUndefined();
    expect(grid.calculator.sparkline("S", 4, 3)).toBeUndefined();
  });

  test("refuses a chart that Sheets does not know", () => {
    const grid = oneSheet(rows);
    expect(codeOf(grid.value("S", 4, 2))).toBe("#VALUE!");
    expect(grid.calculator.sparkline("S", 4, 2)).toBeUndefined();
  });
});
