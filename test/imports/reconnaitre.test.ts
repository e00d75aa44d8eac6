import { describe, expect, it } from "vitest";
import { problemesDe, propositionDe } from "../../src/imports/correspondance.js";
import type { Memoire, Reconnaissance } from "../../src/imports/fichier.js";
import { memoireDe } from "../../src/imports/memoire.js";
import { reconnaitre } from "../../src/imports/reconnaitre.js";
import type { Tables } from "../../src/imports/tables.js";
import { plain } from "../app/aides/atelier.js";
import { depose, exportDe } from "../app/aides/import.js";
import { EXPORTS, tablesDe } from "./exports.js";

function lu(tables: Tables, fichier = "", memoires: readonly Memoire[] = []): Reconnaissance {
  const found = reconnaitre(tables, { fichier, memoires });
  if (found.kind !== "reconnu") throw new Error(found.message);
  return found;
}

const champs = ({ colonnes }: Reconnaissance) =>
  new Map(colonnes.flatMap(({ cle, champ }) => (champ ? [[cle, champ] as const] : [])));

/** The fields of the form, by the header of the example data: the same in every format and era. */
const FORMULAIRE = {
  "nom de l entite ou de l organisme": "porteur",
  "population de la collectivite": "population",
  "nature du projet": "theme",
  "cout global du projet": "cout",
  "financement demande": "demande",
  "date de fin du projet": "fin",
  "le projet a t il deja commence": "deja_engage",
  "etat du dossier": "etat_plateforme",
  "depose le": "depot",
  "etablissement siret": "siret",
  id: "numero",
};

describe.each(EXPORTS)("%s", async (nom) => {
  const reconnu = lu(await tablesDe(nom), nom);

  it("is an export of the platform, of its era", () => {
    expect(reconnu).toMatchObject({
      format: "plateforme",
      epoque: nom.includes("2026") ? 2026 : 2021,
      lignes: 26,
      ligneEntetes: 1,
      dejaVue: false,
    });
  });

  it("gives each field the same column, whatever the format", () => {
    expect(Object.fromEntries(champs(reconnu))).toMatchObject(FORMULAIRE);
    expect(problemesDe(reconnu, propositionDe(reconnu))).toEqual([]);
  });

  it("shows three different values of a column at most", () => {
    for (const { exemples, nature } of reconnu.colonnes) {
      expect(exemples.length).toBeLessThanOrEqual(3);
      expect(new Set(exemples).size).toBe(exemples.length);
      expect(exemples.length === 0).toBe(nature === "vide");
    }
  });

  it("tells that a label is used twice", () => {
    expect(reconnu.alertes.map(plain)).toEqual([
      expect.stringMatching(/^2 colonnes s’appellent « Observations » \([A-Z]+ et [A-Z]+\)/),
    ]);
    const twice = reconnu.colonnes.filter(({ titre }) => titre === "Observations");
    expect(twice.map(({ cle, doublon, champ }) => [cle, doublon, champ])).toEqual([
      ["observations", true, undefined],
      ["observations#2", true, undefined],
    ]);
  });

  it("sees companies and opinions in a workbook, and leaves no other tab aside", () => {
    const workbook = !nom.endsWith("csv");
    expect(reconnu.entreprises).toEqual(
      workbook ? [{ onglet: "(123456) Entreprises retenues", lignes: 19 }] : [],
    );
    expect(reconnu.avis).toBe(workbook ? 3 : 0);
    expect(reconnu.autres).toEqual([]);
  });
});

describe("the démarche of a file", () => {
  const tables = exportDe([depose("1")]);
  it.each([
    ["dossiers_fitn7-axe-3_2021-06-30_10-00.csv", "fitn7-axe-3"],
    ["dossiers_france-relance-dematads_2021-06-30_10-00 (2).xlsx", "france-relance-dematads"],
    ["Export du Nord.xlsx", "export du nord"],
    ["", ""],
  ])("%s is of « %s »", (fichier, demarche) => {
    expect(lu(tables, fichier).demarche).toBe(demarche);
  });

  it("is known again by its columns where the file was renamed", () => {
    const first = lu(tables, "dossiers_fitn7-axe-3_2021-06-30_10-00.csv");
    const memoire = { demarche: first.demarche, colonnes: memoireDe(first, propositionDe(first)) };
    expect(lu(tables, "mon export.csv", [memoire])).toMatchObject({
      demarche: "fitn7-axe-3",
      dejaVue: true,
    });
    const other = exportDe([{ Ref: "1", Nom: "x" }], ["Ref", "Nom"]);
    expect(lu(other, "mon export.csv", [memoire]).dejaVue).toBe(false);
  });
});

