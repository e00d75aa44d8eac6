import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  avecMontant,
  avecTaux,
  type Brouillon,
  brouillonDe,
  type Fiche,
  lireBrouillon,
  tauxAligne,
} from "../../sidebar/comite/brouillon.js";
import { controler } from "../../sidebar/comite/controle.js";
import { maximumOf } from "../../sidebar/comite/maximum.js";
import { lireMontant, lireNote, lireTaux } from "../../sidebar/kit/lecture.js";
import { formatAmount } from "../../src/rules/cents.js";
import type { CadreDecision } from "../../src/rules/decision.js";

const CADRE: CadreDecision = {
  guichet: "IDF-V2",
  issue: "Éligible",
  base: 3_333_333,
  cout: 3_333_333,
  demande: 3_000_000,
  autres: 0,
  taux: { max: 8000 },
  plafond: 2_666_666,
  sourceTaux: "(IDF)",
  enveloppe: { total: 20_000_000, consomme: 17_500_000, source: "(IDF)" },
};

const FICHE: Fiche = {
  kind: "dossier",
  numero: "2021-0001",
  vu: {},
  faits: [],
  avis: [],
  porteur: "Ville",
  intitule: "Laboratoire",
  themeLibelle: "volet 2",
  issue: "Éligible",
  raisons: [],
  regles: [],
  cadre: CADRE,
  voisins: [],
  noteMax: 5,
  criteres: [{ code: "IMPACT", libelle: "Impact", source: "(IDF)", poids: 1, justification: "" }],
  decision: {},
  anterieures: [],
  verrouille: false,
};

const VIDE = brouillonDe(FICHE, false);

describe("amounts as they are typed", () => {
  it.each<[string, number]>([
    ["12 000,50", 1_200_050],
    ["12\u00a0000,50", 1_200_050],
    ["12\u202f000,50 €", 1_200_050],
    ["12000.5", 1_200_050],
    ["12 k€", 1_200_000],
    ["0", 0],
    [" 5 000\u00a0€ ", 500_000],
  ])("%s", (text, cents) => {
    expect(lireMontant(text)).toEqual({ valeur: cents });
  });

  it.each(["douze", "-5", "1.000", "12,5,5", "99 000,555", "99000.555", "12,500"])(
    "refuses %s and says what is expected",
    (text) => {
      const read = lireMontant(text);
      expect("erreur" in read && read.erreur).toMatch(/^lu «\u00a0.*attendu un montant en euros/);
    },
  );

  it("reads nothing where nothing is typed", () => {
    expect(lireMontant(" ")).toEqual({});
  });

  it("reads back every amount that it writes", () => {
    fc.assert(
      fc.property(fc.nat(10_000_000_000), (cents) => {
        expect(lireMontant(formatAmount(cents))).toEqual({ valeur: cents });
      }),
    );
  });
});

describe("rates as they are typed", () => {
  it.each<[string, number]>([
    ["80 %", 8000],
    ["80\u00a0%", 8000],
    ["80%", 8000],
    ["0,8", 8000],
    ["0.8", 8000],
    ["80", 8000],
    ["66,67", 6667],
    ["0,5 %", 50],
    ["1", 10_000],
    ["1 %", 100],
    ["100", 10_000],
    ["0,6667", 6667],
    ["66,670 %", 6667],
  ])("%s", (text, points) => {
    expect(lireTaux(text)).toEqual({ valeur: points });
  });

  it.each(["101", "120 %", "-1", "beaucoup"])("refuses %s", (text) => {
    expect(lireTaux(text)).toHaveProperty("erreur");
  });

  it.each(["66,666", "66,666 %", "0,66667", "0,125 %"])("refuses to round %s", (text) => {
    const read = lireTaux(text);
    expect("erreur" in read && read.erreur).toMatch(/attendu un taux à deux décimales au plus/);
  });
});

describe("scores as they are typed", () => {
  it.each<[string, object]>([
    ["0", { valeur: 0 }],
    ["5", { valeur: 5 }],
    ["", {}],
  ])("reads « %s »", (text, read) => {
    expect(lireNote(text, 5)).toEqual(read);
  });

  it.each(["6", "-1", "3,5", "bien"])("refuses %s and says the scale", (text) => {
    const read = lireNote(text, 5);
    expect("erreur" in read && read.erreur).toContain("attendu un nombre entier de 0 à 5");
  });
});

