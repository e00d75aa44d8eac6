import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lireBlocs } from "../../src/reports/blocs-enveloppes.js";
import type { Suivi } from "../../src/reports/suivi.js";
import { alertes } from "../../src/reports/tableau-alertes.js";
import { proposeNonDecide } from "../../src/reports/tableau-lignes.js";
import {
  consommationParMois,
  MOIS_MONTRES,
  type Montants,
} from "../../src/reports/tableau-mois.js";
import type { Faits } from "../../src/rules/dossier.js";
import { consomme } from "../../src/rules/enveloppe.js";
import { renduDe } from "./rendu.js";
import { PREFECTURES, suiviDe } from "./suivi.js";
import { goldenTableau, rowsEnveloppes, tableauDe } from "./tableau.js";

describe.each(PREFECTURES)("the dashboard of $nom", (prefecture) => {
  const { plan } = tableauDe(prefecture);

  it("is the one that was reviewed", () => {
    expect(renduDe(plan)).toBe(readFileSync(goldenTableau(prefecture), "utf8"));
  });

  it("says how it is read and where it comes from in lines that fit a screen", () => {
    const until = plan.graphiques?.[0]?.ligne ?? 0;
    const texts = plan.lignes.slice(0, until - 1).map((row) => String(row[1]?.contenu ?? ""));
    expect(texts.length).toBeGreaterThan(6);
    expect(texts.filter((text) => text.length > 120)).toEqual([]);
  });

  it("draws what stands under the titles of its tables", () => {
    const [mois, themes] = plan.graphiques ?? [];
    const title = (ligne = 0) => plan.lignes[ligne - 1]?.[0]?.contenu;
    expect([title(mois?.donnees.ligne), title(themes?.donnees.ligne)]).toEqual(["Mois", "Thème"]);
    const below = (band: { ligne: number; lignes: number } | undefined) =>
      String(title((band?.ligne ?? 0) + (band?.lignes ?? 0)));
    expect(below(mois?.donnees)).toBe("Sans date, ou date à venir");
    expect(below(themes?.donnees)).toMatch(/Autre ou non renseigné$/);
  });

  it("counts by month what the envelope counts in all", () => {
    const suivi = suiviDe(prefecture);
    const { mois, sansDate } = consommationParMois(suivi, "2021-07-15");
    const lines = suivi.dossiers.map(({ dossier: { faits } }) => ({
      etat: faits.etat,
      montant: faits.montant_accorde ?? 0,
      paye: suivi.paiements
        .filter(({ valeurs }) => valeurs.numero === faits.numero)
        .reduce((sum, { valeurs }) => sum + (valeurs.montant ?? 0), 0),
    }));
    const all = [...mois.map(([, montants]) => montants), sansDate];
    const total = (mesure: keyof Montants) =>
      all.reduce((sum, montants) => sum + montants[mesure], 0);
    expect([total("accorde"), total("engage"), total("paye")]).toEqual([
      consomme(lines, "accordé"),
      consomme(lines, "engagé"),
      consomme(lines, "payé"),
    ]);
  });
});

/** A sheet of these dossiers alone, under the rules of Nord. */
function feuille(...dossiers: readonly Faits[]): Suivi {
  const suivi = suiviDe(PREFECTURES[0]);
  const [first] = suivi.dossiers;
  if (!first) throw new Error("dossiers");
  return {
    ...suivi,
    paiements: [],
    avancement: [],
    comites: [],
    dossiers: dossiers.map((faits, index) => ({
      ...first,
      dossier: { ...first.dossier, faits: { numero: String(index + 1), ...faits } },
    })),
  };
}

