import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { installe } from "../app/aides/atelier.js";
import { inProject } from "../docs/documents.js";
import { flaw, strange } from "./french.js";

const CODE = readFileSync(inProject("dist/Code.js"), "utf8");
const ENTRIES = [...CODE.matchAll(/^function (api\w+)\(/gm)].flatMap(([, name]) => name ?? []);

/** Most cases for each entry; one that does its whole work whatever it is sent has time for fewer. */
const RUNS = 600;
const PATIENCE_MS = 15_000;

/** Keys that entries ask for, so that the data gets past the border now and then. */
const KEYS = [
  ...new Set(
    [
      ...readFileSync(inProject("dist/Actions.html"), "utf8").matchAll(
        /\b([a-z][A-Za-z_]{2,16}):/g,
      ),
    ].map(([, key]) => key ?? ""),
  ),
];

const leaf: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom("", "4210370", "4210507", "Comité du 9 juillet", "2021-06", "2021-07-09", "HDF"),
  fc.constantFrom("favorable", "défavorable", "ajourné", "=1+1", "__proto__", "<b>x</b>", "59"),
  fc.constantFrom(0, -1, 1, 5_000_000, 1e21, 0.1, true, false, null),
  fc.string({ maxLength: 12 }),
);

const json: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie("any"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie("any"), { maxKeys: 6 }),
  ),
})).any;

describe.each(ENTRIES)("%s, whatever a page sends", (entry) => {
  it(`answers with plain data of a known kind, or refuses in French (${RUNS} times at most)`, () => {
    const { host } = installe("suivi-nord.xlsx");
    const start = host.workbook.snapshot();
    let calls = 0;
    fc.assert(
      fc.property(json, (given) => {
        calls += 1;
        let answer: unknown;
        try {
          answer = host.callFromPage(entry, given);
        } catch (error) {
          expect(flaw((error as Error).message, JSON.stringify(given))).toBeUndefined();
          return;
        }
        expect(strange(answer)).toEqual([]);
        if (typeof answer === "object" && answer !== null && "message" in answer) {
          expect(flaw(String(answer.message), JSON.stringify(given))).toBeUndefined();
        }
      }),
      { seed: 63, numRuns: RUNS, interruptAfterTimeLimit: PATIENCE_MS },
    );
    expect(calls).toBeGreaterThan(0);
    const own = (sheets: typeof start.sheets) => sheets.find(({ name }) => name === "Suivi FITN7");
    expect(own(host.workbook.snapshot().sheets)?.name).toBe(own(start.sheets)?.name);
  });
});
