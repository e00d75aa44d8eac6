import { describe, expect, it } from "vitest";
import { createHost, scriptedUi } from "../../../local/host/index.js";

const code = `
function onOpen(e) {
  SpreadsheetApp.getUi().createMenu("FITN7")
    .addItem("Écrire", "ecrire").addSeparator()
    .addSubMenu(SpreadsheetApp.getUi().createMenu("Plus").addItem("Mode", "mode"))
    .addToUi();
  globalThis.seen = String(e.authMode);
}
function mode() { return globalThis.seen; }
function ecrire() {
  var sheet = SpreadsheetApp.getActive().getSheets()[0];
  sheet.getRange(1, 1, 2, 2).setValues([["Coût", "Taux"], [1000, 0.8]]);
  sheet.getRange("C2").setFormula("=FITN_DOUBLE(A2)*B2");
  return sheet.getRange("C2").getValue();
}
function FITN_DOUBLE(x) { return x * 2; }
function FITN_WRITES() { SpreadsheetApp.getActiveSheet().getRange(1, 1).setValue(1); }
function FITN_READS() { return SpreadsheetApp.getActiveSheet().getRange(1, 1).getValue(); }
function FITN_WHO() { return Session.getActiveUser().getEmail(); }
function FITN_MEMORY(key) { return PropertiesService.getDocumentProperties().setProperty(key, "1").getProperty(key); }
function FITN_LIST(rows) { return rows.map(function (row) { return [row[0], row[0] * 2]; }); }
function spill() {
  var sheet = SpreadsheetApp.getActiveSheet();
  sheet.getRange("A1:A3").setValues([[1], [2], [3]]);
  sheet.getRange("C2").setValue("=FITN_LIST(A1:A3)");
  var before = [sheet.getDataRange().getA1Notation(), sheet.getRange("D4").getValue()];
  sheet.getRange("D3").setValue("obstacle");
  return before.concat([sheet.getRange("C2").getValue(), sheet.getLastRow()]);
}
function FITN_TABLE(rows, columns) {
  return Array.from({ length: rows }, function (_, r) {
    return Array.from({ length: columns }, function (_, c) { return (r + 1) + ":" + (c + 1); });
  });
}
function large() {
  var sheet = SpreadsheetApp.getActiveSheet();
  sheet.getRange("A2").setFormula("=FITN_TABLE(5000;14)");
  var last = sheet.getRange(5001, 14).getValue();
  return [sheet.getMaxRows(), sheet.getMaxColumns(), last, sheet.getDataRange().getA1Notation()];
}
function FITN_DAYS() { return [[FITN_DAY(), FITN_DAY()]]; }
function dates() {
  var range = SpreadsheetApp.getActiveSheet().getRange("A1:E1");
  range.setFormulas([["=TODAY()", "=NOW()", "=FITN_DAYS()", "", "=VALUE(A1)"]]);
  var shown = range.getDisplayValues()[0];
  return range.getValues()[0].map(function (value, i) { return [value instanceof Date, shown[i]]; });
}
function replaceTab() {
  var book = SpreadsheetApp.getActive();
  var old = book.getSheetByName("DITP 2021-06");
  var next = book.insertSheet("DITP 2021-06 (en cours)");
  try {
    next.getRange("A1").setValue("nouveau");
    SpreadsheetApp.flush();
  } catch (e) {
    book.deleteSheet(next);
    throw e;
  }
  if (old) book.deleteSheet(old);
  next.setName("DITP 2021-06");
}
function FITN_FAILS() { throw new Error("population inconnue"); }
function FITN_KIND(d) { return d instanceof Date; }
function FITN_DAY() { return new Date(Date.UTC(2021, 5, 30, 0)); }
function formula(text) {
  var cell = SpreadsheetApp.getActiveSheet().getRange("E1");
  cell.setFormula(text);
  return cell.getValue();
}
function globalsSeen(names) { return names.filter(function (n) { return typeof globalThis[n] !== "undefined"; }); }
function caught() { try { SpreadsheetApp.getActive().nothing(); } catch (e) { return [e instanceof Error, e.message]; } }
function isArray() { return SpreadsheetApp.getActiveSheet().getRange("A1:B2").getValues() instanceof Array; }
function echo(x) { return x; }
function today() { return { day: new Date(0) }; }
function secret_() { return 1; }
function ask() {
  var ui = SpreadsheetApp.getUi();
  return ui.alert("Titre", "Continuer ?", ui.ButtonSet.YES_NO) === ui.Button.YES;
}
function locked() { var l = LockService.getDocumentLock(); return [l.tryLock(10), l.hasLock()]; }
`;

