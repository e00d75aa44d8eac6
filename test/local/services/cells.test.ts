import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { suivi, world } from "./world.js";

const MISMATCH = "don't match the method signature for SpreadsheetApp";

function range(a1: string, given = {}) {
  const { globals, ...rest } = world(given);
  return { range: suivi(globals).getRange(a1), sheet: suivi(globals), globals, ...rest };
}

describe("writing and reading cells", () => {
  it.each([
    ["=A1*2", "(=A1*2)", "=A1*2"],
    ["=SOMME(A1:A3)*0,5", "(=SUM(A1:A3)*0.5)", "=SUM(A1:A3)*0.5"],
    ["+1+2", "(=+1+2)", "=+1+2"],
    ["01004", 1004, ""],
    ["'01004", "01004", ""],
    ["'=A1", "=A1", ""],
    ["12 500,50 €", 12500.5, ""],
    ["80 %", 0.8, ""],
    ["VRAI", true, ""],
    ["FALSE", false, ""],
    ["texte", "texte", ""],
    ["", "", ""],
    [null, "", ""],
    [12.5, 12.5, ""],
    [false, false, ""],
  ])("setValue(%j) reads back %j, formula %j", (written, value, formula) => {
    const { range: cell } = range("C3");
    cell.setValue(written);
    expect(cell.getValue()).toEqual(value);
    expect(cell.getFormula()).toBe(formula);
  });

  it("keeps what is typed into a plain text cell", () => {
    const { range: cell } = range("A1");
    cell.setNumberFormat("@").setValues([["=A1"]]);
    expect(cell.getValue()).toBe("=A1");
    expect(cell.getFormula()).toBe("");
    cell.setValue("01004");
    expect(cell.getValue()).toBe("01004");
  });

  it.each([
    [{ a: 1 }, "[object Object]"],
    [() => 1, "=>"],
    [Number.NaN, "NaN"],
    [new Date(Number.NaN), "Invalid Date"],
  ])("refuses to write %s", (value, words) => {
    const { range: cell } = range("A1");
    expect(() => cell.setValue(value)).toThrow(words);
    expect(cell.isBlank()).toBe(true);
  });

  it("writes nothing where one value of many is refused", () => {
    const { range: cells } = range("A1:A2");
    expect(() => cells.setValues([[1], [{}]])).toThrow("Cannot convert");
    expect(cells.isBlank()).toBe(true);
  });

  it.each([
    [[[1, 2]], "rows", 1, 2],
    [
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      "rows",
      3,
      2,
    ],
    [[[1], [2]], "columns", 1, 2],
    [[[1, 2], [3]], "columns", 1, 2],
  ])("refuses data %j whose number of %s differs", (data, side, has, wants) => {
    const { range: cells } = range("A1:B2");
    const sentence = `The number of ${side} in the data does not match the number of ${side} in the range. The data has ${has} but the range has ${wants}.`;
    expect(() => cells.setValues(data)).toThrow(sentence);
    expect(() => cells.setBackgrounds(data as never)).toThrow(sentence);
    expect(() => cells.setNumberFormats(data as never)).toThrow(sentence);
  });

  describe.each(["UTC", "Europe/Paris", "America/New_York", "Pacific/Auckland"])(
    "on a machine in %s",
    (machine) => {
      const before = process.env.TZ;
      beforeAll(() => {
        process.env.TZ = machine;
      });
      afterAll(() => {
        process.env.TZ = before;
      });

      it.each([
        ["Europe/Paris", "2021-06-29T22:00:00.000Z"],
        ["UTC", "2021-06-30T00:00:00.000Z"],
        ["America/New_York", "2021-06-30T04:00:00.000Z"],
      ])("a day of a spreadsheet in %s is the instant %s", (timeZone, text) => {
        const { range: cell, workbook } = range("A1", { timeZone, scriptTimeZone: "UTC" });
        cell.setValue(new Date(text));
        expect(workbook.content("Suivi", 1, 1)).toEqual({ kind: "value", value: 44_377 });
        expect(cell.getDisplayValue()).toBe("30/06/2021");
        expect((cell.getValue() as Date).toISOString()).toBe(text);
      });
    },
  );

  it("reads a Paris midnight as the day before in a script that runs in UTC", () => {
    const { range: cell, globals } = range("A1", { timeZone: "Europe/Paris" });
    cell.setValue("30/06/2021");
    const read = cell.getValue() as Date;
    expect(globals.Utilities.formatDate(read, "UTC", "yyyy-MM-dd")).toBe("2021-06-29");
    expect(globals.Utilities.formatDate(read, "Europe/Paris", "yyyy-MM-dd")).toBe("2021-06-30");
  });

  it("keeps the format that a cell has when a date is written", () => {
    const { range: cell } = range("A1");
    cell.setNumberFormat("mmmm yyyy").setValue("30/06/2021");
    expect(cell.getDisplayValue()).toBe("juin 2021");
    cell.setNumberFormat("0").setValue(44_377);
    expect(cell.getValue()).toBe(44_377);
  });

  it("copies a formula relatively over the range of setFormula", () => {
    const { range: cells } = range("B2:C3");
    cells.setFormula("=A1+$A$1");
    expect(cells.getFormulas()).toEqual([
      ["=A1+$A$1", "=B1+$A$1"],
      ["=A2+$A$1", "=B2+$A$1"],
    ]);
    cells.setFormulas([
      ["=1", ""],
      ["2", "=A1"],
    ]);
    expect(cells.getFormulas()).toEqual([
      ["=1", ""],
      ["=2", "=A1"],
    ]);
  });

  it.each([
    ["setValues", [[1, 2]], "number[]"],
    ["setValues", "x", "String"],
    ["setNumberFormat", 5, "number"],
    ["setDataValidation", {}, "(class)"],
    ["offset", "1", "String"],
  ])("%s refuses %j as Google does", (name, given, type) => {
    const { range: cell } = range("A1");
    const call = (cell as unknown as Record<string, (x: unknown) => void>)[name];
    const value = name === "setValues" && Array.isArray(given) ? given[0] : given;
    expect(() => call?.call(cell, value)).toThrow(
      `The parameters (${type}) ${MISMATCH}.Range.${name}.`,
    );
  });

  it("refuses a value that a strict validation excludes", () => {
    const { range: cells, globals } = range("A1:A2");
    const rule = globals.SpreadsheetApp.newDataValidation()
      .requireValueInList(["Accordé", "Refusé"])
      .setAllowInvalid(false)
      .build();
    cells.setDataValidation(rule);
    cells.setValues([["Accordé"], [""]]);
    expect(() => cells.setValues([["Refusé"], ["Ajourné"]])).toThrow(
      "The data you entered in cell A2 violates the data validation rules set on this cell.",
    );
    expect(cells.getValues()).toEqual([["Accordé"], [""]]);
  });

  it("sorts on a column of the sheet", () => {
    const { sheet } = range("A1");
    const cells = sheet.getRange("B1:C3").setValues([
      [2, "b"],
      ["", "c"],
      [1, "a"],
    ]);
    cells.sort({ column: 2, ascending: false });
    expect(cells.getValues()).toEqual([
      [2, "b"],
      [1, "a"],
      ["", "c"],
    ]);
    cells.sort(3);
    expect(cells.getValues().map(([, letter]) => letter)).toEqual(["a", "b", "c"]);
    expect(() => cells.sort(9)).toThrow("outside");
  });

  it("copies values, formulas and looks, repeated over a larger target", () => {
    const { sheet } = range("A1");
    sheet
      .getRange("A1:B1")
      .setValues([[1, "=A1*2"]])
      .setBackground("#FFEECC");
    sheet.getRange("A1:B1").copyTo(sheet.getRange("A2:B3"));
    expect(sheet.getRange("B2:B3").getFormulas()).toEqual([["=A2*2"], ["=A3*2"]]);
    expect(sheet.getRange("B3").getBackground()).toBe("#ffeecc");
    sheet.getRange("A1:B1").copyTo(sheet.getRange("D1"), { contentsOnly: true });
    expect(sheet.getRange("E1").getFormula()).toBe("");
    expect(sheet.getRange("E1").getBackground()).toBe("#ffffff");
  });
});

