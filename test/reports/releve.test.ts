import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { examinerLigne } from "../../src/functions/lignes.js";
import { GUICHETS } from "../../src/guichets/index.js";
import { planInformation } from "../../src/reports/information.js";
import type { PlanOnglet } from "../../src/reports/plan.js";
import { planReleve } from "../../src/reports/releve.js";
import { comitesTenus, dossiersDuComite, estComite } from "../../src/reports/releve-comite.js";
import type { DossierSuivi, Suivi } from "../../src/reports/suivi.js";
import type { Champ, Faits } from "../../src/rules/dossier.js";
import type { GuichetId } from "../../src/rules/guichet.js";
import { renduDe } from "./rendu.js";
import { PREFECTURES, suiviDe } from "./suivi.js";

const golden = (nom: string) =>
  fileURLToPath(new URL(`./golden/suites-${nom}.txt`, import.meta.url));

const COMITE = {
  nom: "Comité de juillet",
  date: "2021-07-09",
  presents: "Mme A, SGAR ; M. B, préfecture\nMme C, DDTM",
  votes: "Unanimité",
  statut: "tenu",
};

/** A workbook of these dossiers, decided by the committee of July unless they say otherwise. */
function suivi(rows: readonly (Faits & { readonly sous?: GuichetId })[]): Suivi {
  return {
    onglet: "Suivi",
    titres: new Map(),
    dossiers: rows.map(({ sous = "IDF-V1", ...faits }, index): DossierSuivi => {
      const dossier = {
        faits: { comite: COMITE.nom, date_decision: COMITE.date, ...faits },
        colonnes: new Set<Champ>(),
        illisibles: [],
      };
      return { ...examinerLigne(dossier, GUICHETS[sous]), ligne: index + 2 };
    }),
    entreprises: [],
    avancement: [],
    paiements: [
      {
        ligne: 2,
        valeurs: { numero: "7", date: "2021-06-01", montant: 100_000 },
        illisibles: [],
      },
      {
        ligne: 3,
        valeurs: { numero: "7", date: "2021-08-01", montant: 999_900 },
        illisibles: [],
      },
    ],
    comites: [{ ligne: 2, valeurs: { comite: COMITE.nom, ...COMITE }, illisibles: [] }],
  };
}

const CLEAR: Faits = {
  theme: "3c",
  porteur: "Ville d’Exemple",
  type: "commune",
  intitule: "Guichet en ligne",
  population: 20_000,
  cout: 5_000_000,
  demande: 2_500_000,
  etat: "Retenu",
  montant_accorde: 2_000_000,
};

const MIXED = suivi([
  { ...CLEAR, numero: "1", conditions: "Achever avant l’été" },
  {
    ...CLEAR,
    numero: "2",
    demande: 4_000_000,
    montant_accorde: 4_000_000,
    exception: true,
    motif_exception: "Relation à l’usager exemplaire",
  },
  { ...CLEAR, numero: "3", deja_engage: true, motif: "Marché sans suite" },
  { ...CLEAR, numero: "4", etat: "Non retenu", motif: "Impact non démontré" },
  { ...CLEAR, numero: "5", etat: "Ajourné" },
  { ...CLEAR, numero: "6", etat: "En instruction" },
  {
    ...CLEAR,
    numero: "7",
    comite: "Comité de mai",
    date_decision: "2021-05-20",
    etat: "Abandonné",
    date_abandon: "2021-06-30",
  },
  { ...CLEAR, numero: "8", comite: "Comité de mai", date_decision: "2021-05-20", etat: "Engagé" },
  { ...CLEAR, numero: "9", comite: "", date_decision: "2021-09-01" },
  { ...CLEAR, numero: "10", sous: "IDF-ADS", theme: "ADS", montant_accorde: 1_600_000 },
  { ...CLEAR, numero: "11", etat: "Abandonné", date_abandon: "2021-08-01" },
  { ...CLEAR, numero: "12", deja_engage: true },
]);

function releve(from: Suivi, comite = COMITE) {
  return planReleve({
    nom: `Relevé ${comite.date}`,
    comite,
    prefecture: "Préfecture d’Exemple",
    notification: ["IDF-V1\u00a0: non prévue"],
    suivi: from,
  });
}

function bare(nom: string, date: string) {
  const prefecture = PREFECTURES.find((one) => one.nom === nom);
  if (!prefecture) throw new Error(nom);
  const read = suiviDe(prefecture);
  const comite = comitesTenus(read).find((one) => one.date === date);
  if (!comite) throw new Error(date);
  return { suivi: read, comite, prefecture: prefecture.prefecture };
}

/** Rows of a plan as a person reads them. */
const rows = ({ lignes }: PlanOnglet) => lignes.map((ligne) => ligne.map(({ contenu }) => contenu));

