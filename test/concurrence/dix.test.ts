import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atelier, plain } from "../app/aides/atelier.js";
import { decider, ficheDe } from "../app/aides/comite.js";
import { enveloppeAvec, NUMEROS, trier, valeur } from "./marne.js";

const PERSONS = 10;
const TURNS = 150;

/** Room for so many euros: not for the three grants at their most, nor often for three at once. */
const PLACE = 14_000;
const BASE = enveloppeAvec(PLACE);

interface Turn {
  readonly who: number;
  readonly numero: string;
  readonly what: "look" | "decide" | "sort";
  readonly montant: number;
}

const turns = fc.array(
  fc.record({
    who: fc.nat({ max: PERSONS - 1 }),
    numero: fc.constantFrom(...NUMEROS),
    what: fc.constantFrom("look", "decide", "decide", "sort"),
    montant: fc.integer({ min: 1, max: 9 }).map((thousands) => thousands * 100_000),
  }),
  { minLength: TURNS, maxLength: TURNS },
) as fc.Arbitrary<Turn[]>;

describe("ten référents in one workbook, each on what was last seen", () => {
  const [script = []] = fc.sample(turns, { seed: 1_707, numRuns: 1 });
  const first = atelier(BASE);
  const { workbook } = first.host;
  const persons = Array.from({ length: PERSONS }, (_, index) =>
    atelier(undefined, { workbook, user: `referent${index}@prefecture.test` }),
  );
  /** What each person last saw of each dossier, and how many decisions there had been by then. */
  const seen = new Map<string, { readonly vu: unknown; readonly version: number }>();
  const known = new Map<string, { readonly montant: number; readonly version: number }>();
  const answers = { fait: 0, conflit: 0, enveloppe: 0, autre: 0 };
  const perdues: string[] = [];
  const depassements: number[] = [];
  const accorde = () =>
    NUMEROS.reduce((sum, numero) => sum + Number(valeur(first, numero, "Subvention État") ?? 0), 0);

  for (const { who, numero, what, montant } of script) {
    const person = persons[who];
    if (!person) continue;
    const key = `${who} ${numero}`;
    const last = seen.get(key);
    const version = known.get(numero)?.version ?? 0;
    if (what === "sort") trier(person, who % 5);
    else if (what === "look" || !last) {
      seen.set(key, { vu: ficheDe(person, numero).vu, version });
    } else {
      const answer = decider(person, numero, { montant }, { vu: last.vu });
      if (answer.kind === "fait") {
        if (version !== last.version) perdues.push(key);
        known.set(numero, { montant, version: version + 1 });
        answers.fait += 1;
      } else if ("differences" in answer) answers.conflit += 1;
      else if (JSON.stringify(answer).includes("enveloppe")) answers.enveloppe += 1;
      else answers.autre += 1;
      if (accorde() > PLACE) depassements.push(accorde());
    }
  }

  it("some decisions were taken, and some met another's", () => {
    expect(answers.fait).toBeGreaterThan(2);
    expect(answers.conflit).toBeGreaterThan(2);
  });

  it("none was taken over a decision that its author had not seen", () => {
    expect(perdues).toEqual([]);
  });

  it("the envelope was never overrun, and some decisions were refused for it", () => {
    expect(depassements).toEqual([]);
    expect(answers.enveloppe, JSON.stringify(answers)).toBeGreaterThan(2);
  });

  it("the sheet holds the last decision that was recorded, and none that was not", () => {
    for (const [numero, { montant }] of known) {
      expect(valeur(first, numero, "Subvention État"), numero).toBe(montant / 100);
    }
  });

  it("the Journal is a chain: each line starts from what the one before left, none twice", () => {
    const lines = first.host
      .values("Journal")
      .filter((row) => plain(row[2]) === "Comité : décision" && row[4] === "Montant accordé");
    for (const numero of NUMEROS) {
      const own = lines.filter((row) => row[3] === numero);
      expect(own.slice(1).map((row) => row[5])).toEqual(own.slice(0, -1).map((row) => row[6]));
    }
    const keys = first.host.values("Journal").map((row) => JSON.stringify(row.slice(3, 8)));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
