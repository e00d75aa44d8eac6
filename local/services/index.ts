import { absentServices } from "./absent.js";
import { CACHE_SERVICE } from "./cache.js";
import { charts } from "./charts.js";
import type { ServiceContext } from "./context.js";
import { handOut } from "./hand-out.js";
import { HTML_SERVICE } from "./html.js";
import { LOCK_SERVICE } from "./lock.js";
import { loggers } from "./logger.js";
import { PROPERTIES_SERVICE } from "./properties.js";
import { SESSION } from "./session.js";
import { spreadsheetApp } from "./spreadsheet/app.js";
import { utilities } from "./utilities.js";

export type { CacheStore } from "./cache.js";
export type { Mode, ServiceContext } from "./context.js";
export { GoogleError, NotImplementedError } from "./errors.js";
export { type BeforeCall, Ledger } from "./ledger.js";
export type { LockState } from "./lock.js";
export type { PropertyStores } from "./properties.js";
export { errorInRealm, inRealm, isPlainObject, OWN_REALM, type Realm } from "./realm.js";
export { select, selected } from "./spreadsheet/selection.js";
export type { Button, ButtonSet, Menu, MenuEntry, Page, UiPort } from "./ui-port.js";

/** The globals that Apps Script gives to a script, by name. */
export function createServices(context: ServiceContext): Record<string, object> {
  return {
    SpreadsheetApp: spreadsheetApp(context),
    PropertiesService: handOut(context, PROPERTIES_SERVICE, context.properties),
    CacheService: handOut(context, CACHE_SERVICE, undefined),
    LockService: handOut(context, LOCK_SERVICE, undefined),
    Utilities: utilities(context),
    Session: handOut(context, SESSION, undefined),
    Charts: charts(context),
    HtmlService: handOut(context, HTML_SERVICE, undefined),
    ...loggers(context),
    ...absentServices(context),
  };
}