describe("consumption by month", () => {
  it("puts a grant without a day, or with one to come, apart", () => {
    const { mois, sansDate } = consommationParMois(
      feuille(
        { etat: "Retenu", montant_accorde: 100, date_decision: "2021-07-15" },
        { etat: "Retenu", montant_accorde: 20 },
        { etat: "Retenu", montant_accorde: 3, date_decision: "2021-07-16" },
      ),
      "2021-07-15",
    );
    expect(mois).toEqual([["2021-07", { accorde: 100, engage: 0, paye: 0, dossiers: ["1"] }]]);
    expect([sansDate.accorde, sansDate.dossiers]).toEqual([23, ["2", "3"]]);
  });

  it("shows three years at most, what is older in the first month", () => {
    const { mois } = consommationParMois(
      feuille(
        { etat: "Retenu", montant_accorde: 1, date_decision: "1999-01-01" },
        { etat: "Retenu", montant_accorde: 2, date_decision: "2021-07-01" },
      ),
      "2021-07-15",
    );
    expect(mois).toHaveLength(MOIS_MONTRES);
    expect(mois[0]).toEqual(["2018-08", { accorde: 1, engage: 0, paye: 0, dossiers: ["1"] }]);
    expect(mois.at(-1)?.[1].accorde).toBe(2);
  });

  it("of a fund long ended stops at the last amount", () => {
    const { mois } = consommationParMois(
      feuille(
        { etat: "Retenu", montant_accorde: 1, date_decision: "2021-05-28" },
        { etat: "Retenu", montant_accorde: 2, date_decision: "2021-07-09" },
      ),
      "2026-11-22",
    );
    expect(mois.map(([month]) => month)).toEqual(["2021-05", "2021-06", "2021-07"]);
  });

  it.each([
    ["2024-04-30", "2021-05", "2024-04", 36],
    ["2024-05-01", "2021-05", "2021-05", 1],
  ])("goes on to today for three years, on %s", (today, first, last, count) => {
    const { mois } = consommationParMois(
      feuille({ etat: "Retenu", montant_accorde: 1, date_decision: "2021-05-28" }),
      today,
    );
    expect([mois[0]?.[0], mois.at(-1)?.[0], mois.length]).toEqual([first, last, count]);
  });

  it("has the current month alone where nothing was granted", () => {
    expect(consommationParMois(feuille(), "2021-07-15").mois.map(([month]) => month)).toEqual([
      "2021-07",
    ]);
  });
});

describe("amounts by theme", () => {
  /** A line of the dashboard by its first cell. */
  function ligne(suivi: (before: Suivi) => Suivi, titre: string) {
    const { plan } = tableauDe(PREFECTURES[0], suivi);
    const found = plan.lignes.find(([first]) => first?.contenu === titre);
    return found?.slice(0, 7).map(({ contenu }) => contenu);
  }

  const avec =
    (change: (entry: Suivi["dossiers"][number]) => Suivi["dossiers"][number]) =>
    (suivi: Suivi): Suivi => {
      const [first, ...others] = suivi.dossiers;
      return { ...suivi, paiements: [], dossiers: first ? [change(first), ...others] : [] };
    };
  const faits: Faits = {
    numero: "7",
    etat: "Engagé",
    montant_accorde: 1_200_050,
    demande: 1_500_000,
  };

  it("name the dossiers without a theme of their guichet", () => {
    const without = avec((entry) => ({
      ...entry,
      theme: undefined,
      dossier: { ...entry.dossier, faits },
    }));
    expect(ligne(without, "Autre ou non renseigné")?.[6]).toBe(
      "Autre thème, ou thème non renseigné ou non reconnu\u00a0: dossiers 7",
    );
  });

  it("keep apart the dossiers whose guichet can't be read: no envelope counts them", () => {
    const unread = avec((entry) => ({
      ...entry,
      dossier: {
        ...entry.dossier,
        faits,
        illisibles: [{ champ: "guichet", lu: "XYZ", attendu: "un guichet" }],
      },
    }));
    expect(ligne(unread, "Guichet non reconnu")).toEqual([
      "Guichet non reconnu",
      0,
      12_000.5,
      12_000.5,
      0,
      15_000,
      "Hors de toute enveloppe\u00a0: dossiers 7",
    ]);
    expect(ligne((suivi) => suivi, "Guichet non reconnu")).toBeUndefined();
  });

  it("add up in formulas over every line", () => {
    const { plan } = tableauDe(PREFECTURES[0]);
    const at = plan.lignes.findIndex(([first]) => first?.contenu === "Par thème") + 3;
    const total = plan.lignes.findIndex(([first]) => first?.contenu === "Total") + 1;
    expect(plan.lignes[total - 1]?.[2]?.contenu).toEqual({
      formule: `=SUM(C${at}:C${total - 1})`,
    });
  });
});

