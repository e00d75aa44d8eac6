import { describe, expect, it } from "vitest";
import type { Calculator } from "../../../local/engine/types.js";
import { suivi, textCalculator, world } from "./world.js";

describe("strictness", () => {
  it.each([
    ["SpreadsheetApp", "create", "SpreadsheetApp.create"],
    ["MailApp", "sendEmail", "MailApp.sendEmail"],
    ["Utilities", "zip", "Utilities.zip"],
  ] as const)("%s.%s says that it is missing here", (service, member, title) => {
    const { globals } = world();
    const object = globals[service] as unknown as Record<string, unknown>;
    expect(() => object[member]).toThrow(`${title} is not implemented in the local host`);
  });

  it("holds for every object that is handed out", () => {
    const { globals } = world();
    const sheet = suivi(globals) as unknown as Record<string, unknown>;
    expect(() => sheet.insertImage).toThrow(
      "Sheet.insertImage is not implemented in the local host",
    );
    const range = suivi(globals).getRange("A1") as unknown as Record<string, unknown>;
    expect(() => range.rows).toThrow("Range.rows is not implemented in the local host");
    expect(() => {
      range.rows = 3;
    }).toThrow("is not implemented in the local host");
    expect(String(range)).toBe("Range");
  });
});

describe("ranges of a sheet", () => {
  it.each([
    [[2, 3], "C2"],
    [[2, 3, 4], "C2:C5"],
    [[2, 3, 4, 2], "C2:D5"],
    [["B2:C3"], "B2:C3"],
    [["A2:B"], "A2:B1000"],
    [["C:C"], "C1:C1000"],
    [["2:3"], "A2:Z3"],
    [["Suivi!B1"], "B1"],
    [["GUICHET"], "A1:B5"],
  ])("getRange(%j) is %s", (args, a1) => {
    const { globals, workbook } = world();
    workbook.setName("GUICHET", { sheet: "Suivi", row: 1, column: 1, rows: 5, columns: 2 });
    const sheet = suivi(globals) as unknown as {
      getRange(...args: unknown[]): GoogleAppsScript.Spreadsheet.Range;
    };
    expect(sheet.getRange(...args).getA1Notation()).toBe(a1);
  });

  it.each([
    [[1001, 1], "The coordinates of the range are outside the dimensions of the sheet."],
    [[1, 27], "The coordinates of the range are outside the dimensions of the sheet."],
    [[1000, 1, 2], "The coordinates of the range are outside the dimensions of the sheet."],
    [[0, 1], "The starting row of the range is too small."],
    [[1, 0], "The starting column of the range is too small."],
    [[1, 1, 0], "The number of rows in the range must be at least 1."],
    [[1, 1, 1, 0], "The number of columns in the range must be at least 1."],
    [["Absent!A1"], "Range not found"],
    [["été"], "Range not found"],
    [
      [1],
      "The parameters (number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    ],
    [["A1", 2], "The parameters (String,number) don't match"],
    [[1, null], "The parameters (number,null) don't match"],
  ])("getRange(%j) fails: %s", (args, sentence) => {
    const { globals } = world();
    const sheet = suivi(globals) as unknown as { getRange(...args: unknown[]): unknown };
    expect(() => sheet.getRange(...args)).toThrow(sentence);
  });

  it("moves by offset and picks a cell", () => {
    const { globals } = world();
    const range = suivi(globals).getRange("B2:C3");
    expect(range.offset(1, 1).getA1Notation()).toBe("C3:D4");
    expect(range.offset(1, 1, 1, 1).getA1Notation()).toBe("C3");
    expect(range.getCell(2, 2).getA1Notation()).toBe("C3");
    expect([range.getLastRow(), range.getLastColumn()]).toEqual([3, 3]);
    expect(() => range.offset(-2, 0)).toThrow("The starting row of the range is too small.");
  });

  it("changes several ranges in one call", () => {
    const { globals, ledger } = world();
    const list = suivi(globals).getRangeList(["A1", "C3:C4"]);
    list.setValue("x").setBackground("#ffffff");
    expect(ledger.calls).toEqual({ "RangeList.setValue": 1, "RangeList.setBackground": 1 });
    expect(suivi(globals).getRange("C4").getValue()).toBe("x");
  });
});

describe("how far a sheet is filled", () => {
  it("is nothing for an empty sheet, whose data range is A1", () => {
    const sheet = suivi(world().globals);
    expect([sheet.getLastRow(), sheet.getLastColumn()]).toEqual([0, 0]);
    expect(sheet.getDataRange().getA1Notation()).toBe("A1");
  });

  it("counts contents and not looks", () => {
    const sheet = suivi(world().globals);
    sheet.getRange("C5").setValue(1);
    sheet.getRange("F9").setBackground("#ff0000");
    expect(sheet.getDataRange().getA1Notation()).toBe("A1:C5");
    sheet.getRange("C5").clearContent();
    expect(sheet.getLastRow()).toBe(0);
  });

  it("counts spilled cells", () => {
    const { workbook } = world();
    const spilled = (row: number, column: number) =>
      row >= 2 && row <= 7 && column >= 2 && column <= 4 ? { row: 2, column: 2 } : undefined;
    const calculator: Calculator = {
      ...textCalculator(workbook),
      spillOrigin: (_, row, column) => spilled(row, column),
    };
    const sheet = suivi(world({ workbook, calculator }).globals);
    sheet.getRange("B2").setFormula("=UNIQUE(H:J)");
    expect(sheet.getDataRange().getA1Notation()).toBe("A1:D7");
  });
});

describe("sheets of a spreadsheet", () => {
  it("inserts where it is told and activates what it inserted", () => {
    const { globals } = world();
    const book = globals.SpreadsheetApp.getActive();
    book.insertSheet("Enveloppes");
    book.insertSheet("Paramètres", 0);
    expect(book.getSheets().map((sheet) => sheet.getName())).toEqual([
      "Paramètres",
      "Suivi",
      "Enveloppes",
    ]);
    expect(book.getActiveSheet().getName()).toBe("Paramètres");
    book.moveActiveSheet(3);
    expect(book.getSheetByName("Paramètres")?.getIndex()).toBe(3);
    expect(book.insertSheet().getName()).toBe("Feuille 4");
    expect(book.getSheetByName("Absent")).toBeNull();
  });

  it.each(["Suivi", "suivi"])("refuses a second sheet named %s", (name) => {
    const book = world().globals.SpreadsheetApp.getActive();
    expect(() => book.insertSheet(name)).toThrow(
      `A sheet with the name "${name}" already exists. Please enter another name.`,
    );
  });

  it("keeps at least one visible sheet", () => {
    const { globals } = world();
    const book = globals.SpreadsheetApp.getActive();
    expect(() => book.deleteSheet(suivi(globals))).toThrow("You can't remove all");
    expect(() => suivi(globals).hideSheet()).toThrow(
      "You can't hide all the sheets in a document.",
    );
    const other = book.insertSheet("Autre");
    book.deleteSheet(suivi(globals));
    expect(() => other.setName("")).toThrow("Invalid sheet name.");
  });

  it("refuses to work on a sheet that was deleted", () => {
    const { globals } = world();
    const book = globals.SpreadsheetApp.getActive();
    const gone = book.insertSheet("Brouillon");
    const cell = gone.getRange("A1");
    book.deleteSheet(gone);
    expect(() => cell.setValue(1)).toThrow(`Sheet ${gone.getSheetId()} not found`);
    expect(() => gone.setName("x")).toThrow("not found");
  });

  it("renames, and refuses a name that is taken", () => {
    const { globals } = world();
    const other = globals.SpreadsheetApp.getActive().insertSheet("Autre");
    expect(() => other.setName("Suivi")).toThrow("already exists");
    expect(other.setName("AUTRE").getName()).toBe("AUTRE");
  });

  it("inserts and deletes rows and columns within bounds", () => {
    const sheet = suivi(world().globals);
    sheet.getRange("A1:A3").setValues([[1], [2], ["=A1+A2"]]);
    sheet.insertRowsAfter(1, 2);
    expect(sheet.getRange("A5").getFormula()).toBe("=A1+A4");
    sheet.deleteRows(2, 2);
    sheet.insertColumnsAfter(1, 1);
    expect([sheet.getMaxRows(), sheet.getMaxColumns()]).toEqual([1000, 27]);
    expect(() => sheet.deleteRows(999, 3)).toThrow("Those rows are out of bounds.");
    expect(() => sheet.insertRowsAfter(1001, 1)).toThrow("Those rows are out of bounds.");
    expect(() => sheet.deleteColumns(1, 27)).toThrow("You can't delete all the columns");
    sheet.setFrozenRows(1);
    expect(() => sheet.deleteRows(2, 999)).toThrow(
      "Sorry, it is not possible to delete all non-frozen rows.",
    );
  });

  it("keeps widths, frozen lines, tab colour and hiding", () => {
    const { globals } = world();
    const book = globals.SpreadsheetApp.getActive();
    const sheet = book.insertSheet("Paramètres");
    sheet.setFrozenRows(2);
    sheet.setFrozenColumns(1);
    sheet.setColumnWidths(2, 2, 140);
    sheet.setTabColor("#336699");
    sheet.hideSheet();
    expect([sheet.getFrozenRows(), sheet.getFrozenColumns()]).toEqual([2, 1]);
    expect([1, 2, 3, 4].map((column) => sheet.getColumnWidth(column))).toEqual([
      100, 140, 140, 100,
    ]);
    expect(sheet.getTabColor()).toBe("#336699");
    expect(sheet.isSheetHidden()).toBe(true);
    sheet.showSheet();
    expect(sheet.isSheetHidden()).toBe(false);
  });

  it("appends after the last row and adds one where the grid ends", () => {
    const sheet = suivi(world().globals);
    sheet.deleteRows(3, 998);
    sheet.getRange("A2").setValue("b");
    sheet.appendRow(["c", 3]);
    expect(sheet.getMaxRows()).toBe(3);
    expect(sheet.getRange("A3:B3").getValues()).toEqual([["c", 3]]);
  });
});

describe("what lies over the cells", () => {
  it("gives validations back as they were built", () => {
    const { globals } = world();
    const { SpreadsheetApp } = globals;
    const { DataValidationCriteria } = SpreadsheetApp;
    const sheet = suivi(globals);
    const list = SpreadsheetApp.newDataValidation().requireValueInList(["a", "b"], true);
    sheet.getRange("A1:A3").setDataValidation(list.setHelpText("Choisir").build());
    sheet
      .getRange("A2")
      .setDataValidation(SpreadsheetApp.newDataValidation().requireDate().build());
    const rules = sheet.getRange("A1:A4").getDataValidations();
    expect(rules.map(([rule]) => rule?.getCriteriaType() ?? null)).toEqual([
      DataValidationCriteria.VALUE_IN_LIST,
      DataValidationCriteria.DATE_IS_VALID_DATE,
      DataValidationCriteria.VALUE_IN_LIST,
      null,
    ]);
    expect(rules[0]?.[0]?.getCriteriaValues()).toEqual([["a", "b"], true]);
    expect(rules[0]?.[0]?.getHelpText()).toBe("Choisir");
    sheet.getRange("A1:A3").setDataValidations([[null], [rules[0]?.[0] ?? null], [null]]);
    expect(
      sheet
        .getRange("A1:A3")
        .getDataValidations()
        .map(([rule]) => rule === null),
    ).toEqual([true, false, true]);
  });

  it("gives conditional formats back and replaces them", () => {
    const { globals, workbook } = world();
    const sheet = suivi(globals);
    const rule = globals.SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied("=$C2>0,8")
      .setBackground("#ffcccc")
      .setRanges([sheet.getRange("A2:C9")])
      .build();
    sheet.setConditionalFormatRules([rule]);
    const [read] = sheet.getConditionalFormatRules();
    expect(read?.getRanges().map((range) => range.getA1Notation())).toEqual(["A2:C9"]);
    expect(read?.getBooleanCondition()?.getCriteriaValues()).toEqual(["=$C2>0.8"]);
    expect(workbook.sheets[0]?.conditional[0]?.style).toEqual({ background: "#ffcccc" });
    sheet.setConditionalFormatRules([]);
    expect(sheet.getConditionalFormatRules()).toEqual([]);
    expect(() => globals.SpreadsheetApp.newConditionalFormatRule().build()).toThrow(
      "must have a condition",
    );
  });

  it("protects a sheet once and ranges as often as asked", () => {
    const { globals } = world();
    const { ProtectionType } = globals.SpreadsheetApp;
    const sheet = suivi(globals);
    sheet.protect().setDescription("Journal").setWarningOnly(true);
    const [protection] = sheet.getProtections(ProtectionType.SHEET);
    expect([protection?.getDescription(), protection?.isWarningOnly()]).toEqual(["Journal", true]);
    sheet.protect();
    expect(sheet.getProtections(ProtectionType.SHEET)).toHaveLength(1);
    sheet.getRange("A1:B2").protect();
    const [onRange] = sheet.getProtections(ProtectionType.RANGE);
    expect(onRange?.getRange().getA1Notation()).toBe("A1:B2");
    onRange?.remove();
    expect(sheet.getProtections(ProtectionType.RANGE)).toEqual([]);
  });

  it("names ranges", () => {
    const { globals } = world();
    const book = globals.SpreadsheetApp.getActive();
    const range = suivi(globals).getRange("A2:B9");
    book.setNamedRange("GUICHET", range);
    expect(book.getRangeByName("GUICHET")?.getA1Notation()).toBe("A2:B9");
    expect(book.getNamedRanges().map((named) => named.getName())).toEqual(["GUICHET"]);
    expect(book.getRangeByName("ABSENT")).toBeNull();
    for (const name of ["A1", "deux mots", "", "R1C1"]) {
      expect(() => book.setNamedRange(name, range)).toThrow("invalid");
    }
    book.removeNamedRange("GUICHET");
    expect(() => book.removeNamedRange("GUICHET")).toThrow("does not exist");
  });
});
