import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { Host } from "../../local/host/index.js";
import { installe } from "../app/aides/atelier.js";
import { inProject } from "../docs/documents.js";
import { flaw, strange } from "./french.js";
import { GRAINES } from "./graines.js";
import { mutee } from "./muter.js";

const CODE = readFileSync(inProject("dist/Code.js"), "utf8");
const ENTRIES = [...CODE.matchAll(/^function (api\w+)\(/gm)].flatMap(([, name]) => name ?? []);

/** Most cases for each entry; one that does its whole work whatever it is sent has time for fewer. */
const RUNS = 200;
const PATIENCE_MS = 4_000;

/** So many demands go to one workbook, then a new one is opened: what is refused leaves no trace, what is done adds up. */
const PAR_CLASSEUR = 40;

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

/** How many demands were sent. */
const ran = { any: 0, successful: 0 };

/** What is wrong with an answer to a demand, or with the message of its refusal. */
function wrongOf(host: Host, entree: string, demande: unknown): readonly string[] {
  let answer: unknown;
  const given = (() => JSON.stringify(demande) ?? "")();
  try {
    answer = host.callFromPage(entree, demande);
  } catch (error) {
    const found = flaw((error as Error).message, given);
    return found === undefined ? [] : [found];
  }
  const message = (answer as { message?: unknown } | null | undefined)?.message;
  const found = message === undefined ? undefined : flaw(String(message), given);
  return [...strange(answer, given), ...(found === undefined ? [] : [found])];
}

/** Cells that no workbook may hold after a demand, whatever it was. */
function wrongCells({ workbook }: Host, given: string): readonly string[] {
  return workbook.snapshot().sheets.flatMap(({ name, cells }) =>
    cells.flatMap(({ row, column, content }) => {
      const where = `${name} ${row}:${column}`;
      if (content?.kind === "formula") return content.text.includes("1+1") ? [where] : [];
      return content === undefined ? [] : strange(content.value, given, where);
    }),
  );
}

it("every entry of the script is sent to", async () => {
  const names = Object.keys(await import("../../src/actions.js")).filter((name) =>
    name.startsWith("api"),
  );
  expect([...ENTRIES].sort()).toEqual(names.sort());
});

describe.each(ENTRIES)("%s, whatever a page sends", (entry) => {
  it(`answers with plain data of a known kind, or refuses in French (${RUNS} times at most)`, () => {
    const { host } = installe("suivi-nord.xlsx");
    const start = host.workbook.snapshot();
    let calls = 0;
    fc.assert(
      fc.property(json, (given) => {
        calls += 1;
        expect(wrongOf(host, entry, given)).toEqual([]);
      }),
      { seed: 63, numRuns: RUNS, interruptAfterTimeLimit: PATIENCE_MS, includeErrorInReport: true },
    );
    ran.any += calls;
    expect(calls).toBeGreaterThan(0);
    const own = (sheets: typeof start.sheets) => sheets.find(({ name }) => name === "Suivi FITN7");
    expect(own(host.workbook.snapshot().sheets)?.name).toBe(own(start.sheets)?.name);
  });

  const graines = GRAINES.filter(({ entree }) => entree === entry);

  it("has a demand that succeeds", () => {
    expect(graines.length).toBeGreaterThan(0);
    for (const { ouvre, demande } of graines) {
      expect(["refus", "refusee"]).not.toContain(ouvre().api(entry, demande)?.kind);
    }
  });

  it.each(graines.map(({ ouvre, demande }, at) => [at, ouvre, demande] as const))(
    "the same for demand %i, that succeeds, with something in it changed",
    (_, ouvre, demande) => {
      let host: Host | undefined;
      let calls = 0;
      let sent = "";
      fc.assert(
        fc.property(mutee(demande), (given) => {
          if (!host || calls % PAR_CLASSEUR === 0) {
            if (host) expect(wrongCells(host, sent)).toEqual([]);
            host = ouvre().host;
            sent = "";
          }
          calls += 1;
          sent += JSON.stringify(given) ?? "";
          expect(wrongOf(host, entry, given)).toEqual([]);
        }),
        {
          seed: 2_021,
          numRuns: RUNS,
          interruptAfterTimeLimit: PATIENCE_MS,
          includeErrorInReport: true,
        },
      );
      if (host) expect(wrongCells(host, sent)).toEqual([]);
      ran.successful += calls;
      expect(calls).toBeGreaterThan(0);
    },
  );
});

afterAll(() =>
  console.info(
    `${ran.any + ran.successful} demands to ${ENTRIES.length} entries: ${ran.any} of any kind, ${ran.successful} changed from one that succeeds.`,
  ),
);
