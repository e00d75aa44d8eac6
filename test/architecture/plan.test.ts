import { describe, expect, it } from "vitest";
import { type Module, modulesUnder, withoutComments } from "./modules.js";

/** "The plan of the house": what each folder of src may import besides itself. */
const PLAN: Readonly<Record<string, readonly string[]>> = {
  rules: [],
  guichets: ["rules"],
  dossiers: ["rules"],
  functions: ["rules", "guichets", "dossiers"],
  reports: ["rules", "guichets", "dossiers"],
  imports: ["rules", "dossiers"],
  app: ["rules", "guichets", "dossiers", "functions", "reports", "imports"],
  google: ["rules", "guichets", "dossiers", "functions", "reports", "imports", "app"],
};

/** Folders of which another may take types alone. */
const TYPES_ALONE: Readonly<Record<string, readonly string[]>> = {
  guichets: ["rules"],
  imports: ["reports"],
};

/** Packages: schemas are checked at the border, in `google`, and nowhere else. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  google: ["zod/mini", "zod/v4/locales/fr.js"],
};

const folderOf = (path: string) => path.split("/")[1] ?? "";

describe.each(Object.entries(PLAN))("src/%s", (folder, allowed) => {
  const modules = modulesUnder(`src/${folder}`);
  const alone = TYPES_ALONE[folder] ?? [];

  it("imports no other folder than the plan gives it", () => {
    const strangers = modules.flatMap(({ path, imports }) =>
      imports
        .filter(({ to, typeOnly }) => {
          if (!to.startsWith("src/")) return !PACKAGES[folder]?.includes(to);
          const target = folderOf(to);
          if (target === folder) return false;
          return alone.includes(target) ? !typeOnly : !allowed.includes(target);
        })
        .map(({ to }) => `${path} → ${to}`),
    );
    expect(strangers).toEqual([]);
  });
});

describe("src", () => {
  it("has these folders; files beside them are entry points, that no folder imports", () => {
    const modules = modulesUnder("src");
    const places = new Set(modules.map(({ path }) => folderOf(path)));
    const folders = [...places].filter((place) => !place.endsWith(".ts"));
    expect(folders.sort()).toEqual(Object.keys(PLAN).sort());
    expect([...places]).toContain("main.ts");
  });

  it("has no module that imports itself through others", () => {
    expect(cycles(modulesUnder("src"))).toEqual([]);
  });

  it("names Google's services in src/google alone", () => {
    const services =
      /\b(SpreadsheetApp|HtmlService|PropertiesService|LockService|CacheService|ScriptApp|Session|Utilities|UrlFetchApp|MailApp|GmailApp|DriveApp|Logger|GoogleAppsScript|google\.script)\b/;
    const outside = modulesUnder("src").filter(
      ({ path, text }) => folderOf(path) !== "google" && services.test(withoutComments(text)),
    );
    expect(outside.map(({ path }) => path)).toEqual([]);
  });

  it("reads the clock in src/google alone: a rule is told the day", () => {
    const clock = /new Date\(\)|Date\.now\(|performance\.|Math\.random\(/;
    const outside = modulesUnder("src").filter(
      ({ path, text }) => folderOf(path) !== "google" && clock.test(withoutComments(text)),
    );
    expect(outside.map(({ path }) => path)).toEqual([]);
  });
});

describe("local", () => {
  it("knows the add-in by its built bundle, never by its sources", () => {
    const inside = modulesUnder("local").flatMap(({ path, imports }) =>
      imports.filter(({ to }) => to.startsWith("src/")).map(({ to }) => `${path} → ${to}`),
    );
    expect(inside).toEqual([]);
  });
});

describe("sidebar", () => {
  /** Pure folders, whose code a page may carry: checks as one types, reading of files, heavy computing. */
  const PURE = new Set(["rules", "guichets", "dossiers", "functions", "reports", "imports"]);

  it("carries the pure folders, and of src/app the types alone", () => {
    const inside = modulesUnder("sidebar").flatMap(({ path, imports }) =>
      imports
        .filter(({ to }) => to.startsWith("src/"))
        .filter(
          ({ to, typeOnly }) => !PURE.has(folderOf(to)) && !(folderOf(to) === "app" && typeOnly),
        )
        .map(({ to }) => `${path} → ${to}`),
    );
    expect(inside).toEqual([]);
  });

  it("never builds markup from data", () => {
    const markup = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|srcdoc/;
    const found = modulesUnder("sidebar").filter(({ text }) => markup.test(withoutComments(text)));
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

/** Rings of modules that import each other's code, each told once; types make no ring. */
function cycles(modules: readonly Module[]): readonly string[] {
  const known = new Map(modules.map((module) => [module.path, module]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, above: readonly string[]): void => {
    const at = above.indexOf(path);
    if (at >= 0) found.push([...above.slice(at), path].join(" → "));
    if (at >= 0 || done.has(path)) return;
    for (const { to, typeOnly } of known.get(path)?.imports ?? []) {
      if (!typeOnly) visit(to, [...above, path]);
    }
    done.add(path);
  };
  for (const { path } of modules) visit(path, []);
  return found;
}
