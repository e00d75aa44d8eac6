/// <reference types="google-apps-script" />
import { WorkbookModel } from "../../../local/engine/model/index.js";
import type { Calculator, GridSource, Value } from "../../../local/engine/types.js";
import {
  createServices,
  Ledger,
  OWN_REALM,
  type ServiceContext,
} from "../../../local/services/index.js";

/** A calculator that knows no formula: a formula cell reads as its own text. */
export function textCalculator(source: GridSource): Calculator {
  const value = (sheet: string, row: number, column: number): Value => {
    const content = source.content(sheet, row, column);
    if (!content) return null;
    return content.kind === "value" ? content.value : `(${content.text})`;
  };
  return {
    value,
    values: ({ sheet, row, column, rows, columns }) =>
      Array.from({ length: rows }, (_, r) =>
        Array.from({ length: columns }, (_, c) => value(sheet, row + r, column + c)),
      ),
    spillOrigin: () => undefined,
    showsDate: () => false,
    changed: () => undefined,
    reset: () => undefined,
  };
}

/** A workbook of one sheet `Suivi` and the globals of a script on it. */
export function world(
  given: Partial<ServiceContext> & { timeZone?: string; locale?: string } = {},
) {
  const workbook = given.workbook ?? new WorkbookModel(given);
  if (workbook.sheets.length === 0) workbook.addSheet("Suivi");
  const scopes = ["document", "script", "user"] as const;
  const context: ServiceContext = {
    workbook,
    calculator: textCalculator(workbook),
    ledger: new Ledger(),
    properties: { document: workbook.properties, script: new Map(), user: new Map() },
    caches: new Map(scopes.map((scope) => [scope, new Map()])),
    locks: new Map(scopes.map((scope) => [scope, { held: false, heldElsewhere: false }])),
    html: new Map([["aide", "<p>Aide</p>"]]),
    name: "Classeur",
    userEmail: "",
    scriptTimeZone: "Europe/Paris",
    now: () => Date.UTC(2021, 6, 5, 10),
    log: () => undefined,
    realm: OWN_REALM,
    ui: undefined,
    mode: "script",
    activeSheet: undefined,
    activeArea: undefined,
    ...given,
  };
  const globals = createServices(context) as unknown as Globals;
  return { context, workbook, globals, ledger: context.ledger };
}

/** The globals as a script sees them. */
export interface Globals {
  SpreadsheetApp: typeof SpreadsheetApp;
  PropertiesService: typeof PropertiesService;
  CacheService: typeof CacheService;
  LockService: typeof LockService;
  Utilities: typeof Utilities;
  Session: typeof Session;
  HtmlService: typeof HtmlService;
  Logger: typeof Logger;
  MailApp: typeof MailApp;
  Charts: typeof Charts;
}

/** The sheet `Suivi` as a script holds it. */
export function suivi(globals: Globals): GoogleAppsScript.Spreadsheet.Sheet {
  const sheet = globals.SpreadsheetApp.getActive().getSheetByName("Suivi");
  if (!sheet) throw new Error("Suivi");
  return sheet;
}