describe("what is remembered of a démarche", () => {
  const NOM = "dossiers_axe-3_2021-06-30_10-00.csv";
  const first = lu(exportDe([depose("1", { "Budget de l’opération": "12" })]), NOM);
  const correspondance = [
    ...propositionDe(first).filter(({ champ }) => champ !== "cout"),
    { cle: "budget de l operation", champ: "cout" as const },
  ];
  const memoires = [{ demarche: "axe-3", colonnes: memoireDe(first, correspondance) }];

  it("goes before names: the column the référent chose, and the one put aside", () => {
    const again = lu(exportDe([depose("1", { "Budget de l’opération": "12" })]), NOM, memoires);
    expect(champs(again).get("budget de l operation")).toBe("cout");
    expect(champs(again).has("cout total")).toBe(false);
    expect(again.alertes).toEqual([]);
    expect(again.colonnes.every(({ reconnu }) => reconnu === "memoire")).toBe(true);
  });

  it("warns of a known column that vanished, by its field", () => {
    const again = lu(exportDe([depose("1")]), NOM, memoires);
    expect(again.alertes.map(plain)).toEqual([
      "La colonne « Budget de l’opération », qui donnait « Coût total », n’est plus dans le fichier. Rattachez une autre colonne, ou continuez sans elle : les cellules déjà remplies restent.",
    ]);
  });

  it("warns of a column whose values are of another kind", () => {
    const again = lu(
      exportDe([depose("1", { "Budget de l’opération": "environ douze mille" })]),
      NOM,
      memoires,
    );
    expect(again.alertes.map(plain)).toEqual([
      "La colonne « Budget de l’opération » (« Coût total ») contenait des nombres, elle contient maintenant du texte.",
    ]);
  });

  it("says nothing of a column that became empty, nor of one that was never mapped", () => {
    const again = lu(
      exportDe([depose("1", { "Budget de l’opération": "", Email: 12 })]),
      NOM,
      memoires.map(({ demarche, colonnes }) => ({
        demarche,
        colonnes: colonnes.map((one) =>
          one.cle === "email" ? { ...one, champ: "" as const } : one,
        ),
      })),
    );
    expect(again.alertes).toEqual([]);
  });

  it("holds across formats: a CSV's columns are known in a workbook", async () => {
    const csv = lu(await tablesDe("export-2021.csv"), NOM);
    const kept = [{ demarche: "axe-3", colonnes: memoireDe(csv, propositionDe(csv)) }];
    const workbook = lu(await tablesDe("export-2021.xlsx"), NOM, kept);
    expect(workbook.alertes.map(plain)).toEqual([expect.stringMatching(/^2 colonnes/)]);
    expect(Object.fromEntries(champs(workbook))).toMatchObject(FORMULAIRE);
  });
});

describe("a list that is no platform export", () => {
  it("is matched by titles and synonyms, under a title row too", () => {
    const reconnu = lu({
      onglets: [
        { nom: "Notes", lignes: [["à faire"], ["appeler"]] },
        {
          nom: "Suivi",
          lignes: [
            ["Demandes 2021"],
            ["N° DS", "Collectivité", "Coût global", "Remarque"],
            ["12", "Lille", "3 000 €", "vu"],
          ],
        },
      ],
    });
    expect(reconnu).toMatchObject({ format: "liste", onglet: "Suivi", ligneEntetes: 2, lignes: 1 });
    expect(reconnu.epoque).toBeUndefined();
    expect(Object.fromEntries(champs(reconnu))).toEqual({
      "n ds": "numero",
      collectivite: "porteur",
      "cout global": "cout",
    });
    expect(reconnu.colonnes.map((one) => one.reconnu)).toEqual([
      "synonyme",
      "synonyme",
      "synonyme",
      "aucun",
    ]);
  });

  it("with renamed headers only is still a table to map", () => {
    const reconnu = lu({
      onglets: [
        {
          nom: "A",
          lignes: [
            ["Réf.", "Truc"],
            ["1", "x"],
          ],
        },
      ],
    });
    expect(champs(reconnu).size).toBe(0);
    expect(problemesDe(reconnu, propositionDe(reconnu)).map(plain)).toEqual([
      "Aucune colonne n’est rattachée à « N° dossier » : c’est elle qui reconnaît un dossier d’un import à l’autre.",
    ]);
    expect(
      problemesDe(reconnu, [
        { cle: "ref", champ: "numero" },
        { cle: "truc", champ: "porteur" },
        { cle: "truc", champ: "cout" },
        { cle: "machin", champ: "fin" },
      ]).map(plain),
    ).toEqual([
      "La colonne « Truc » est rattachée deux fois, la seconde à « Coût total ». Une colonne ne donne qu’une information.",
      "La colonne « machin » n’est pas dans ce fichier.",
    ]);
  });

  it("two columns for one field are told, and neither is taken", () => {
    const reconnu = lu({
      onglets: [
        {
          nom: "A",
          lignes: [
            ["N° dossier", "Coût global", "Montant total"],
            ["1", "2", "3"],
          ],
        },
      ],
    });
    expect(champs(reconnu).size).toBe(1);
    expect(reconnu.alertes.map(plain)).toEqual([
      "Plusieurs colonnes pourraient donner « Coût total » : « Coût global », « Montant total ». Choisissez celle qui compte.",
    ]);
  });

  it.each<[string, Tables, RegExp]>([
    ["no tab", { onglets: [] }, /^Le fichier ne contient aucune ligne\.$/],
    ["blank cells", { onglets: [{ nom: "A", lignes: [["", " "]] }] }, /aucune ligne/],
    ["headers alone", { onglets: [{ nom: "A", lignes: [["ID", "Nom"]] }] }, /^Aucun tableau/],
    ["one column", { onglets: [{ nom: "A", lignes: [["ID"], ["1"]] }] }, /^Aucun tableau/],
  ])("%s is refused in French", (_, tables, message) => {
    const found = reconnaitre(tables);
    expect(found.kind).toBe("non_reconnu");
    expect(found.kind === "non_reconnu" && plain(found.message)).toMatch(message);
  });
});