describe("the record of decisions", () => {
  it.each([
    ["nord", "2021-07-09"],
    ["marne", "2021-06-10"],
    ["seine-et-marne", "2021-07-08"],
  ])("of %s, %s, is the one that was reviewed", async (nom, date) => {
    const { suivi: from, comite, prefecture } = bare(nom, date);
    const notification = ["délai de notification\u00a0: voir l’essai"];
    const { plan } = planReleve({
      nom: `Relevé ${date}`,
      comite,
      prefecture,
      notification,
      suivi: from,
    });
    await expect(renduDe(plan)).toMatchFileSnapshot(golden(`releve-${nom}-${date}`));
  });

  it("of a committee with every kind of decision is the one that was reviewed", async () => {
    const { plan, resume } = releve(MIXED);
    await expect(renduDe(plan)).toMatchFileSnapshot(golden("releve-complet"));
    expect(resume).toMatchObject({
      dossiers: 9,
      compte: { favorable: 6, defavorable: 1, ajourne: 1, sans_suite: 0, sans_decision: 1 },
      total: 2_000_000 * 4 + 4_000_000 + 1_600_000,
    });
  });

  it("counts before the committee what others had been granted by then, and paid on those abandoned", () => {
    const line = rows(releve(MIXED).plan).find(([first]) => first === "IDF-V1");
    expect(line?.slice(1, 3)).toEqual([297_000, 20_000 + 1_000]);
  });

  it("says which reasons are missing, and shows exceptions and derogations with theirs", () => {
    const { plan, resume } = releve(MIXED);
    expect(resume.manques).toEqual([
      "5, Ville d’Exemple\u00a0: motif de l’ajournement absent",
      "6, Ville d’Exemple\u00a0: aucune décision enregistrée",
      "12, Ville d’Exemple\u00a0: motif de la dérogation absent",
    ]);
    const shown = (numero: string) => String(rows(plan).find(([first]) => first === numero)?.[10]);
    expect(shown("1")).toBe("");
    expect(shown("2")).toBe(
      "Exception (jusqu’à 80\u00a0%). Motif\u00a0: Relation à l’usager exemplaire",
    );
    expect(shown("3")).toMatch(/^Dérogation\u00a0: .* Motif\u00a0: Marché sans suite$/);
  });

  it.each(["Ajourné", "Non retenu"] as const)(
    "shows one that is %s by another committee and comes again as undecided, until it is decided",
    (etat) => {
      const before: Faits = { ...CLEAR, numero: "1", etat, motif: "m" };
      const count = (date_decision: string) =>
        releve(suivi([{ ...before, date_decision }])).resume.compte.sans_decision;
      expect([count("2021-05-20"), count(COMITE.date)]).toEqual([1, 0]);
    },
  );

  it("gives no rate to an amount that has none", () => {
    const line = rows(releve(MIXED).plan).find(([first]) => first === "10");
    expect(line?.slice(7, 9)).toEqual([16_000, ""]);
  });

  it("has no formula without a list", () => {
    const { plan } = releve(suivi([{ ...CLEAR, numero: "1", etat: "Non retenu", motif: "m" }]));
    const formulas = plan.lignes.flat().filter(({ contenu }) => typeof contenu === "object");
    expect(formulas.map(({ contenu }) => JSON.stringify(contenu)).join()).not.toMatch(/SUM|ROWS/);
  });

  it("shows votes only where the préfecture noted some", () => {
    const labels = (votes: string) =>
      rows(releve(MIXED, { ...COMITE, votes }).plan).map(([a]) => a);
    expect(labels("Unanimité")).toContain("Votes");
    expect(labels("")).not.toContain("Votes");
  });
});

describe("the committees of a workbook", () => {
  it("are those of the tab, and each other day on which dossiers were decided", () => {
    expect(comitesTenus(MIXED).map(({ nom, date }) => [nom, date])).toEqual([
      ["", "2021-09-01"],
      ["Comité de juillet", "2021-07-09"],
      ["", "2021-05-20"],
    ]);
  });

  it("have the dossiers that name them, else those of their day", () => {
    const of = (cle: string) => {
      const comite = comitesTenus(MIXED).find((one) => estComite(one, cle));
      return comite && dossiersDuComite(MIXED, comite).map(({ dossier }) => dossier.faits.numero);
    };
    expect(of("comite de JUILLET")).toEqual(["1", "2", "3", "4", "5", "6", "10", "11", "12"]);
    expect(of("2021-05-20")).toEqual(["7", "8"]);
    expect(of("2021-09-01")).toEqual(["9"]);
    expect(of("2021-01-01")).toBeUndefined();
  });
});

describe('the regional list (IDF, "2. Modalités de subventionnement")', () => {
  const inform = (from: Suivi) =>
    planInformation({
      nom: "Information régionale 2021-07-09",
      comite: COMITE,
      prefecture: "",
      suivi: from,
    });

  it("is the one that was reviewed", async () => {
    const { plan } = inform(MIXED);
    expect(plan).toBeDefined();
    if (plan) await expect(renduDe(plan)).toMatchFileSnapshot(golden("information"));
  });

  it("names those that were notified before it", () => {
    const told = { ...CLEAR, etat: "Notifié", date_notification: "2021-07-12" } as const;
    const { resume, plan } = inform(
      suivi([
        { ...CLEAR, numero: "1" },
        { ...told, numero: "2" },
      ]),
    );
    expect(resume).toMatchObject({ laureats: 2, total: 4_000_000, dejaNotifies: ["2"] });
    expect(plan && rows(plan).find(([first]) => first === "2")?.[11]).toBe("notifié le 12/07/2021");
  });

  it.each(["HDF", "DITP", "DEP", "MARNE-V1", "MARNE-V2", "IDF-V2"] as const)(
    "is not provided for by %s",
    (sous) => {
      const { plan, resume } = inform(suivi([{ ...CLEAR, numero: "1", sous }]));
      expect(plan).toBeUndefined();
      expect(resume).toMatchObject({ laureats: 0, nonPrevus: [sous] });
    },
  );
});
