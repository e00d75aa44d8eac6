import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { phraseDecision } from "../../src/dossiers/phrases-decision";
import { AVIS } from "../../src/rules/avis";
import {
  type CadreDecision,
  type SaisieDecision,
  verifierDecision,
} from "../../src/rules/decision";
import { montantPourTaux, tauxPourMontant, tauxRetenu } from "../../src/rules/decision-montant";
import { RUNS } from "./runs";

const euros = (amount: number) => Math.round(amount * 100);
const plain = (text: string) => text.replace(/\u00a0/g, " ");

/** A dossier of Marne, 80 % at most of 50 000 €, with 60 000 € left in the envelope. */
const CADRE: CadreDecision = {
  guichet: "MARNE-V1",
  issue: "Éligible",
  base: euros(50_000),
  cout: euros(50_000),
  demande: euros(45_000),
  autres: 0,
  taux: { min: 2_000, max: 8_000 },
  plafond: euros(40_000),
  sourceTaux: "(MAR)",
  enveloppe: { total: euros(270_000), consomme: euros(210_000), source: "(MAR, enveloppe)" },
};

const SAISIE: SaisieDecision = {
  avis: "favorable",
  montant: euros(30_000),
  exception: false,
  motifException: "",
  motif: "",
  conditions: "",
  derogation: "",
};

const refus = (cadre: Partial<CadreDecision>, saisie: Partial<SaisieDecision>) =>
  verifierDecision({ ...CADRE, ...cadre }, { ...SAISIE, ...saisie }).refus.map(({ code }) => code);

const avertis = (cadre: Partial<CadreDecision>, saisie: Partial<SaisieDecision>) =>
  verifierDecision({ ...CADRE, ...cadre }, { ...SAISIE, ...saisie }).avertissements.map(
    ({ code }) => code,
  );

/** An Île-de-France dossier above 15 000 inhabitants, theme 3c: 50 %, 80 % by exception. */
const IDF: Partial<CadreDecision> = {
  guichet: "IDF-V1",
  taux: { max: 5_000 },
  plafond: euros(25_000),
  exception: { max: 8_000, source: "(IDF)" },
  plafondException: euros(40_000),
  sourceTaux: "(IDF)",
};

describe("a favourable decision, each bound on both sides", () => {
  it.each([
    ["the ceiling itself", {}, { montant: euros(40_000) }, []],
    ["a cent above the ceiling", {}, { montant: euros(40_000) + 1 }, ["PLAFOND"]],
    ["the request itself", { demande: euros(30_000) }, {}, []],
    ["a cent above the request", { demande: euros(30_000) - 1 }, {}, ["DEMANDE"]],
    ["what other funding leaves", { autres: euros(20_000) }, {}, []],
    ["a cent above it", { autres: euros(20_000) + 1 }, {}, ["RESTE_A_FINANCER"]],
    ["nothing left", { autres: euros(60_000) }, {}, ["RESTE_A_FINANCER"]],
    ["3d: the collectivités' share", { part: euros(30_000) }, {}, []],
    ["3d: a cent above it", { part: euros(30_000) - 1 }, {}, ["PART_COLLECTIVITES"]],
    ["MAR: 20 % at least", {}, { montant: euros(10_000) }, []],
    ["MAR: a cent below 20 %", {}, { montant: euros(10_000) - 1 }, ["TAUX_BAS"]],
    ["no amount", {}, { montant: undefined }, ["MONTANT_ABSENT"]],
    ["zero", {}, { montant: 0 }, ["MONTANT_ABSENT"]],
    ["a cent, no minimum", { taux: { max: 8_000 } }, { montant: 1 }, []],
    [
      "ADS: an amount without rate",
      { base: undefined, taux: undefined, plafond: euros(30_000) },
      {},
      [],
    ],
    [
      "ADS: a cent above its amount",
      { base: undefined, taux: undefined, plafond: euros(30_000) - 1 },
      {},
      ["PLAFOND"],
    ],
  ] as const)("%s", (_, cadre, saisie, expected) => {
    expect(refus(cadre as Partial<CadreDecision>, saisie as Partial<SaisieDecision>)).toEqual(
      expected,
    );
  });

  it("gives every reason, not the first", () => {
    expect(refus({ issue: "Inéligible" }, { montant: euros(90_000) })).toEqual([
      "PLAFOND",
      "DEMANDE",
      "RESTE_A_FINANCER",
      "DEROGATION_ABSENTE",
      "ENVELOPPE",
    ]);
  });

  it("says the figures and the source", () => {
    const { refus: found } = verifierDecision(CADRE, { ...SAISIE, montant: euros(40_000.01) });
    expect(found.map(phraseDecision).map(plain)).toEqual([
      "Montant de 40 000,01 € au-delà du plafond de 40 000 €, au taux maximum de 80 %. (MAR)",
    ]);
  });
});

describe("Hauts-de-France: 50 % is our reading, below it a warning (domain, rates)", () => {
  const HDF: Partial<CadreDecision> = { taux: { min: 5_000, indicatif: true, max: 10_000 } };

  it.each([
    [25_000, []],
    [24_999.99, ["TAUX_INDICATIF"]],
  ])("%d € of 50 000 €", (montant, expected) => {
    expect(avertis(HDF, { montant: euros(montant) })).toEqual(expected);
    expect(refus(HDF, { montant: euros(montant) })).toEqual([]);
  });
});

