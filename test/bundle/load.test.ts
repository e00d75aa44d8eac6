import { runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { actionsCode, bareContext, built, callIn, FOREIGN, loaded, SERVICES } from "./contexte.js";

/** Names the script uses as globals: not a property, not a key, not inside a text. */
function names(code: string, name: string): boolean {
  const bare = code
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');
  return new RegExp(`(?<![\\w$.])${name}(?![\\w$:]|\\s*=>)`).test(bare);
}

describe("dist/Code.js", () => {
  it("loads where there is nothing but ECMAScript, and asks for no service", () => {
    const touched: string[] = [];
    const context = bareContext({}, [...SERVICES, ...FOREIGN, "console"], touched);
    runInContext(built("Code.js"), context);
    expect(touched).toEqual([]);
  });

  it("adds one global of its own, and functions", () => {
    const before = new Set(Object.getOwnPropertyNames(bareContext()));
    const added = Object.entries(loaded({})).filter(([name]) => !before.has(name));
    const others = added.filter(([, value]) => typeof value !== "function");
    expect(others.map(([name]) => name)).toEqual(["FITN7"]);
  });

  it("answers a function with a guichet without any service", () => {
    expect(callIn(loaded({}), "FITN_TAUX", [80_000, "iii", "MARNE-V1"])).toBe(0.8);
  });

  it("says in French, not as a stack, what a cell got wrong", () => {
    const run = () => callIn(loaded({}), "FITN_TAUX", ["beaucoup", "3a", "DITP"]);
    expect(run).toThrow(/^population\u00a0: lu «\u00a0beaucoup\u00a0», attendu un nombre entier/);
  });

  it("stays under the 200 KB that every custom function call loads", () => {
    expect(Buffer.byteLength(built("Code.js"))).toBeLessThanOrEqual(200 * 1024);
  });
});

describe.each([
  ["dist/Code.js", built("Code.js")],
  ["the actions of dist/Actions.html", actionsCode()],
])("%s", (_, code) => {
  // A citation's `document` is a field of ours.
  it.each(FOREIGN.filter((name) => name !== "document"))("does not name %s", (name) => {
    expect(names(code, name)).toBe(false);
  });

  it("holds no class field, private member or module syntax that V8 there refuses", () => {
    expect(code).not.toMatch(/[;{}]static [\w$]+=/);
    expect(code).not.toMatch(/this\.#|^\s*(import|export)\s/m);
  });

  it("writes nothing of a workbook to a log", () => {
    const logged = [...code.matchAll(/console\.\w+\(([^)]*)\)/g)].map(([call]) => call);
    expect(logged.filter((call) => !/^console\.warn\(\w+\)$/.test(call))).toEqual([]);
  });
});
