import { describe, expect, it } from "vitest";
import type { EtatSuivi } from "../../src/app/suivi/protocole.js";
import {
  type Atelier,
  atelier,
  installe,
  lignes,
  plain,
  SUIVIS,
  seulement,
} from "./aides/atelier.js";
import { poser } from "./aides/poser.js";
import { classeur, jour, onglet, type Saisie } from "./aides/saisie.js";

const ENTETES = [
  "N° dossier",
  "Porteur",
  "Intitulé du projet",
  "État",
  "Montant accordé",
  "Date de fin",
  "Décidé le",
  "Notifié le",
  "Prestataires",
];

const LIGNES: readonly (readonly Saisie[])[] = [
  [
    "A",
    "Ville A",
    "Site",
    "Notifié",
    20_000,
    jour("2022-03-31"),
    jour("2021-02-01"),
    jour("2021-03-15"),
    "",
  ],
  ["B", "Ville B", "GRU", "Retenu", 10_000.5, "", jour("2021-06-01"), "", "Atelier (59)"],
  ["C", "Ville C", "Intranet", "Notifié", 5_000, "", "", jour("2021-01-10"), ""],
  ["D", "Ville D", "Portail", "Retenu", 7_000, "", "", "", ""],
  ["E", "Ville E", "Refusé", "Non retenu", "", "", "", "", ""],
];

/** A workbook on 16 July 2021, where the quarter of dossier A ended on 15 June. */
function ouvert(le = "2021-07-16T10:00:00Z"): Atelier {
  const opened = atelier(classeur([onglet("Suivi", [ENTETES, ...LIGNES])]), { le });
  opened.api("apiInstaller", { guichet: "HDF", prefecture: "Préfecture du Nord" });
  return opened;
}

type Ouvert = Extract<EtatSuivi, { kind: "ouvert" }>;
const etat = ({ api }: Atelier) => api("apiSuiviOuvrir") as unknown as Ouvert;
const laureat = (opened: Atelier, numero: string) =>
  etat(opened).laureats.find((one) => one.numero === numero);

describe("Suivi des lauréats, due dates (DITP, « Quel suivi ? »)", () => {
  it("are three months after the notification, else after the decision; unknown without either", () => {
    expect(
      etat(ouvert()).laureats.map(({ numero, statut, echeance }) => [numero, statut, echeance]),
    ).toEqual([
      ["C", "retard", "2021-04-10"],
      ["A", "retard", "2021-06-15"],
      ["D", "inconnue", undefined],
      ["B", "a_venir", "2021-09-01"],
    ]);
  });

  it.each([
    ["2021-06-15T10:00:00Z", "a_venir"],
    ["2021-06-15T21:59:00Z", "a_venir"],
    ["2021-06-15T22:01:00Z", "retard"],
  ])("at %s, in Paris, A is %s: late strictly after the day", (le, statut) => {
    expect(laureat(ouvert(le), "A")?.statut).toBe(statut);
  });

  it("run from a report of progress once there is one, and end with the project", () => {
    const opened = ouvert();
    const saisie = { numero: "A", date: "2021-07-10", statut: "En cours", commentaire: "" };
    opened.api("apiSuiviAvancement", { ...saisie, pourcentage: 4_000 });
    expect(laureat(opened, "A")).toMatchObject({
      statut: "a_venir",
      echeance: "2021-10-10",
      avancement: [{ date: "2021-07-10", statut: "En cours", pourcentage: 4_000 }],
    });
    opened.api("apiSuiviAvancement", { ...saisie, date: "2021-07-16", statut: "Terminé" });
    expect(laureat(opened, "A")).toMatchObject({
      statut: "sans_objet",
      raison: "projet terminé le 16/07/2021",
    });
  });

  it("pass to the next quarter with a reason, that stays readable", () => {
    const opened = ouvert();
    opened.api("apiSuiviReporter", { numero: "C", echeance: "2021-04-10", motif: "Maire décédé" });
    expect(laureat(opened, "C")).toMatchObject({
      statut: "retard",
      echeance: "2021-07-10",
      raison: "échéance du 10/04/2021 passée : Maire décédé".replace(" :", "\u00a0:"),
    });
    expect(lignes(opened.host, "Relances")[1]?.[2]).toBe("Maire décédé");
    expect(
      opened.api("apiSuiviReporter", { numero: "C", echeance: "2021-07-10", motif: " " }).kind,
    ).toBe("refus");
  });

  it("come with a reminder that says what is due, since when, and what is known", () => {
    const text = plain(laureat(ouvert(), "B")?.relance);
    expect(text).toContain("Objet : état d’avancement de votre projet « GRU » (dossier B)");
    expect(text).toContain("une subvention de 10 000,50 €");
    expect(text).toContain("Le prochain est attendu pour le 01/09/2021.");
    expect(text).toContain("connues à ce jour : Atelier (59)");
    expect(text.endsWith("Préfecture du Nord")).toBe(true);
  });
});

