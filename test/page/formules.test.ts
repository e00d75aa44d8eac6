import { describe, expect, it } from "vitest";
import { carried, refuseUncarriable } from "../../local/page/frame/carriable.js";
import { editText } from "../../local/page/view/edit-text.js";
import { formulaContext, matching } from "../../local/page/view/formula-context.js";
import { readTable, writeTable } from "../../local/page/view/table-text.js";

describe("what is being typed in a formula", () => {
  it.each([
    ["=SOM", 4, { word: "SOM", call: undefined }],
    ["=SI(A1>2;FITN_", 14, { word: "FITN_", call: { name: "SI", argument: 1 } }],
    ["=SI(ET(A1;B1);2", 15, { word: "", call: { name: "SI", argument: 1 } }],
    ["=SI((A1;", 8, { word: "", call: { name: "SI", argument: 0 } }],
    ['=SI("a;b(";', 11, { word: "", call: { name: "SI", argument: 1 } }],
  ])("%s", (text, place, context) => {
    expect(formulaContext(text, place)).toEqual(context);
  });

  it("is nothing in a plain text or inside quotes", () => {
    expect(formulaContext("SOM", 3)).toBeUndefined();
    expect(formulaContext('="SOM', 5)).toBeUndefined();
  });

  it("finds functions in any case and without accents", () => {
    const names = (word: string) =>
      matching([{ name: "ÉPURAGE" }, { name: "FITN_TAUX" }], word).map(({ name }) => name);
    expect(names("epu")).toEqual(["ÉPURAGE"]);
    expect(names("fitn")).toEqual(["FITN_TAUX"]);
    expect(names("")).toEqual([]);
  });
});

describe("what the editor opens with", () => {
  const edit = (view: object) => editText({ text: "", kind: "text", ...view }, "fr_FR");

  it.each([
    [
      { content: { kind: "formula", text: "=IF(A1>0.5;SUM(B1:B2);TRUE)" } },
      "=SI(A1>0,5;SOMME(B1:B2);VRAI)",
    ],
    [
      { content: { kind: "value", value: 1234.5678 }, style: { numberFormat: "#,##0.00" } },
      "1234,5678",
    ],
    [{ content: { kind: "value", value: 0.075 }, style: { numberFormat: "0 %" } }, "7,5%"],
    [
      { content: { kind: "value", value: 46_093 }, style: { numberFormat: "dd/mm/yyyy" } },
      "12/03/2026",
    ],
    [{ content: { kind: "value", value: true } }, "VRAI"],
    [{ text: "Reims" }, "Reims"],
    [{ text: "01004" }, "'01004"],
    [{ text: "01004", style: { numberFormat: "@" } }, "01004"],
    [{ text: "=1+1" }, "'=1+1"],
    [{ text: "2", kind: "number", spilledFrom: "A1" }, ""],
  ])("%j", (view, text) => {
    expect(edit(view)).toBe(text);
  });
});

describe("a table on the clipboard", () => {
  it("is read with tabs, lines and quotes", () => {
    expect(readTable('a\tb\r\n"deux\nlignes"\t"dit ""non"""\r\n')).toEqual([
      ["a", "b"],
      ["deux\nlignes", 'dit "non"'],
    ]);
    expect(readTable('5" de pluie\t')).toEqual([['5" de pluie', ""]]);
    expect(readTable("")).toEqual([]);
  });

  it("is read back as it was written", () => {
    const table = [
      ["a", "", "1,5"],
      ['"x"', "deux\nlignes", "\t"],
    ];
    expect(readTable(writeTable(table))).toEqual(table);
  });
});

describe("what google.script.run carries to the server", () => {
  it("turns what Google turns", () => {
    expect(carried({ a: undefined, b: new Map([[1, 2]]), c: [new Set([1])] })).toEqual({
      a: null,
      b: {},
      c: [{}],
    });
  });
});

describe("what google.script.run refuses", () => {
  it.each([[() => 1], [{ deep: [() => 1] }], [Symbol("x")]])("%s", (value) => {
    expect(() => refuseUncarriable(value, 0)).toThrow("illegal value in property: 0");
  });
});