describe("a draft typed before the cost was mended", () => {
  const tape = (montant: string, taux: string) =>
    tauxAligne({ ...VIDE, avis: "favorable", montant, taux }, CADRE).taux;

  it.each<[what: string, montant: string, taux: string, aligned: string]>([
    ["no rate could be typed", "26 666,66", "", "80\u00a0%"],
    ["the rate was of another cost", "26 666,66", "50 %", "80\u00a0%"],
    ["the rate gives the amount: as typed", "26 666,66", "80", "80"],
    ["no amount", "", "50", "50"],
    ["an amount that can't be read", "beaucoup", "50", "50"],
    ["a rate that can't be read", "26 666,66", "moitié", "moitié"],
  ])("%s", (_, montant, taux, aligned) => {
    expect(tape(montant, taux)).toBe(aligned);
  });
});

describe("amount and rate", () => {
  it("give each other as one types", () => {
    expect(avecTaux(VIDE, CADRE, "80")).toMatchObject({ taux: "80", montant: "26\u00a0666,66" });
    expect(avecMontant(VIDE, CADRE, "26 666,66")).toMatchObject({ taux: "80\u00a0%" });
  });

  it("leave the other alone while one can't be read", () => {
    const typed = avecTaux(VIDE, CADRE, "80");
    expect(avecMontant(typed, CADRE, "vingt")).toMatchObject({ montant: "vingt", taux: "80" });
  });

  it("empty each other", () => {
    const typed = avecTaux(VIDE, CADRE, "80");
    expect(avecTaux(typed, CADRE, "")).toMatchObject({ montant: "", taux: "" });
    expect(avecMontant(typed, CADRE, "")).toMatchObject({ montant: "", taux: "" });
  });

  it("part where the amount is above the base: it is the amount that is refused", () => {
    expect(avecMontant(VIDE, CADRE, "33 333,33")).toMatchObject({ taux: "100\u00a0%" });
    const above = avecMontant({ ...VIDE, avis: "favorable" }, CADRE, "290 000");
    expect(above.taux).toBe("");
    const phrases = controler(FICHE, above).manques.map(({ phrase }) => phrase);
    expect(phrases.join(" ").replace(/\u00a0/g, " ")).toContain("plafond de 26 666,66 €");
  });

  it("do not meet where the amount has no rate", () => {
    const { base, ...ads } = CADRE;
    expect(avecMontant(VIDE, ads, "4 000")).toMatchObject({ montant: "4 000", taux: "" });
  });

  it("never make an amount above the rate's share of the base", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000_00 }),
        fc.integer({ min: 0, max: 100 }),
        (base, rate) => {
          const { montant } = avecTaux(VIDE, { ...CADRE, base }, `${rate} %`);
          const read = lireMontant(montant);
          expect("valeur" in read && (read.valeur ?? 0) * 100).toBeLessThanOrEqual(base * rate);
        },
      ),
    );
  });
});

describe("a draft", () => {
  const favorable: Brouillon = {
    ...VIDE,
    avis: "favorable",
    montant: "20 000",
    taux: "60\u00a0%",
    motifException: "gardé sans exception",
    derogation: " motif ",
  };

  it("starts from what was decided, else from what was proposed", () => {
    const proposition = { avis: "Favorable", montant: 2_000_000, motif: "utile" };
    expect(brouillonDe({ ...FICHE, proposition }, false)).toMatchObject({
      avis: "favorable",
      montant: "20\u00a0000",
      taux: "60\u00a0%",
      motif: "utile",
    });
    const decision = { avis: "défavorable", motif: "hors sujet" } as const;
    expect(brouillonDe({ ...FICHE, proposition, decision }, true)).toMatchObject({
      avis: "défavorable",
      montant: "",
      motif: "hors sujet",
    });
  });

  it.each([
    ["Retenu", "favorable"],
    ["oui", "favorable"],
    ["DÉFAVORABLE", "défavorable"],
    ["à revoir", "ajourné"],
    ["favorable sous réserve", ""],
    ["", ""],
  ])("reads a proposal « %s » as the validation of proposals does: « %s »", (text, avis) => {
    expect(brouillonDe({ ...FICHE, proposition: { avis: text, motif: "" } }, false).avis).toBe(
      avis,
    );
  });

  it("is to be decided anew where an earlier committee adjourned it, the reason at hand", () => {
    const adjourned = {
      ...FICHE,
      decision: { avis: "ajourné", motif: "devis à fournir" } as const,
    };
    expect(brouillonDe(adjourned, false)).toMatchObject({ avis: "", motif: "devis à fournir" });
    expect(brouillonDe(adjourned, true)).toMatchObject({ avis: "ajourné" });
  });

  it("gives the decision what its opinion uses, and keeps the rest", () => {
    expect(lireBrouillon(favorable, 5).saisie).toEqual({
      avis: "favorable",
      montant: 2_000_000,
      taux: 6000,
      exception: false,
      motifException: "",
      motif: "",
      conditions: "",
      derogation: "motif",
    });
    expect(lireBrouillon({ ...favorable, avis: "ajourné" }, 5).saisie).toEqual({
      avis: "ajourné",
      exception: false,
      motifException: "",
      motif: "",
      conditions: "",
      derogation: "",
    });
  });

  it("says which field can't be read, a score among them, and gives no decision then", () => {
    const notes = { IMPACT: { note: "bien", justification: "" } };
    const read = lireBrouillon({ ...favorable, montant: "vingt mille", notes }, 5);
    expect(Object.keys(read.erreurs).sort()).toEqual(["montant", "note-IMPACT"]);
    expect(read.saisie).toBeUndefined();
  });
});