describe("Suivi des lauréats, what is typed", () => {
  it("corrects the report of the same day instead of adding one, and journals both", () => {
    const opened = ouvert();
    const saisie = { numero: "A", date: "2021-07-10", statut: "En cours", commentaire: "=1+1" };
    opened.api("apiSuiviAvancement", saisie);
    opened.api("apiSuiviAvancement", { ...saisie, statut: "Bloqué" });
    const rows = lignes(opened.host, "Avancement");
    expect(rows.length).toBe(2);
    expect([rows[1]?.[2], rows[1]?.[4]]).toEqual(["Bloqué", "=1+1"]);
    const journal = lignes(opened.host, "Journal").filter((row) => row[2] === "Suivi des lauréats");
    expect(journal.map((row) => [row[3], row[5], row[6]])).toEqual([
      ["A", null, "En cours"],
      ["A", "10/07/2021 – En cours – =1+1 – referent@prefecture.test", "Bloqué"],
    ]);
  });

  it.each([
    ["59", "59"],
    ["2a", "2A"],
    ["Haute-Corse", "2B"],
    ["La Réunion", "974"],
    ["1", "01"],
  ])("takes a head office in %s as département %s", (typed, code) => {
    const opened = ouvert();
    const saisie = {
      numero: "A",
      entreprise: "Atelier du Web",
      siret: "",
      objet: "",
      departement: typed,
    };
    expect(opened.api("apiSuiviEntreprise", saisie).kind).toBe("fait");
    expect(lignes(opened.host, "Entreprises")[1]?.slice(0, 4)).toEqual([
      "A",
      "Atelier du Web",
      null,
      code,
    ]);
  });

  it.each(["20", "99", "Atlantide", ""])(
    "refuses a head office in « %s », and writes nothing",
    (typed) => {
      const opened = ouvert();
      const before = opened.host.workbook.snapshot();
      const saisie = {
        numero: "A",
        entreprise: "Atelier",
        siret: "",
        objet: "",
        departement: typed,
      };
      const answer = opened.api("apiSuiviEntreprise", saisie);
      expect(plain(answer.message)).toMatch(/^Département du siège : lu « .*», attendu /);
      expect(opened.host.workbook.snapshot()).toEqual(before);
    },
  );

  it("completes a company already there and keeps what was typed about it", () => {
    const opened = ouvert();
    const saisie = {
      numero: "A",
      entreprise: "Atelier",
      siret: "12345678901234",
      objet: "Site",
      departement: "59",
      montant: 120_050,
    };
    opened.api("apiSuiviEntreprise", saisie);
    opened.api("apiSuiviEntreprise", {
      numero: "A",
      entreprise: "ATELIER",
      siret: "",
      objet: "",
      departement: "62",
    });
    const rows = lignes(opened.host, "Entreprises");
    expect(rows.length).toBe(2);
    expect(rows[1]?.slice(0, 6)).toEqual(["A", "Atelier", "12345678901234", "62", 1200.5, "Site"]);
  });

  it.each([
    ["2021-05-09", "refus"],
    ["2021-05-10", "fait"],
  ])("on %s, for a dossier filed on 10 May, is %s", (date, kind) => {
    const opened = atelier(
      classeur([
        onglet("Suivi", [
          [...ENTETES, "Date de dépôt"],
          [...(LIGNES[0] ?? []), jour("2021-05-10")],
        ]),
      ]),
    );
    opened.api("apiInstaller", { guichet: "HDF" });
    const saisie = { numero: "A", date, statut: "En cours", commentaire: "" };
    const answer = opened.api("apiSuiviAvancement", saisie);
    expect(answer.kind).toBe(kind);
    if (kind === "refus") {
      expect(plain(answer.message)).toBe(
        "Date : le 09/05/2021 est avant le dépôt du dossier, le 10/05/2021. Rien n’a été écrit.",
      );
    }
  });

  it("is refused for a day to come, a state that is none, a dossier that is gone", () => {
    const opened = ouvert();
    const saisie = { numero: "A", date: "2021-07-17", statut: "En cours", commentaire: "" };
    expect(plain(opened.api("apiSuiviAvancement", saisie).message)).toBe(
      "Date : le 17/07/2021 est à venir. Rien n’a été écrit.",
    );
    expect(() => opened.api("apiSuiviAvancement", { ...saisie, statut: "Fini" })).toThrow(/statut/);
    expect(
      opened.api("apiSuiviAvancement", { ...saisie, date: "2021-07-01", numero: "Z" }).kind,
    ).toBe("refus");
  });

  it("goes into its columns wherever they stand, and leaves the référent's own alone", () => {
    const opened = atelier(
      classeur([
        onglet("Suivi", [ENTETES, ...LIGNES]),
        onglet("Avancement", [
          [
            "Mes notes",
            "Date",
            "N° dossier",
            "Statut",
            "Vu",
            "Commentaire",
            "Pourcentage",
            "Auteur",
          ],
          ["à moi", jour("2021-04-01"), "B", "En cours", "oui", "", "", ""],
        ]),
      ]),
    );
    opened.api("apiInstaller", { guichet: "HDF" });
    opened.api("apiSuiviAvancement", {
      numero: "B",
      date: "2021-07-01",
      statut: "Bloqué",
      commentaire: "grève",
    });
    const rows = lignes(opened.host, "Avancement");
    expect(rows[1]?.[0]).toBe("à moi");
    expect(rows[2]?.filter((cell) => cell !== null && cell !== "").slice(1)).toEqual([
      "B",
      "Bloqué",
      "grève",
      "referent@prefecture.test",
    ]);
  });
});

