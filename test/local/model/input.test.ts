import { describe, expect, it } from "vitest";
import { readInput } from "../../../local/engine/model/index.js";

function read(text: string, format = "", locale = "fr_FR") {
  return readInput(text, { locale, format, year: 2021 });
}

describe("readInput", () => {
  it.each([
    ["12", 12, undefined],
    ["-12,5", -12.5, undefined],
    ["+3", 3, undefined],
    ["1 234,56", 1234.56, undefined],
    ["1\u202f234\u00a0567", 1234567, undefined],
    ["01004", 1004, undefined],
    ["06 12 34 56 78", 612345678, undefined],
    [",5", 0.5, undefined],
    ["80 %", 0.8, "0%"],
    ["12,5%", 0.125, "0.00%"],
    ["12 500,50 €", 12500.5, '#,##0.00 "€"'],
    ["1E3", 1000, "0.00E+00"],
    ["VRAI", true, undefined],
    ["faux", false, undefined],
    ["TRUE", true, undefined],
    ["12/03/2026", 46093, "dd/mm/yyyy"],
    ["1/2/21", 44228, "dd/mm/yyyy"],
    ["30-06-2021", 44377, "dd/mm/yyyy"],
    ["30/06", 44377, "dd/mm/yyyy"],
    ["2021-06-30", 44377, "yyyy-mm-dd"],
    ["30 juin 2021", 44377, "d mmmm yyyy"],
    ["30/06/2021 18:00", 44377.75, "dd/mm/yyyy hh:mm:ss"],
    ["12:00", 0.5, "hh:mm"],
  ])("reads %j as %j, format %j", (text, value, format) => {
    expect(read(text)).toEqual({ content: { kind: "value", value }, format });
  });

  it.each([
    "texte",
    "1.5",
    "31/02/2021",
    "13/13/2021",
    "25:00",
    "80 % du coût",
    "2A",
    "=",
    "-",
    "2021-06-30T10:00:00.000Z",
    " ",
  ])("leaves %j as text", (text) => {
    expect(read(text).content).toEqual({ kind: "value", value: text });
  });

  it.each([
    ["=A1", "=A1"],
    ["+1+2", "=+1+2"],
    ["-2+A1", "=-2+A1"],
    ["- à revoir", "=- à revoir"],
    ["@SUM(A1)", "=@SUM(A1)"],
    ["+33 (0)6 12", "=+33 (0)6 12"],
  ])("takes %j for a formula", (text, formula) => {
    expect(read(text).content).toEqual({ kind: "formula", text: formula });
  });

  it.each([
    ["'=A1", "", "=A1"],
    ["'01004", "", "01004"],
    ["01004", "@", "01004"],
    ["=A1", "@", "=A1"],
    ["12/03/2026", "@", "12/03/2026"],
  ])("keeps %j in a cell of format %j as the text %j", (text, format, value) => {
    expect(read(text, format)).toEqual({ content: { kind: "value", value } });
  });

  it("clears with an empty text", () => {
    expect(read("")).toEqual({ content: undefined });
  });

  it("reads the American way in an American spreadsheet", () => {
    expect(read("1,234.5", "", "en_US").content).toEqual({ kind: "value", value: 1234.5 });
    expect(read("3/12/2026", "", "en_US").content).toEqual({ kind: "value", value: 46093 });
  });
});