describe("createHost", () => {
  it("runs onOpen, shows its menu, and presses its lines", () => {
    const host = createHost({ code, ui: scriptedUi() });
    host.open();
    expect(host.menu).toEqual([
      {
        caption: "FITN7",
        entries: [
          { kind: "item", caption: "Écrire", functionName: "ecrire" },
          { kind: "separator" },
          {
            kind: "menu",
            menu: {
              caption: "Plus",
              entries: [{ kind: "item", caption: "Mode", functionName: "mode" }],
            },
          },
        ],
      },
    ]);
    expect(host.click("FITN7", "Écrire")).toBe(1600);
    expect(host.click("FITN7", "Plus", "Mode")).toBe("LIMITED");
    expect(() => host.click("FITN7", "Rien")).toThrow("Aucune ligne de menu : FITN7 ▸ Rien");
    expect(host.values("Feuille 1")).toEqual([
      ["Coût", "Taux", null],
      [1000, 0.8, 1600],
    ]);
    expect(host.display("Feuille 1")).toEqual([
      ["Coût", "Taux", ""],
      ["1000", "0,8", "1600"],
    ]);
  });

  it("gives the script no global of Node or of a browser", () => {
    const host = createHost({ code });
    const names = [
      ..."process require module Buffer setTimeout setInterval queueMicrotask URL".split(" "),
      ..."TextEncoder fetch atob btoa performance crypto structuredClone WebAssembly".split(" "),
      ..."window document Blob FormData URLSearchParams AbortController".split(" "),
    ];
    expect(host.call("globalsSeen", names)).toEqual([]);
    expect(host.call("globalsSeen", ["SpreadsheetApp", "console", "JSON", "Map"])).toHaveLength(4);
  });

  it("throws errors and gives arrays that the script knows for its own", () => {
    const host = createHost({ code });
    expect(host.call("caught")).toEqual([
      true,
      "Spreadsheet.nothing is not implemented in the local host",
    ]);
    expect(host.call("isArray")).toBe(true);
  });

  it.each([
    ["=FITN_DOUBLE(4)", 8],
    ["=FITN_WRITES()", "#ERROR!"],
    ["=FITN_READS()", ""],
    ["=FITN_WHO()", "#ERROR!"],
    ['=FITN_MEMORY("a")', "1"],
    ["=FITN_FAILS()", "#ERROR!"],
    ["=FITN_KIND(TODAY())", true],
    ["=ROUND(FITN_DAY()*24,0)", 44377 * 24 + 2],
  ])("computes %s in a cell", (formula, expected) => {
    const host = createHost({ code });
    const value = host.call("formula", formula);
    expect(value).toEqual(expected);
  });

  it("keeps the message of what a function in a cell threw", () => {
    const host = createHost({ code });
    for (const [formula, message] of [
      ["=FITN_FAILS()", "population inconnue"],
      ["=FITN_WRITES()", "You do not have permission to call setValue"],
    ]) {
      host.call("formula", formula);
      const value = host.calculator.value("Feuille 1", 1, 5);
      expect(value).toMatchObject({
        error: "#ERROR!",
        message: expect.stringContaining(message ?? ""),
      });
    }
  });

  it("refuses services while the script loads and in onOpen without authorisation", () => {
    const touching = (where: string) => ({ code: where, ui: scriptedUi() });
    const load = touching("SpreadsheetApp.getActiveSheet().getLastRow();");
    expect(() => createHost(load)).toThrow("You do not have permission to call getLastRow");
    const open = createHost(
      touching("function onOpen() { PropertiesService.getUserProperties().getKeys(); }"),
    );
    expect(() => open.open("NONE")).toThrow("You do not have permission to call getKeys");
    expect(() => open.open()).not.toThrow();
  });

  it("does not count the calls of functions in cells", () => {
    const host = createHost({ code });
    host.call("formula", "=FITN_READS()");
    expect(host.ledger.calls).toEqual({ "Range.setFormula": 1, "Range.getValue": 1 });
  });

  it.each([
    [
      { a: 1, b: undefined, c: [undefined] },
      { a: 1, b: null, c: [null] },
    ],
    [undefined, null],
    ["texte", "texte"],
    [
      { map: new Map([[1, 2]]), set: new Set([1]) },
      { map: {}, set: {} },
    ],
  ])("carries %j from a page and back", (given, expected) => {
    expect(createHost({ code }).callFromPage("echo", given)).toEqual(expected);
  });

  it("refuses what google.script.run refuses", () => {
    const host = createHost({ code });
    expect(() => host.callFromPage("echo", { day: new Date() })).toThrow("illegal value");
    expect(() => host.callFromPage("secret_")).toThrow("is not a function");
    expect(host.callFromPage("today")).toBeNull();
    expect(host.call("secret_")).toBe(1);
  });

  it("answers dialogs from its script, and has no Ui without one", () => {
    const ui = scriptedUi(["NO", "YES"]);
    const host = createHost({ code, ui });
    expect(host.call("ask")).toBe(false);
    expect(host.call("ask")).toBe(true);
    expect(ui.shown[0]).toEqual({ kind: "alert", title: "Titre", text: "Continuer ?" });
    expect(() => host.call("ask")).toThrow("Aucune réponse prévue à la question : Continuer ?");
    expect(() => createHost({ code }).call("ask")).toThrow(
      "Cannot call SpreadsheetApp.getUi() from this context.",
    );
  });

  it("simulates another run that holds the lock, and lets go at the end of a run", () => {
    const host = createHost({ code });
    expect(host.call("locked")).toEqual([true, true]);
    expect(host.locks.get("document")?.held).toBe(false);
    const lock = host.locks.get("document");
    if (lock) lock.heldElsewhere = true;
    expect(host.call("locked")).toEqual([false, false]);
  });

  it("spills arrays, counts them as filled, and shows #REF! where something is in the way", () => {
    expect(createHost({ code }).call("spill")).toEqual(["A1:D4", 6, "#REF!", 3]);
  });

  it("adds the rows and columns that a spilled array needs, as Google does", () => {
    const host = createHost({ code });
    expect(host.call("large")).toEqual([5001, 26, "5000:14", "A1:N5001"]);
    expect(host.workbook.snapshot().sheets[0]).toMatchObject({ rows: 5001, columns: 26 });
  });

  it("shows dates in cells of automatic format whose formula gives them", () => {
    const host = createHost({ code, now: () => Date.UTC(2021, 6, 5, 10) });
    expect(host.call("dates")).toEqual([
      [true, "05/07/2021"],
      [true, "05/07/2021 12:00:00"],
      [true, "30/06/2021 02:00:00"],
      [true, "30/06/2021 02:00:00"],
      [false, "44382"],
    ]);
    expect(host.display("Feuille 1")[0]?.slice(0, 2)).toEqual([
      "05/07/2021",
      "05/07/2021 12:00:00",
    ]);
  });

  it("keeps the former tab whichever call of its replacement fails", () => {
    const host = createHost({ code });
    host.call("replaceTab");
    host.workbook.write({ sheet: "DITP 2021-06", row: 2, column: 1, rows: 1, columns: 1 }, () => ({
      kind: "value",
      value: "ancien",
    }));
    for (const failing of ["Spreadsheet.insertSheet", "Range.setValue", "SpreadsheetApp.flush"]) {
      host.ledger.beforeCall = (name) => {
        if (name === failing) throw new Error(`panne : ${failing}`);
      };
      expect(() => host.call("replaceTab")).toThrow(`panne : ${failing}`);
      expect(host.workbook.sheetNames()).toEqual(["Feuille 1", "DITP 2021-06"]);
      expect(host.values("DITP 2021-06")).toEqual([["nouveau"], ["ancien"]]);
    }
  });

  it("restores a snapshot and gives one back", () => {
    const first = createHost({ code });
    first.call("ecrire");
    const second = createHost({ code, snapshot: first.workbook.snapshot() });
    expect(second.values("Feuille 1")).toEqual(first.values("Feuille 1"));
  });

  it("lets a chosen call fail, and the script sees an error of its own", () => {
    const host = createHost({ code });
    host.ledger.beforeCall = (name, index) => {
      if (name === "Range.setFormula" && index === 1)
        throw new Error("Service error: Spreadsheets");
    };
    expect(() => host.call("ecrire")).toThrow("Service error: Spreadsheets");
    expect(host.values("Feuille 1")).toHaveLength(2);
  });
});