describe("Suivi des lauréats, taken back", () => {
  const outils = ["Avancement", "Entreprises", "Relances", "Évaluations"];
  const contenu = ({ host }: Atelier) =>
    outils.map((nom) => (host.workbook.sheet(nom) ? lignes(host, nom) : []));
  const saisie = { numero: "A", date: "2021-07-10", statut: "En cours", commentaire: "=1+1" };

  it("puts back what a correction wrote over, then empties what was added, once each", () => {
    const opened = ouvert();
    opened.api("apiSuiviAvancement", { ...saisie, pourcentage: 4_000 });
    const before = contenu(opened);
    const corrected = opened.api("apiSuiviAvancement", { ...saisie, statut: "Bloqué" });
    const { lot } = corrected;
    expect(plain(opened.api("apiSuiviAnnuler", { lot }).message)).toBe(
      "Annulé, remis comme avant : Avancement au 10/07/2021 (dossier A).",
    );
    expect(contenu(opened)).toEqual(before);
    expect(plain(opened.api("apiSuiviAnnuler", { lot }).message)).toBe(
      "Cet enregistrement est déjà annulé.",
    );
    expect(opened.api("apiSuiviAnnuler").kind).toBe("fait");
    expect(lignes(opened.host, "Avancement").length).toBe(1);
    expect(laureat(opened, "A")).toMatchObject({ statut: "retard", avancement: [] });
    expect(plain(opened.api("apiSuiviAnnuler").message)).toBe(
      "Aucune de vos saisies n’est à annuler.",
    );
    const told = lignes(opened.host, "Journal").filter((row) => row[4] === "Annulation");
    expect(told.map((row) => [plain(row[2]), row[6]])).toEqual([
      ["Suivi des lauréats : annulation", "annulé"],
      ["Suivi des lauréats : annulation", "annulé"],
    ]);
  });

  it("is refused where somebody changed a cell of it since, and says which", () => {
    const opened = ouvert();
    const { lot } = opened.api("apiSuiviAvancement", saisie);
    poser(opened.host, "Avancement", 2, 3, "Terminé");
    const before = contenu(opened);
    const answer = opened.api("apiSuiviAnnuler", { lot });
    expect(answer.kind).toBe("refus");
    expect(plain(answer.message)).toContain(
      "onglet « Avancement », ligne 2 : écrit « En cours », maintenant « Terminé »",
    );
    expect(contenu(opened)).toEqual(before);
  });

  it("is refused to another person", () => {
    const opened = ouvert();
    const { lot } = opened.api("apiSuiviAvancement", saisie);
    const other = atelier(opened.host.workbook.snapshot(), { user: "autre@prefecture.test" });
    expect(plain(other.api("apiSuiviAnnuler", { lot }).message)).toContain("n’est pas la vôtre");
    expect(other.api("apiSuiviAnnuler").kind).toBe("refus");
  });

  it("works for a company, a due date passed over and an evaluation", () => {
    const opened = ouvert();
    const entreprise = {
      numero: "A",
      entreprise: "Atelier",
      siret: "",
      objet: "",
      departement: "59",
    };
    opened.api("apiSuiviEntreprise", entreprise);
    opened.api("apiSuiviReporter", { numero: "C", echeance: "2021-04-10", motif: "Élections" });
    expect(laureat(opened, "C")?.echeance).toBe("2021-07-10");
    opened.api("apiSuiviAnnuler");
    expect(laureat(opened, "C")?.echeance).toBe("2021-04-10");
    opened.api("apiSuiviAnnuler");
    expect(laureat(opened, "A")?.entreprises).toEqual([]);
    const next = opened.api("apiSuiviEntreprise", { ...entreprise, entreprise: "Autre" });
    expect(next.kind).toBe("fait");
    expect(lignes(opened.host, "Entreprises")[1]?.slice(0, 2)).toEqual(["A", "Autre"]);
  });
});

