import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  consommation,
  consomme,
  consommeParLigne,
  ETAPES,
  type LigneEnveloppe,
} from "../../src/rules/enveloppe";
import { ETATS, type Etat } from "../../src/rules/etat";
import { RUNS } from "./runs";

/** What a dossier of 10 000 € with 3 000 € paid consumes: granted, committed, paid (domain, states: ours). */
const CONSOMMATIONS: Record<Etat, [accorde: number, engage: number, paye: number]> = {
  Déposé: [0, 0, 0],
  "En instruction": [0, 0, 0],
  Ajourné: [0, 0, 0],
  Retenu: [10_000, 0, 3_000],
  "Non retenu": [0, 0, 0],
  "Sans suite": [0, 0, 0],
  Notifié: [10_000, 0, 3_000],
  Conventionné: [10_000, 0, 3_000],
  Engagé: [10_000, 10_000, 3_000],
  Payé: [10_000, 10_000, 3_000],
  Soldé: [10_000, 10_000, 3_000],
  Abandonné: [3_000, 3_000, 3_000],
};

describe("what a dossier consumes by its state", () => {
  it.each(ETATS)("%s", (etat) => {
    const ligne = { etat, montant: 10_000, paye: 3_000 };
    expect(ETAPES.map((etape) => consommeParLigne(ligne, etape))).toEqual(CONSOMMATIONS[etat]);
  });

  it("is nothing without a state", () => {
    expect(consommeParLigne({ etat: undefined, montant: 10_000, paye: 3_000 }, "accordé")).toBe(0);
  });
});

describe("what all dossiers consume", () => {
  const amount = fc.nat({ max: 1e9 });
  const ligne: fc.Arbitrary<LigneEnveloppe> = fc.record({
    etat: fc.constantFrom(...ETATS, undefined),
    montant: amount,
    paye: amount,
  });
  const lignes = fc.array(ligne, { maxLength: 30 });

  it("does not depend on the order of rows", () => {
    const shuffled = lignes.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.constantFrom(...ETAPES), ([rows, others], etape) => {
        expect(consomme(others, etape)).toBe(consomme(rows, etape));
      }),
      RUNS,
    );
  });

  it("is the sum over any two halves, and commits no more than it grants", () => {
    fc.assert(
      fc.property(lignes, lignes, fc.constantFrom(...ETAPES), (first, second, etape) => {
        const both = [...first, ...second];
        expect(consomme(both, etape)).toBe(consomme(first, etape) + consomme(second, etape));
        expect(consomme(both, "engagé")).toBeLessThanOrEqual(consomme(both, "accordé"));
      }),
      RUNS,
    );
  });
});

describe("the consumed share of an envelope", () => {
  it.each([
    [297_000_00, 237_600_00, 8_000],
    [270_000_00, 224_546_66, 8_317],
    [297_000_00, 297_000_01, 10_000],
    [200_000_00, 250_000_00, 12_500],
  ])("of %i cents, %i: %i points", (enveloppe, montant, expected) => {
    expect(consommation(enveloppe, montant)).toBe(expected);
  });

  it("is unknown without an envelope", () => expect(consommation(0, 1)).toBeUndefined());
});
