import { describe, expect, it } from "vitest";
import {
  atelier,
  ecritures,
  formuleDe,
  GUICHET,
  onglets,
  REFERENT,
  SUIVIS,
  seulement,
  suivi,
  valeur,
} from "./aides/atelier.js";
import { classeur, jour, onglet } from "./aides/saisie.js";

/** Tabs of the contract (classeur.md) that the installer makes, and their headers. */
const CONTRAT: Readonly<Record<string, readonly string[]>> = {
  Instruction: [
    "N° dossier",
    "Guichet",
    "Thème",
    "Population",
    "Coût total",
    "Subvention demandée",
    "Montant accordé",
    "État",
    "Taux minimum",
    "Taux maximum",
    "Plafond",
    "Subvention possible",
    "Éligibilité",
    "Motifs",
  ],
  Entreprises: [
    "N° dossier",
    "Entreprise",
    "SIRET",
    "Département du siège",
    "Montant de la commande",
    "Objet",
    "Date",
  ],
  Avancement: ["N° dossier", "Date", "Statut", "Pourcentage", "Commentaire", "Auteur"],
  Paiements: ["N° dossier", "Date", "Montant", "Nature", "Référence"],
  Notes: ["N° dossier", "Comité", "Critère", "Note", "Justification", "Auteur"],
  Comités: ["Comité", "Date", "Présents", "Statut", "Votes"],
  Enveloppes: [],
  Paramètres: ["Clé", "Valeur", "Origine", "Source"],
  Journal: ["Horodatage", "Qui", "Source", "N° dossier", "Champ", "Avant", "Après", "Lot"],
  Envois: ["Rapport", "Mois", "Version", "Date", "Qui", "Lauréats", "Total", "Empreinte"],
  Mouvements: ["Date", "De", "Vers", "Montant", "Motif"],
  Territoires: [
    "Code INSEE",
    "SIREN",
    "Nom",
    "Type",
    "Département",
    "Population municipale",
    "Population totale",
    "Millésime",
  ],
  Modèles: ["Nom", "Objet", "Texte"],
};

const installer = "Installer le suivi";

const DE_COTE = "Titres inconnus, colonnes laissées de côté et jamais modifiées :";

/** What is said of the titles that each example has of its own. */
const LAISSES = {
  "suivi-nord.xlsx": `${DE_COTE} « Relance tél. », « Commentaire chargé de mission ».`,
  "suivi-marne.xlsx": `${DE_COTE} « Relance tél. », « Observations ». Si l’une d’elles tient une de ces informations, donnez-lui ce titre : « Autres financements ».`,
  "suivi-seine-et-marne.xlsx": `${DE_COTE} « Commentaire chargé de mission ». Si l’une d’elles tient une de ces informations, donnez-lui ce titre : « Autres financements ».`,
};

describe.each(SUIVIS)("Installer le suivi on %s", (nom) => {
  const before = suivi(nom);
  const { host, clic } = atelier(before);
  const own = seulement(host, () => true);
  const asked = nom === "suivi-marne.xlsx" ? [] : [{ text: GUICHET[nom] }];
  const said = clic(installer, ...asked).at(-1) ?? "";

  it("asks for the guichet where the settings name none", () => {
    const line = host.values("Paramètres").find(([cle]) => cle === "guichet");
    expect(line?.[1]).toBe(GUICHET[nom]);
    expect(valeur(host, "Enveloppes", "A1")).toBe(GUICHET[nom]);
  });

  it("creates the tabs of the contract that were missing, and only those", () => {
    const names = host.workbook.sheets.map((sheet) => sheet.name);
    const hidden = host.workbook.sheets.flatMap(({ name, hidden }) => (hidden ? [name] : []));
    expect(hidden).toEqual(["Annulation"]);
    const made = names.filter((name) => !(name in own) && !hidden.includes(name));
    expect(made.sort()).toEqual(
      Object.keys(CONTRAT)
        .filter((name) => !(name in own))
        .sort(),
    );
    expect(names.slice(0, Object.keys(own).length)).toEqual(Object.keys(own));
    for (const name of made) expect(said).toContain(`onglet « ${name} »`);
  });

  it("says which titles it knows nothing of, and what one of them may hold", () => {
    expect(said).toContain(LAISSES[nom]);
  });

  it("leaves the référent's own tabs as they were, to the last format", () => {
    const settings = (name: string) => name !== "Paramètres" && name in own;
    expect(seulement(host, settings)).toEqual(
      Object.fromEntries(Object.entries(own).filter(([name]) => settings(name))),
    );
    expect(said).toContain("qui n’a pas été modifié");
  });

  it("heads each new tab, keeps its header in view and its number column text", () => {
    for (const [name, headers] of Object.entries(CONTRAT)) {
      if (name in own || headers.length === 0) continue;
      const tab = onglets(host).get(name);
      expect(tab?.frozenRows, name).toBe(1);
      expect(host.values(name)[0], name).toEqual(headers);
      const column = headers.indexOf("N° dossier") + 1;
      if (column > 0 && name !== "Instruction") {
        expect(host.workbook.numberFormat(name, 500, column), name).toBe("@");
      }
    }
  });

  it("writes one line of the Journal for each thing made, and says who made it", () => {
    const [, ...lines] = host.values("Journal");
    const made = lines.map(([when, who, source, , champ, , what]) => {
      expect([when, who, source, champ]).toEqual([
        "2021-07-15 10:30:12",
        REFERENT,
        installer,
        "Installation",
      ]);
      return String(what);
    });
    expect(said.replace(/\s+/g, " ")).toContain(made.join(", ").replace(/[\u00a0\u202f]/g, " "));
    const [protection] = onglets(host).get("Journal")?.protections ?? [];
    expect(protection?.warningOnly).toBe(true);
  });

  it("names GUICHET on the settings' first two columns, BARRE on the options of the bar", () => {
    expect(host.workbook.namedRange("GUICHET")).toMatchObject({
      sheet: "Paramètres",
      row: 1,
      column: 1,
      columns: 2,
    });
    const barre = host.workbook.namedRange("BARRE");
    expect(barre).toMatchObject({ sheet: "Paramètres", column: 1, rows: 3, columns: 2 });
    expect(barre && host.calculator.values(barre)).toEqual([
      ["charttype", "bar"],
      ["max", 1],
      ["color1", "#1b6e3c"],
    ]);
  });

  it("changes nothing when run again, and writes nothing", () => {
    const first = host.workbook.snapshot();
    const [again] = clic(installer);
    expect(again).toMatch(/déjà installé.*rien à faire/);
    expect(ecritures(host)).toEqual([]);
    expect(host.workbook.snapshot()).toEqual(first);
  });
});