describe("Relances, the tab", () => {
  it("lists the late with their days, then the others and why", () => {
    const opened = ouvert();
    expect(opened.api("apiSuiviRelances")).toMatchObject({
      onglet: "Relances 2021-07-16",
      enRetard: 2,
      laureats: 4,
    });
    const rows = lignes(opened.host, "Relances 2021-07-16");
    const at = rows.findIndex(([cell]) => cell === "N° dossier");
    expect(rows.slice(at + 1, at + 3).map((row) => [row[0], row[6]])).toEqual([
      ["C", 97],
      ["A", 31],
    ]);
    expect(rows[3]?.[1]).toBe(2);
    expect(rows.some(([cell]) => cell === "Échéance inconnue, à compléter (1)")).toBe(true);
  });

  it.each(SUIVIS)("changes nothing else in %s", (nom) => {
    const opened = installe(nom);
    const others = () => seulement(opened.host, (name) => !name.startsWith("Relances "));
    const before = others();
    expect(opened.api("apiSuiviRelances").kind).toBe("fait");
    expect(others()).toEqual(before);
  });
});

describe("the evaluation of lauréats (IDF)", () => {
  it("shows half points as they are typed, says them in French, and can be emptied", () => {
    const opened = ouvert();
    grille(opened);
    const noter = (note?: number, commentaire = "") =>
      opened.api("apiSuiviEvaluation", {
        numero: "A",
        notes: [
          { code: "impact", commentaire, ...(note !== undefined && { note }) },
          { code: "delai", commentaire: "" },
        ],
      });
    expect(plain(noter().message)).toBe("Rien n’est saisi : rien n’a été écrit.");
    expect(plain(noter(3.5).message)).toBe("Évaluation, Impact constaté : 3,5 sur 4");
    expect(opened.host.display("Évaluations")[1]?.[2]).toBe("3,5");
    expect(plain(noter().message)).toBe("Évaluation, Impact constaté : effacée");
    expect(laureat(opened, "A")?.evaluation).toEqual([
      { code: "impact", commentaire: "" },
      { code: "delai", commentaire: "" },
    ]);
    expect(plain(noter(4.5).message)).toBe("Note : lu 4,5, attendu de 0 à 4. Rien n’a été écrit.");
  });

  const grille = (opened: Atelier) => {
    const rows = opened.host.values("Paramètres").length;
    const settings = [
      ["evaluation.impact", "Impact constaté"],
      ["evaluation.delai", "Délais tenus"],
      ["evaluation.echelle", 4],
    ];
    settings.forEach((row, index) => {
      row.forEach((value, column) => {
        poser(opened.host, "Paramètres", rows + index + 1, column + 1, value);
      });
    });
  };

  it("has no grid of its own: it is the regional level's to set", () => {
    const opened = ouvert();
    expect(etat(opened).grille.criteres).toEqual([]);
    const answer = opened.api("apiSuiviEvaluations");
    expect(plain(answer.message)).toContain("Les documents n’en donnent pas");
  });

  it("is kept by criterion, corrected in place, summed up in a tab with its means as formulas", () => {
    const opened = ouvert();
    grille(opened);
    const notes = [
      { code: "impact", note: 3, commentaire: "net" },
      { code: "delai", note: 4, commentaire: "" },
    ];
    opened.api("apiSuiviEvaluation", { numero: "A", notes });
    opened.api("apiSuiviEvaluation", {
      numero: "A",
      notes: [{ code: "impact", note: 2, commentaire: "net" }],
    });
    expect(lignes(opened.host, "Évaluations").length).toBe(3);
    expect(laureat(opened, "A")?.evaluation).toEqual([
      { code: "impact", note: 2, commentaire: "net" },
      { code: "delai", note: 4, commentaire: "" },
    ]);
    expect(opened.api("apiSuiviEvaluations")).toMatchObject({ onglet: "Synthèse des évaluations" });
    const rows = lignes(opened.host, "Synthèse des évaluations");
    const own = rows.find(([cell]) => cell === "A");
    expect(own?.slice(3, 6)).toEqual([2, 4, 3]);
    expect(rows.at(-1)?.slice(3, 6)).toEqual([2, 4, 3]);
  });

  it("refuses a score off the scale", () => {
    const opened = ouvert();
    grille(opened);
    const answer = opened.api("apiSuiviEvaluation", {
      numero: "A",
      notes: [{ code: "impact", note: 5, commentaire: "" }],
    });
    expect(plain(answer.message)).toBe("Note : lu 5, attendu de 0 à 4. Rien n’a été écrit.");
  });
});