describe("looks of cells", () => {
  it.each([
    ["setBackground", "getBackgrounds", "red", "#ff0000", "#ffffff"],
    ["setFontColor", "getFontColors", "#ABC", "#aabbcc", "#000000"],
    ["setFontWeight", "getFontWeights", "bold", "bold", "normal"],
    ["setFontStyle", "getFontStyles", "italic", "italic", "normal"],
    ["setFontSize", "getFontSizes", 12, 12, 10],
    ["setWrap", "getWraps", true, true, false],
    ["setHorizontalAlignment", "getHorizontalAlignments", "center", "center", "general"],
    ["setVerticalAlignment", "getVerticalAlignments", "top", "top", "bottom"],
    ["setNumberFormat", "getNumberFormats", "0 %", "0 %", "0.###############"],
    ["setNote", "getNotes", "Source : cahier", "Source : cahier", ""],
  ])("%s is read by %s", (setter, getter, given, shown, usual) => {
    const { sheet } = range("A1");
    const call = (a1: string, name: string, ...args: unknown[]) => {
      const on = sheet.getRange(a1) as unknown as Record<string, (...x: unknown[]) => unknown>;
      return on[name]?.(...args);
    };
    call("A1", setter, given);
    expect(call("A1:B1", getter)).toEqual([[shown, usual]]);
    call("A1:B1", "clearFormat");
    expect(call("A1:B1", getter)).toEqual([[setter === "setNote" ? shown : usual, usual]]);
  });

  it("changes no cell where one look of many is of a wrong type", () => {
    const { range: cells } = range("A1:A2");
    expect(() => cells.setNumberFormats([["0 %"], [null]] as never)).toThrow(
      `The parameters (null) ${MISMATCH}.Range.setNumberFormats.`,
    );
    expect(cells.getNumberFormat()).toBe("0.###############");
    cells.setBackgrounds([["#ffeecc"], [null]] as never);
    expect(cells.getBackgrounds()).toEqual([["#ffeecc"], ["#ffffff"]]);
  });

  it("says which wrap strategy a cell has", () => {
    const { range: cell, globals } = range("A1");
    const { WrapStrategy } = globals.SpreadsheetApp;
    cell.setWrapStrategy(WrapStrategy.WRAP);
    expect(cell.getWrapStrategy()).toBe(WrapStrategy.WRAP);
  });

  it("merges cells and keeps the first content", () => {
    const { range: cells, sheet } = range("A1:B2");
    cells.setValues([
      [1, 2],
      [3, 4],
    ]);
    cells.merge();
    expect(cells.getValues()).toEqual([
      [1, ""],
      ["", ""],
    ]);
    expect(sheet.getRange("B2").isPartOfMerge()).toBe(true);
    cells.breakApart();
    expect(sheet.getRange("B2").isPartOfMerge()).toBe(false);
  });
});