describe("the check as one types", () => {
  const favorable: Brouillon = { ...VIDE, avis: "favorable", montant: "20 000" };
  const missing = (brouillon: Brouillon, cadre = CADRE) =>
    controler({ ...FICHE, cadre }, brouillon).manques.map(({ champ }) => champ);

  it("lets pass what the rule lets pass, with the envelope before and after", () => {
    const controle = controler(FICHE, favorable);
    expect(controle.manques).toEqual([]);
    expect(controle.saisie?.montant).toBe(2_000_000);
    expect(controle.enveloppe).toMatchObject({
      avant: 17_500_000,
      apres: 19_500_000,
      reste: 500_000,
    });
  });

  it.each<[string, Partial<Brouillon>, string[]]>([
    ["no opinion", { avis: "" }, ["avis"]],
    ["no amount", { montant: "" }, ["montant"]],
    ["an unread amount", { montant: "x" }, ["montant"]],
    ["a cent over the envelope", { montant: "25 000,01" }, ["montant"]],
    ["the envelope to the cent", { montant: "25 000" }, []],
    ["no reason", { avis: "défavorable" }, ["motif"]],
    ["an exception where there is none", { exception: true }, ["exception"]],
  ])("%s", (_, changes, champs) => {
    expect(missing({ ...favorable, ...changes })).toEqual(champs);
  });

  it("wants a reason to retain an ineligible dossier", () => {
    const cadre = { ...CADRE, issue: "Inéligible" as const };
    expect(missing(favorable, cadre)).toEqual(["derogation"]);
    expect(missing({ ...favorable, derogation: "cas unique" }, cadre)).toEqual([]);
  });

  it("says the figures of a refusal", () => {
    const [over] = controler(FICHE, { ...favorable, montant: "26 000" }).manques;
    expect(over?.phrase.replace(/\u00a0/g, " ")).toContain("26 000 €, il reste 25 000 €");
  });

  it("gives no decision as long as a score can't be read", () => {
    const notes = { IMPACT: { note: "bien", justification: "" } };
    const controle = controler(FICHE, { ...favorable, notes });
    expect(controle.saisie).toBeUndefined();
    expect(controle.manques.map(({ champ }) => champ)).toEqual(["note-IMPACT"]);
  });
});

describe("the most that is allowed", () => {
  it.each<[string, Partial<CadreDecision>, number]>([
    ["the envelope", {}, 2_500_000],
    ["the ceiling", { plafond: 1_000_000 }, 1_000_000],
    ["the request", { demande: 900_000 }, 900_000],
    ["what other funding leaves", { autres: 3_000_000 }, 333_333],
    ["the collectivités' share", { part: 1 }, 1],
    ["nothing left", { autres: 9_999_999 }, 0],
  ])("%s", (_, changes, cents) => {
    expect(maximumOf({ ...CADRE, ...changes })).toBe(cents);
  });

  it("passes every bound of the rule", () => {
    fc.assert(
      fc.property(
        fc.nat(9_000_000),
        fc.nat(9_000_000),
        fc.nat(20_000_000),
        (demande, autres, consomme) => {
          const cadre = {
            ...CADRE,
            demande,
            autres,
            enveloppe: { total: 20_000_000, consomme, source: "" },
          };
          const montant = maximumOf(cadre) ?? 0;
          fc.pre(montant > 0);
          const typed = { ...VIDE, avis: "favorable" as const, montant: formatAmount(montant) };
          expect(controler({ ...FICHE, cadre }, typed).manques).toEqual([]);
        },
      ),
    );
  });
});
