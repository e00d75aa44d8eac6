import { readFileSync } from "node:fs";
import { type Context, createContext, runInContext } from "node:vm";
import { ROOT } from "../architecture/modules.js";

/** A built file, as it is pushed. */
export const built = (name: string): string => readFileSync(`${ROOT}dist/${name}`, "utf8");

/** The script inside the page that holds the actions. */
export function actionsCode(): string {
  const page = built("Actions.html");
  return page.slice(page.indexOf(">") + 1, page.lastIndexOf("</script>"));
}

/** Globals of Apps Script: at load none may be touched. */
export const SERVICES = [
  "SpreadsheetApp",
  "HtmlService",
  "PropertiesService",
  "CacheService",
  "LockService",
  "ScriptApp",
  "Session",
  "Utilities",
  "UrlFetchApp",
  "MailApp",
  "Logger",
];

/** Globals of Node's and of browsers' that Apps Script lacks. */
export const FOREIGN = [
  "process",
  "Buffer",
  "require",
  "global",
  "window",
  "document",
  "navigator",
  "URL",
  "URLSearchParams",
  "TextEncoder",
  "TextDecoder",
  "fetch",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "structuredClone",
  "atob",
  "btoa",
  "crypto",
  "performance",
  "Blob",
  "FormData",
  "localStorage",
  "WebAssembly",
  "SharedArrayBuffer",
  "Atomics",
];

/**
 * A context with the ECMAScript globals alone. Each name of `watched` is told to `touched` where a
 * script so much as asks whether it is there.
 */
export function bareContext(
  globals: object = {},
  watched: readonly string[] = [],
  touched: string[] = [],
): Context {
  const context = createContext(Object.create(null));
  for (const name of ["console", "WebAssembly", "SharedArrayBuffer", "Atomics"]) {
    runInContext(`delete globalThis.${name}`, context);
  }
  Object.assign(context, globals);
  for (const name of watched) {
    Object.defineProperty(context, name, {
      configurable: true,
      get: () => {
        touched.push(name);
        return undefined;
      },
    });
  }
  return context;
}

/** Google's side of a custom function: a zone, and no settings kept. */
export const MINIMAL = {
  SpreadsheetApp: {
    getActiveSpreadsheet: () => ({ getSpreadsheetTimeZone: () => "Europe/Paris" }),
  },
  PropertiesService: { getDocumentProperties: () => ({ getProperty: () => null }) },
};

/** The built bundle, loaded in such a context. */
export function loaded(globals: object = MINIMAL): Context {
  const context = bareContext(globals);
  runInContext(built("Code.js"), context, { filename: "Code.js" });
  return context;
}

/** Calls a top-level function with arguments of its own realm, as Google does. */
export function callIn(context: Context, name: string, args: readonly unknown[]): unknown {
  const text = args.map((arg) => (arg === undefined ? "undefined" : JSON.stringify(arg))).join();
  return runInContext(`${name}(${text})`, context);
}