describe("the ledger", () => {
  it("counts reads and writes with their cells, and not navigation nor builders", () => {
    const { globals, ledger } = world();
    const sheet = suivi(globals);
    const cells = sheet.getRange(1, 1, 3, 2).offset(0, 0);
    globals.SpreadsheetApp.newDataValidation().requireCheckbox().build();
    expect(ledger.total).toBe(0);
    cells.setValues([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    cells.getValues();
    cells.getValue();
    globals.SpreadsheetApp.flush();
    expect(ledger.calls).toEqual({
      "Range.setValues": 1,
      "Range.getValues": 1,
      "Range.getValue": 1,
      "SpreadsheetApp.flush": 1,
    });
    expect(ledger).toMatchObject({ total: 4, cellsRead: 7, cellsWritten: 6 });
    ledger.reset();
    expect(ledger).toMatchObject({ total: 0, calls: {}, cellsRead: 0, cellsWritten: 0 });
  });

  it("lets a call fail before it changes anything", () => {
    const { globals, ledger } = world();
    const cell = suivi(globals).getRange("A1");
    const seen: [string, number][] = [];
    ledger.beforeCall = (name, index) => {
      seen.push([name, index]);
      if (index === 1) throw new Error("Service invoked too many times");
    };
    cell.setValue(1);
    expect(() => cell.setValue(2)).toThrow("Service invoked too many times");
    expect(cell.getValue()).toBe(1);
    expect(seen.map(([, index]) => index)).toEqual([0, 1, 2]);
  });
});