describe("the person's properties", () => {
  it("outlive the host where a store is given", () => {
    const userProperties = new Map([["nom", "Camille"]]);
    const script = `
function whoIs() { return PropertiesService.getUserProperties().getProperty("nom"); }
function forget() { PropertiesService.getUserProperties().setProperty("nom", "Dominique"); }`;
    const host = createHost({ code: script, userProperties });
    expect(host.call("whoIs")).toBe("Camille");
    host.call("forget");
    expect(createHost({ code: script, userProperties }).call("whoIs")).toBe("Dominique");
  });
});

describe("where the person is", () => {
  const place = `
function ou() {
  var range = SpreadsheetApp.getActiveRange();
  return SpreadsheetApp.getActiveSheet().getName() + " " + range.getA1Notation();
}
function aller() { SpreadsheetApp.getActive().getSheetByName("Suivi").getRange("B2:C3").activate(); }
function montrer(name) { SpreadsheetApp.getActive().getSheetByName(name).activate(); }
`;
  const host = () => {
    const made = createHost({ code: place });
    for (const name of ["Suivi", "Journal"]) made.workbook.addSheet(name);
    made.workbook.setName("TAUX", { sheet: "Journal", row: 4, column: 2, rows: 2, columns: 1 });
    return made;
  };

  it.each([
    ["Suivi", "A5", "Suivi A5"],
    ["Suivi", "B2:D9", "Suivi B2:D9"],
    ["Suivi", "A1:A", "Suivi A1:A1000"],
    ["Suivi", undefined, "Suivi A1"],
    ["Suivi", "TAUX", "Journal B4:B5"],
  ])("is told to scripts: %s %s", (sheet, range, read) => {
    const made = host();
    made.select(sheet, range);
    expect(made.call("ou")).toBe(read);
  });

  it("is the first cell of the first sheet at the start", () => {
    expect(host().call("ou")).toBe("Feuille 1 A1");
  });

  it("is where a script goes; showing the sheet that is shown keeps the selection", () => {
    const made = host();
    made.call("aller");
    expect(made.selected).toEqual({ sheet: "Suivi", row: 2, column: 2, rows: 2, columns: 2 });
    made.call("montrer", "Suivi");
    expect(made.call("ou")).toBe("Suivi B2:C3");
    made.call("montrer", "Journal");
    expect(made.call("ou")).toBe("Journal A1");
  });

  it.each([
    ["Absent", "A1", 'No sheet named "Absent".'],
    ["Suivi", "?", "Range not found"],
  ])("refuses %s %s", (sheet, range, message) => {
    expect(() => host().select(sheet, range)).toThrow(message);
  });
});
