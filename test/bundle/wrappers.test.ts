import { describe, expect, it } from "vitest";
import { POSITIONS_GUICHET } from "../../src/app/choisir-guichet.js";
import { FUNCTIONS } from "../../src/functions/index.js";
import { RUNS } from "../../src/functions/runs.js";
import { built } from "./contexte.js";

/** Every top-level function with a JSDoc: its comment and its parameters. */
const documented = new Map(
  [...built("Code.js").matchAll(/^\/\*\*\n([\s\S]*?)\n \*\/\nfunction (\w+)\(([^)]*)\)/gm)].map(
    ([, doc = "", name = "", parameters = ""]) =>
      [name, { doc: doc.replace(/^ \* ?/gm, ""), parameters }] as const,
  ),
);

describe.each(FUNCTIONS.map((declaration) => [declaration.name, declaration] as const))(
  "%s in dist/Code.js",
  (name, { summary, parameters, returns, examples }) => {
    const { doc = "", parameters: given } = documented.get(name) ?? {};

    it("is a top-level function with its parameters' names", () => {
      expect(given).toBe(parameters.map((parameter) => parameter.name).join(", "));
    });

    it("shows its help in Google's autocompletion", () => {
      const lines = doc.split("\n");
      expect(lines[0]).toBe(summary);
      expect(lines).toContain("@customfunction");
      expect(lines).toContain(`@return {*} ${returns}`);
      expect(lines).toContain(`@example ${examples[0].formula}`);
      for (const { name: parameter, help } of parameters) {
        expect(lines).toContain(`@param {*} ${parameter} ${help}`);
      }
    });

    it("says in the help what may be left out: the helper box shows all as required", () => {
      for (const { help, optional } of parameters) {
        expect(help.startsWith("Facultatif")).toBe(optional === true);
      }
    });
  },
);

describe("the functions that the bundle knows", () => {
  const declared = FUNCTIONS.map(({ name }) => name);

  it("are those declared, each by its own computation", () => {
    expect(Object.keys(RUNS).sort()).toEqual([...declared].sort());
    for (const { name, run } of FUNCTIONS) expect(RUNS[name], name).toBe(run);
  });

  it("are the only ones that Google offers in cells", () => {
    const offered = [...documented].filter(([, { doc }]) => doc.includes("@customfunction"));
    expect(offered.map(([name]) => name).sort()).toEqual([...declared].sort());
  });

  it("take the guichet where Choisir le guichet looks for it", () => {
    const places = FUNCTIONS.flatMap(({ name, parameters }) => {
      const at = parameters.findIndex((parameter) => parameter.name === "guichet");
      return at < 0 ? [] : [[name, at] as const];
    });
    expect([...POSITIONS_GUICHET].sort()).toEqual([...places].sort());
  });
});