describe("the exception (IDF, 80 % for theme 3c above 15 000 inhabitants)", () => {
  it.each([
    ["50 % without it", { montant: euros(25_000) }, []],
    ["above 50 % without it", { montant: euros(25_000) + 1 }, ["PLAFOND"]],
    [
      "80 % with it and a reason",
      { montant: euros(40_000), exception: true, motifException: "portée" },
      [],
    ],
    [
      "80 % without a reason",
      { montant: euros(40_000), exception: true, motifException: " " },
      ["EXCEPTION_SANS_MOTIF"],
    ],
    [
      "above 80 %",
      { montant: euros(40_000) + 1, exception: true, motifException: "portée" },
      ["PLAFOND"],
    ],
  ] as const)("%s", (_, saisie, expected) => {
    expect(refus(IDF, saisie)).toEqual(expected);
  });

  it("is refused where none is provided for", () => {
    expect(refus({}, { exception: true, motifException: "portée" })).toEqual([
      "EXCEPTION_NON_PREVUE",
    ]);
  });

  it("is told to be needless within the ordinary ceiling", () => {
    const saisie = { montant: euros(25_000), exception: true, motifException: "portée" };
    expect(avertis(IDF, saisie)).toEqual(["EXCEPTION_INUTILE"]);
  });
});

describe("reasons", () => {
  it.each(["défavorable", "ajourné"] as const)("%s: owed, spaces are none", (avis) => {
    expect(refus({}, { avis, motif: " \n" })).toEqual(["MOTIF_ABSENT"]);
    expect(refus({}, { avis, motif: "budget à revoir" })).toEqual([]);
  });

  it("are not owed for a favourable opinion", () => {
    expect(refus({}, { motif: "" })).toEqual([]);
  });

  it("an ineligible dossier needs an override, and it stays a warning", () => {
    expect(refus({ issue: "Inéligible" }, {})).toEqual(["DEROGATION_ABSENTE"]);
    expect(refus({ issue: "Inéligible" }, { derogation: "accord du préfet" })).toEqual([]);
    expect(avertis({ issue: "Inéligible" }, { derogation: "accord du préfet" })).toEqual([
      "DEROGATION",
    ]);
    expect(refus({ issue: "Inéligible" }, { avis: "défavorable", motif: "hors délai" })).toEqual(
      [],
    );
  });

  it("a dossier with points to be checked can be decided, with a warning", () => {
    expect(refus({ issue: "À vérifier" }, {})).toEqual([]);
    expect(avertis({ issue: "À vérifier" }, {})).toEqual(["A_VERIFIER"]);
  });

  it("what could not be compared is said", () => {
    const unknown = { plafond: undefined, demande: undefined, enveloppe: undefined };
    expect(avertis(unknown, {})).toEqual([
      "PLAFOND_INCONNU",
      "DEMANDE_INCONNUE",
      "ENVELOPPE_INCONNUE",
    ]);
  });
});

describe("the envelope before and after", () => {
  const left = (montant: number) => ({
    ...CADRE,
    enveloppe: { total: euros(270_000), consomme: euros(270_000) - montant, source: "(MAR)" },
  });

  it("is refused a cent over, with the figures", () => {
    expect(verifierDecision(left(euros(30_000)), SAISIE).refus).toEqual([]);
    const { refus: found, enveloppe } = verifierDecision(left(euros(30_000) - 1), SAISIE);
    expect(enveloppe?.reste).toBe(-1);
    expect(found.map(phraseDecision).map(plain)).toEqual([
      "Montant de 30 000 €, il reste 29 999,99 € dans l’enveloppe (240 000,01 € accordés sur 270 000 €) : elle serait dépassée de 0,01 €. (MAR)",
    ]);
  });

  it("is left alone by another opinion, even one that is spent already", () => {
    const saisie = { ...SAISIE, avis: "défavorable" as const, motif: "hors thème" };
    const checked = verifierDecision(left(-1), saisie);
    expect(checked).toMatchObject({ refus: [], montant: 0, enveloppe: { apres: 27_000_001 } });
  });

  it("never goes over by a decision that is not refused", () => {
    const amount = fc.integer({ min: 0, max: 1e9 });
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        fc.constantFrom(...AVIS),
        (total, consomme, montant, avis) => {
          const cadre: CadreDecision = {
            guichet: "DITP",
            issue: "Éligible",
            sourceTaux: "",
            enveloppe: { total, consomme, source: "" },
          };
          const saisie = { ...SAISIE, avis, montant, motif: "m" };
          const checked = verifierDecision(cadre, saisie);
          if (checked.refus.length > 0) return;
          expect(checked.enveloppe?.apres).toBe(consomme + checked.montant);
          if (checked.montant > 0) expect(consomme + montant).toBeLessThanOrEqual(total);
        },
      ),
      RUNS,
    );
  });
});

describe("amount and rate, linked both ways", () => {
  it.each([
    [33_333.33, 8_000, 26_666.66],
    [50_000, 8_000, 40_000],
    [0.03, 5_000, 0.01],
    [100, 6_667, 66.67],
  ])("%d € at %d points give %d €", (base, taux, montant) => {
    expect(montantPourTaux(euros(base), taux)).toBe(euros(montant));
  });

  it("comes back to the rate from 200 € on", () => {
    const base = fc.integer({ min: 20_000, max: 1e11 });
    const rate = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(base, rate, (cost, taux) => {
        expect(tauxPourMontant(cost, montantPourTaux(cost, taux) ?? -1)).toBe(taux);
      }),
      RUNS,
    );
  });

  it("records the rate typed where it gives the amount, else the amount's own", () => {
    expect(tauxRetenu(100, 66, 6_690)).toBe(6_690);
    expect(tauxRetenu(euros(50_000), euros(30_000), 8_000)).toBe(6_000);
    expect(tauxRetenu(undefined, euros(30_000), 8_000)).toBeUndefined();
    expect(tauxPourMontant(0, 10)).toBeUndefined();
  });
});
