import { describe, expect, it } from "vitest";
import { atelier, plain } from "../app/aides/atelier.js";
import { classeur, jour, onglet, type Saisie } from "../app/aides/saisie.js";

const ENTETES = [
  "N° DS",
  "Bénéficiaire",
  "Décision",
  "Montant attribué",
  "Fin prévisionnelle",
  "Date CODIR",
  "Abandonné le",
];
const COMPLET: readonly Saisie[] = [
  "1",
  "Ville",
  "Retenu",
  1_000,
  jour("2022-01-31"),
  jour("2021-06-10"),
  "",
];

/** What the list of June 2021 says is missing, of one dossier and the rows of the other tabs. */
function manques(
  ligne: readonly Saisie[],
  tabs: Readonly<Record<string, readonly (readonly Saisie[])[]>> = {},
): readonly string[] {
  const entreprises = tabs.Entreprises ?? [["1", "Atelier", "", "59"]];
  const { api } = atelier(
    classeur([
      onglet("Suivi", [ENTETES, ligne]),
      onglet("Entreprises", [
        ["N° dossier", "Entreprise", "SIRET", "Département du siège"],
        ...entreprises,
      ]),
      onglet("Avancement", [
        ["N° dossier", "Date", "Statut", "Pourcentage"],
        ...(tabs.Avancement ?? []),
      ]),
      onglet("Paiements", [["N° dossier", "Date", "Montant"], ...(tabs.Paiements ?? [])]),
    ]),
  );
  api("apiInstaller", { guichet: "HDF" });
  const { resume } = api("apiRapportDitp", { mois: "2021-06" });
  return (resume as { manques: string[] }).manques.map(plain);
}

/** The complete dossier with other cells. */
const sauf = (cells: Readonly<Record<number, Saisie>>) =>
  COMPLET.map((cell, column) => cells[column] ?? cell);

describe("what the list of June 2021 says is missing, and where", () => {
  it("nothing of a complete dossier", () => {
    expect(manques(COMPLET)).toEqual([]);
  });

  it.each([
    [
      "no end date",
      sauf({ 4: "" }),
      "1 : date de fin du projet absente (onglet « Suivi », ligne 2, « Fin prévisionnelle »)",
    ],
    [
      "an end date that is none",
      sauf({ 4: "fin 2022" }),
      "1 : date de fin du projet illisible : lu « fin 2022 » (onglet « Suivi », ligne 2, « Fin prévisionnelle »)",
    ],
    [
      "no amount",
      sauf({ 3: "" }),
      "1 : montant accordé absent (onglet « Suivi », ligne 2, « Montant attribué »)",
    ],
    [
      "no applicant",
      sauf({ 1: "" }),
      "1 : collectivité porteuse absente (onglet « Suivi », ligne 2, « Bénéficiaire »)",
    ],
    [
      "abandoned, no one knows when",
      sauf({ 2: "Abandonné" }),
      "1 : date d’abandon absente : le dossier n’est pas compté (onglet « Suivi », ligne 2, « Abandonné le »)",
    ],
  ])("%s", (_, ligne, expected) => {
    expect(manques(ligne)).toContain(expected);
  });

  it("no decision date", () => {
    expect(manques(sauf({ 5: "" }))[0]).toBe(
      "1 : date de décision absente : compté faute de date (onglet « Suivi », ligne 2, « Date CODIR »)",
    );
  });

  it("no company, or one without a département", () => {
    expect(manques(COMPLET, { Entreprises: [] })).toEqual([
      "1 : aucune entreprise renseignée (onglet « Entreprises »)",
    ]);
    expect(
      manques(COMPLET, {
        Entreprises: [
          ["1", "Atelier", "", "59"],
          ["1", "Bureau", "", ""],
        ],
      }),
    ).toEqual(["1 : département du siège manquant : Bureau (onglet « Entreprises », ligne 3)"]);
  });

  it("progress older than three months, from the day after they are over", () => {
    expect(manques(COMPLET, { Avancement: [["1", jour("2021-03-30"), "En cours", 0.1]] })).toEqual(
      [],
    );
    expect(manques(sauf({ 5: jour("2021-03-29") }))).toEqual([
      "1 : plus de trois mois : aucun état d’avancement, attendu le 29/06/2021 (onglet « Avancement »)",
    ]);
    expect(manques(COMPLET, { Avancement: [["1", jour("2021-03-29"), "Terminé", 1]] })).toEqual([]);
  });

  it("rows of other tabs that belong to no dossier, and cells no one can read", () => {
    expect(
      manques(COMPLET, {
        Paiements: [
          ["9", jour("2021-06-01"), 100],
          ["1", jour("2021-06-01"), "cent"],
        ],
      }),
    ).toEqual([
      "9 : dossier inconnu de l’onglet des dossiers (onglet « Paiements », ligne 2)",
      expect.stringMatching(
        /^1 : Montant : lu « cent », attendu un montant en euros.*\(onglet « Paiements », ligne 3\)$/,
      ),
    ]);
  });
});

describe("two rows of one number", () => {
  it("are both listed, and said", () => {
    const { api } = atelier(classeur([onglet("Suivi", [ENTETES, COMPLET, COMPLET])]));
    api("apiInstaller", { guichet: "HDF" });
    const { resume } = api("apiRapportDitp", { mois: "2021-06" });
    const said = resume as { laureats: number; manques: string[] };
    expect(said.laureats).toBe(2);
    expect(said.manques.map(plain)).toContain(
      "1 : numéro de dossier porté par 2 lignes (onglet « Suivi », lignes 2, 3)",
    );
  });
});
