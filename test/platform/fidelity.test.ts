import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { modulesUnder, withoutComments } from "../architecture/modules.js";
import { inProject } from "../docs/documents.js";

interface Ligne {
  readonly classe: string;
  readonly membre: string;
  readonly test: string;
}

const LIGNES: readonly Ligne[] = [
  ...readFileSync(inProject("local/FIDELITY.md"), "utf8").matchAll(
    /^\| `(\w+)\.(\w+)` *\| [^|]+ \| [^|]+ \| (\S+) *\| [^|]+ *\|$/gm,
  ),
].map(([, classe = "", membre = "", test = ""]) => ({ classe, membre, test }));

/** Methods that JavaScript's own values have too: a row names one only for a service. */
const JAVASCRIPT = [
  "check",
  "clear",
  "find",
  "format",
  "get",
  "getTime",
  "parse",
  "replace",
  "toString",
  "warn",
];

/** Methods of Google's interfaces, by name: the classes that have them. */
function documented(): ReadonlyMap<string, ReadonlySet<string>> {
  const folder = inProject("node_modules/@types/google-apps-script");
  const found = new Map<string, Set<string>>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".d.ts"))) {
    let owner = "";
    for (const line of readFileSync(`${folder}/${file}`, "utf8").split("\n")) {
      owner = /^\s*interface (\w+)/.exec(line)?.[1] ?? owner;
      const method = /^\s+(\w+)\(/.exec(line)?.[1];
      if (method === undefined) continue;
      const owners = found.get(method) ?? new Set();
      found.set(method, owners.add(owner));
    }
  }
  return found;
}

const METHODS = documented();

/** Methods called in the code that names Google's services. */
const USED = new Set(
  [
    ...modulesUnder("src/google"),
    ...modulesUnder("src").filter(({ path }) => path === "src/main.ts"),
  ]
    .flatMap(({ text }) => [...withoutComments(text).matchAll(/\.\s*([a-z]\w+)\s*\(/g)])
    .map(([, name]) => name ?? "")
    .filter((name) => METHODS.has(name) && !JAVASCRIPT.includes(name)),
);

describe("local/FIDELITY.md", () => {
  it("has a row for each member the add-in uses", () => {
    expect(USED.size).toBeGreaterThan(80);
    const named = new Set(LIGNES.map(({ membre }) => membre));
    expect([...USED].filter((name) => !named.has(name)).sort()).toEqual([]);
  });

  it("has no row for a member that is not used, or that its class lacks", () => {
    const stale = LIGNES.filter(
      ({ classe, membre }) => !USED.has(membre) || !METHODS.get(membre)?.has(classe),
    );
    expect(stale.map(({ classe, membre }) => `${classe}.${membre}`)).toEqual([]);
    expect(new Set(LIGNES.map(({ classe, membre }) => `${classe}.${membre}`)).size).toBe(
      LIGNES.length,
    );
  });

  it.each(LIGNES)("$classe.$membre is called by $test", ({ membre, test }) => {
    expect(existsSync(inProject(test))).toBe(true);
    // In a table of members it stands between quotes.
    const called = new RegExp(`\\.\\s*${membre}\\s*\\(|"${membre}"`);
    expect(withoutComments(readFileSync(inProject(test), "utf8"))).toMatch(called);
  });
});
