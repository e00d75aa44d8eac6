import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Mouvement,
  obstaclesAuMouvement,
  situationsApres,
  soldes,
} from "../../src/rules/mouvements.js";
import { RUNS } from "./runs.js";

const REVUE = "2021-09-01";
/** The day movements are recorded on. */
const aujourdhui = "2021-10-01";

const DEPARTEMENTS = [
  { code: "77", initial: 29_700_000, accorde: 20_000_000 },
  { code: "93", initial: 29_700_000, accorde: 29_700_000 },
  { code: "51", accorde: 0 },
];

const mouvement = (change: Partial<Mouvement> = {}): Mouvement => ({
  date: "2021-09-01",
  de: "77",
  vers: "93",
  montant: 1_000_000,
  motif: "Crédits non consommés",
  ...change,
});

const codes = (
  change: Partial<Mouvement>,
  revue: string | undefined = REVUE,
  past: Mouvement[] = [],
) =>
  obstaclesAuMouvement(mouvement(change), DEPARTEMENTS, past, {
    aujourdhui,
    ...(revue !== undefined && { revue }),
  }).map(({ code }) => code);

describe("a movement between départements (IDF, first review on 01/09/2021)", () => {
  it.each<[string, Partial<Mouvement>, readonly string[]]>([
    ["on the day of the review", { date: "2021-09-01" }, []],
    ["the day before", { date: "2021-08-31" }, ["AVANT_REVUE"]],
    ["on the day it is recorded", { date: aujourdhui }, []],
    ["the day after", { date: "2021-10-02" }, ["A_VENIR"]],
    ["of all that is not granted", { montant: 9_700_000 }, []],
    ["of a cent more", { montant: 9_700_001 }, ["DEJA_ACCORDE"]],
    ["of nothing", { montant: 0 }, ["MONTANT"]],
    ["of half a cent", { montant: 0.5 }, ["MONTANT"]],
    ["from a département that granted all", { de: "93", vers: "77", montant: 1 }, ["DEJA_ACCORDE"]],
    ["to itself", { vers: "77" }, ["MEME_DEPARTEMENT"]],
    ["without a reason", { motif: " " }, ["MOTIF_ABSENT"]],
    ["to one without a drawing right", { vers: "51" }, ["SANS_DROIT"]],
    ["to one that is not followed", { vers: "2A" }, ["INCONNU"]],
  ])("%s", (_, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  it("has no first day where neither document nor setting gives one", () => {
    expect(
      obstaclesAuMouvement(mouvement({ date: "2021-01-01" }), DEPARTEMENTS, [], { aujourdhui }),
    ).toEqual([]);
  });

  it("counts those before it: what left can't leave again", () => {
    expect(codes({ montant: 5_000_000 }, REVUE, [mouvement({ montant: 5_000_000 })])).toEqual([
      "DEJA_ACCORDE",
    ]);
    const [found] = obstaclesAuMouvement(
      mouvement({ montant: 5_000_000 }),
      DEPARTEMENTS,
      [mouvement({ montant: 5_000_000 })],
      { aujourdhui, revue: REVUE },
    );
    expect(found).toMatchObject({ droit: 24_700_000, accorde: 20_000_000, disponible: 4_700_000 });
  });

  const any = fc.record({
    date: fc.constant("2021-10-01"),
    de: fc.constantFrom("77", "93", "51", "2A"),
    vers: fc.constantFrom("77", "93", "51", "2A"),
    montant: fc.integer({ min: -5, max: 40_000_000 }),
    motif: fc.constant("essai"),
  });

  it("sums to zero with all others, whatever they are", () => {
    fc.assert(
      fc.property(fc.array(any), (list) => {
        expect([...soldes(list).values()].reduce((sum, net) => sum + net, 0)).toBe(0);
      }),
      RUNS,
    );
  });

  it("never leaves a département with less than it granted, nor changes the sum of rights", () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (list) => {
        const ledger: Mouvement[] = [];
        for (const one of list) {
          if (
            obstaclesAuMouvement(one, DEPARTEMENTS, ledger, { aujourdhui, revue: REVUE }).length ===
            0
          )
            ledger.push(one);
        }
        const after = situationsApres(DEPARTEMENTS, ledger);
        for (const { reste = 0 } of after) expect(reste).toBeGreaterThanOrEqual(0);
        expect(after.reduce((sum, { droit = 0 }) => sum + droit, 0)).toBe(59_400_000);
      }),
      RUNS,
    );
  });
});