const ENTETES = ["N° dossier", "Porteur", "Population", "Thème", "Coût total", "Date de dépôt"];
const LIGNE = ["4200001", "Ville d’Exemple", 4_000, "3a", 30_000, jour("2021-04-12")];

const HDF = { text: "HDF" };

describe("Installer le suivi on a workbook of one's own", () => {
  it("makes nothing where the guichet's question is cancelled", () => {
    const book = classeur([onglet("Suivi", [ENTETES, LIGNE])]);
    const { host, clic } = atelier(book);
    clic(installer, "CANCEL");
    expect(host.workbook.sheets.map((sheet) => sheet.name)).toEqual(["Suivi"]);
  });

  it("makes a tab Dossiers where nothing looks like a list of dossiers", () => {
    const { host, clic } = atelier(classeur([onglet("Feuille 1", [["Bonjour"]])]));
    clic(installer, HDF);
    const dossiers = onglets(host).get("Dossiers");
    expect(dossiers?.frozenRows).toBe(1);
    expect(host.values("Dossiers")[0]?.slice(0, 5)).toEqual([
      "N° dossier",
      "Guichet",
      "Thème",
      "Intitulé du projet",
      "Porteur",
    ]);
    const lists = (dossiers?.validations ?? []).flatMap(({ rule, allowInvalid }) =>
      rule.kind === "list" ? [[rule.values[0], allowInvalid]] : [],
    );
    expect(lists).toContainEqual(["Déposé", true]);
    expect(lists).toContainEqual(["Oui", true]);
    expect(valeur(host, "Feuille 1", "A1")).toBe("Bonjour");
  });

  it("asks which tab is followed where two could be, and remembers the answer", () => {
    const book = classeur([
      onglet("Suivi 2020", [ENTETES, LIGNE]),
      onglet("Suivi 2021", [ENTETES, LIGNE]),
    ]);
    const { host, clic } = atelier(book);
    const [, question, done] = clic(installer, HDF, { text: "2" });
    expect(question).toContain("1. Suivi 2020\n2. Suivi 2021");
    expect(done).toContain("« Suivi 2021 »");
    expect(formuleDe(host, "Instruction", 2, 1)).toContain("'Suivi 2021'!");
    expect(clic(installer)).toEqual([expect.stringContaining("rien à faire")]);
  });

  it("does nothing where the question is left unanswered, or answered by a number not listed", () => {
    const book = classeur([onglet("A", [ENTETES, LIGNE]), onglet("B", [ENTETES, LIGNE])]);
    const { host, clic } = atelier(book);
    expect(clic(installer, HDF, "CANCEL")).toHaveLength(2);
    expect(clic(installer, HDF, { text: "3" })[2]).toBe(
      "Choix : lu « 3 », attendu un numéro de 1 à 2. Rien n’a été modifié.",
    );
    expect(host.workbook.snapshot().sheets).toEqual(book.sheets);
  });

  it("says which columns claim one field", () => {
    const { clic } = atelier(
      classeur([onglet("Suivi", [[...ENTETES, "Coût global", "Budget total"], LIGNE])]),
    );
    expect(clic(installer, HDF)[1]).not.toContain("plusieurs colonnes");
    const twice = atelier(
      classeur([
        onglet("Suivi", [["N° dossier", "Porteur", "Pop.", "Coût global", "Budget total"], LIGNE]),
      ]),
    );
    expect(twice.clic(installer, HDF)[1]).toContain(
      "Onglet « Suivi » : plusieurs colonnes pour « Coût total » : « Coût global » (colonne D) et « Budget total » (colonne E). Renommez-en une.",
    );
  });

  it("refuses a chosen tab without a header row, in French, and makes nothing", () => {
    const book = classeur([onglet("Suivi", [["un", "deux", "trois"]])]);
    const { host, api } = atelier(book);
    const answer = api("apiInstaller", { onglet: "Suivi" });
    expect(answer.kind).toBe("refus");
    expect(answer.message).toContain("aucune ligne d’en-têtes reconnue dans les dix premières");
    expect(api("apiInstaller", { onglet: "Absent" })).toEqual({
      kind: "refus",
      message: "L’onglet «\u00a0Absent\u00a0» n’existe pas dans ce classeur.",
    });
    expect(host.workbook.snapshot().sheets).toEqual(book.sheets);
  });

  it("says what is wrong where the settings' guichet is not one", () => {
    const { host, clic } = atelier(
      classeur([
        onglet("Suivi", [ENTETES, LIGNE]),
        onglet("Paramètres", [
          ["Clé", "Valeur"],
          ["guichet", "MARNE"],
        ]),
      ]),
    );
    const [said] = clic(installer);
    expect(said).toMatch(/^Paramètres, clé guichet : lu « MARNE », attendu un guichet/);
    expect(host.workbook.sheets).toHaveLength(2);
  });
});
