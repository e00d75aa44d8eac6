import { describe, expect, it } from "vitest";
import { modulesUnder } from "./modules.js";

const LONGEST = 300;

/** Tables of data, where a line is an entry: they may be longer. */
const TABLES = new Set(["src/dossiers/champs.ts"]);

describe("each module of src", () => {
  const modules = modulesUnder("src");

  it(`holds one concept, in ${LONGEST} lines at most`, () => {
    const long = modules
      .filter(({ path }) => !TABLES.has(path))
      .map(({ path, text }) => [path, text.trimEnd().split("\n").length] as const)
      .filter(([, lines]) => lines > LONGEST);
    expect(long).toEqual([]);
  });

  it("says above each exported function what it does", () => {
    const silent = modules.flatMap(({ path, text }) => {
      const lines = text.split("\n");
      return lines.flatMap((line, index) => {
        const name = /^export (?:async )?function (\w+)/.exec(line)?.[1];
        if (name === undefined) return [];
        return lines[index - 1]?.trimEnd().endsWith("*/") ? [] : [`${path}: ${name}`];
      });
    });
    expect(silent).toEqual([]);
  });
});