describe("amounts proposed and not decided", () => {
  it.each<[Faits["etat"], number]>([
    [undefined, 500],
    ["Déposé", 500],
    ["En instruction", 500],
    ["Ajourné", 500],
    ["Retenu", 0],
    ["Non retenu", 0],
    ["Abandonné", 0],
  ])("a dossier in state %s counts for %d", (etat, expected) => {
    const suivi = feuille({ ...(etat && { etat }), montant_propose: 500 });
    expect(proposeNonDecide(suivi, "HDF")).toBe(expected);
    expect(proposeNonDecide(suivi, "IDF-V1")).toBe(0);
  });
});

describe("alerts", () => {
  const LAUREAT: Faits = {
    etat: "Retenu",
    date_decision: "2021-06-01",
    date_notification: "2021-06-01",
    montant_accorde: 100,
  };
  const said = (faits: Faits, today: string) =>
    alertes(feuille(faits), today).map(({ quoi }) => quoi.replace(/\u00a0/g, " "));

  it.each([
    ["2021-10-30", []],
    ["2021-10-31", ["HDF : 1 lauréat à engager au plus tard le 30/12/2021, dans 60 jours"]],
    ["2021-12-30", ["HDF : 1 lauréat à engager au plus tard le 30/12/2021, dans 0 jour"]],
    ["2021-12-31", ["HDF : 1 lauréat à engager depuis le 30/12/2021, date dépassée"]],
  ])("of credits to commit, on %s (HDF: before 31/12/2021)", (today, expected) => {
    const credits = said(LAUREAT, today).filter((text) => text.includes("engager"));
    expect(credits).toEqual(expected);
    expect(said({ ...LAUREAT, etat: "Engagé" }, today).join()).not.toContain("à engager");
  });

  it.each([
    ["2021-07-01", 0],
    ["2021-07-02", 1],
  ])("of an end date that is past, on %s", (today, count) => {
    const found = said({ ...LAUREAT, fin: "2021-07-01" }, today);
    expect(found.filter((text) => text.includes("date de fin est passée"))).toHaveLength(count);
  });

  it("but not once settled, or ended", () => {
    for (const more of [{ etat: "Soldé" as const }, { fin_reelle: "2021-06-20" }]) {
      const found = said({ ...LAUREAT, fin: "2021-07-01", ...more }, "2021-08-01");
      expect(found.join()).not.toContain("fin est passée");
    }
  });

  it.each([
    ["2021-09-01", 0],
    ["2021-09-02", 1],
  ])("of progress not reported for three months, on %s", (today, count) => {
    const found = said(LAUREAT, today).filter((text) => text.includes("état d’avancement"));
    expect(found).toHaveLength(count);
  });
});

describe("the blocks of Enveloppes", () => {
  it("are found by what their cells say, wherever they stand", () => {
    const rows = [["Mon titre à moi"], [], ...rowsEnveloppes(["HDF", "IDF-ADS"])];
    const [hdf, ads] = lireBlocs(rows);
    expect(hdf?.droit).toBe("'Enveloppes'!$B$4");
    expect(hdf?.lignes.get("3a")?.Accordé).toBe("'Enveloppes'!$D$8");
    expect(hdf?.lignes.has("3d")).toBe(true);
    expect([...(ads?.lignes.keys() ?? [])]).toEqual(["ADS", "Autres"]);
  });

  it("have no reference to a column that is gone", () => {
    const rows = rowsEnveloppes(["HDF"]).map((row) => row.map((c) => (c === "Engagé" ? "x" : c)));
    expect(lireBlocs(rows)[0]?.total.Engagé).toBeUndefined();
    expect(lireBlocs(rows)[0]?.total.Payé).toBe("'Enveloppes'!$F$11");
  });
});
