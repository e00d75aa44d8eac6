import { describe, expect, it } from "vitest";
import { WorkbookModel } from "../../../local/engine/model/index.js";
import { scriptedUi } from "../../../local/host/index.js";
import { world } from "./world.js";

/** Members that the add-in uses and no other test here names: each with what Google documents of it. */
describe("Spreadsheet and Sheet", () => {
  const { globals, workbook } = world({ locale: "fr_FR", timeZone: "America/Cayenne" });
  const { SpreadsheetApp } = globals;
  const file = SpreadsheetApp.getActiveSpreadsheet();

  it("tell the file's own locale and zone, apart from the script's", () => {
    expect(file.getSpreadsheetLocale()).toBe("fr_FR");
    expect(file.getSpreadsheetTimeZone()).toBe("America/Cayenne");
  });

  it("tell the file apart, by one text for all that a host opens", () => {
    expect(file.getId()).toBe("local");
  });

  it("count tabs, bring one to the front, and lead back to the file", () => {
    const added = file.insertSheet("Essai", file.getNumSheets());
    expect(file.getNumSheets()).toBe(2);
    file.setActiveSheet(added);
    expect(file.getActiveSheet().getName()).toBe("Essai");
    expect(added.getParent().getNumSheets()).toBe(2);
    added.setColumnWidth(2, 320);
    const sheets = workbook.snapshot().sheets;
    expect(sheets.find(({ name }) => name === "Essai")?.columnWidths).toEqual({ 2: 320 });
  });

  it("give a rectangle's place and size", () => {
    const range = file.getSheetByName("Suivi")?.getRange(3, 2, 4, 5);
    expect([
      range?.getRow(),
      range?.getColumn(),
      range?.getNumRows(),
      range?.getNumColumns(),
      range?.getSheet().getName(),
    ]).toEqual([3, 2, 4, 5, "Suivi"]);
  });

  it("take looks cell by cell, of the rectangle's shape alone", () => {
    const range = file.getSheetByName("Suivi")?.getRange(1, 1, 1, 2);
    const { WrapStrategy } = SpreadsheetApp;
    range
      ?.setFontSizes([[10, 14]])
      .setFontWeights([["normal", "bold"]])
      .setWrapStrategies([[WrapStrategy.WRAP, WrapStrategy.OVERFLOW]]);
    const styles = workbook.snapshot().sheets[0]?.cells.map(({ style }) => style);
    expect(styles).toMatchObject([
      { size: 10, wrap: true },
      { size: 14, bold: true },
    ]);
    expect(() => range?.setFontSizes([[10]])).toThrow(/columns in the data/);
    expect(() =>
      range?.setWrapStrategies([
        [WrapStrategy.WRAP, WrapStrategy.WRAP],
        [WrapStrategy.WRAP, WrapStrategy.WRAP],
      ]),
    ).toThrow(/rows in the data/);
  });

  it("keep the three conditions that colour a cell", () => {
    const sheet = file.getSheetByName("Suivi");
    const range = sheet?.getRange("A1:A9");
    if (!sheet || !range) throw new Error("Suivi");
    const rule = () =>
      SpreadsheetApp.newConditionalFormatRule().setRanges([range]).setBackground("#ffffff");
    sheet.setConditionalFormatRules([
      rule().whenTextStartsWith("Éligible").build(),
      rule().whenNumberGreaterThan(1).build(),
      rule().whenNumberGreaterThanOrEqualTo(2).build(),
    ]);
    expect(workbook.snapshot().sheets[0]?.conditional?.map(({ when }) => when)).toEqual([
      { kind: "textStartsWith", text: "Éligible" },
      { kind: "numberGreater", limit: 1 },
      { kind: "numberAtLeast", limit: 2 },
    ]);
  });
});

describe("Ui", () => {
  const ui = scriptedUi([{ text: "2021-06" }, "CANCEL"]);
  const { globals } = world({ ui, workbook: new WorkbookModel() });
  const { HtmlService, SpreadsheetApp, Utilities } = globals;
  const own = SpreadsheetApp.getUi();

  it("asks by prompt: the button pressed and the text typed", () => {
    const first = own.prompt("Quel mois ?", own.ButtonSet.OK_CANCEL);
    expect([first.getSelectedButton() === own.Button.OK, first.getResponseText()]).toEqual([
      true,
      "2021-06",
    ]);
    const second = own.prompt("Quel mois ?", own.ButtonSet.OK_CANCEL);
    expect(second.getSelectedButton() === own.Button.CANCEL).toBe(true);
  });

  it("shows pages: showSidebar, showModalDialog with its size", () => {
    const page = () => HtmlService.createHtmlOutputFromFile("aide");
    own.showSidebar(page().setTitle("Aide"));
    own.showModalDialog(page().setWidth(460).setHeight(260), "Archiver");
    expect(ui.shown.slice(-2)).toMatchObject([
      { kind: "sidebar", page: { title: "Aide" } },
      { kind: "modal", page: { title: "Archiver", width: 460, height: 260 } },
    ]);
  });

  it("Utilities.sleep does not hold a test up", () => {
    expect(Utilities.sleep(60_000)).toBeUndefined();
  });
});
