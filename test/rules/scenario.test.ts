import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bilanDe,
  type ChoixPropose,
  chercherScenario,
  type DossierPese,
  mesure,
  OBJECTIFS,
  type Objectif,
} from "../../src/rules/scenario.js";
import { RUNS } from "./runs.js";

function auBout(
  dossiers: readonly DossierPese[],
  objectif: Objectif,
  enveloppe: number,
): ChoixPropose {
  const search = chercherScenario(dossiers, objectif, enveloppe);
  for (;;) {
    const { value, done } = search.next();
    if (done) return value;
  }
}

const dossier = fc.record(
  {
    montant: fc.integer({ min: 0, max: 50_00 }),
    score: fc.integer({ min: 0, max: 2_000 }),
    population: fc.integer({ min: 0, max: 9_000 }),
    position: fc.constantFrom("Imposé" as const, "Écarté" as const),
  },
  { requiredKeys: [] },
);

const dossiers = fc
  .array(dossier, { maxLength: 9 })
  .map((list) => list.map((one, index) => ({ ...one, cle: `D${index}` })));

/** The best of every choice that keeps what is forced. */
function meilleur(list: readonly DossierPese[], objectif: Objectif, enveloppe: number): number {
  let best = -1;
  for (let mask = 0; mask < 1 << list.length; mask++) {
    const taken = list.filter((_, index) => (mask >> index) % 2 === 1);
    const keys = new Set(taken.map(({ cle }) => cle));
    const allowed = list.every(({ cle, position, montant = 0 }) =>
      position === "Imposé"
        ? keys.has(cle)
        : !keys.has(cle) || (position === undefined && montant > 0),
    );
    const bilan = bilanDe(taken);
    if (allowed && bilan.montant <= enveloppe) best = Math.max(best, mesure(objectif, bilan));
  }
  return best;
}

describe("the best choice around what is forced", () => {
  it.each(OBJECTIFS)("is the best of every choice, for %s", (objectif) => {
    fc.assert(
      fc.property(dossiers, fc.integer({ min: 0, max: 150_00 }), (list, enveloppe) => {
        const choix = auBout(list, objectif, enveloppe);
        const best = meilleur(list, objectif, enveloppe);
        expect(choix.depasse).toBe(best < 0);
        if (choix.depasse) return;
        expect([mesure(objectif, choix.bilan), choix.prouve]).toEqual([best, true]);
        expect(choix.bilan.montant).toBeLessThanOrEqual(enveloppe);
      }),
      { ...RUNS, numRuns: 300 },
    );
  });

  it.each([
    ["a dossier forced in stays, though another is worth more", 100, ["A"]],
    ["to the cent: what is forced in fits exactly", 60, ["A"]],
  ])("%s", (_, enveloppe, retenus) => {
    const list: DossierPese[] = [
      { cle: "A", montant: 60, score: 1, position: "Imposé" },
      { cle: "B", montant: 50, score: 900 },
      { cle: "C", montant: 10, score: 900, position: "Écarté" },
    ];
    expect(auBout(list, "Score", enveloppe).retenus).toEqual(retenus);
  });

  it("looks for nothing where what is forced in costs a cent more than the envelope, and proves nothing", () => {
    const list: DossierPese[] = [{ cle: "A", montant: 61, score: 1, position: "Imposé" }];
    expect(auBout(list, "Score", 60)).toMatchObject({ depasse: true, prouve: false });
  });
});
