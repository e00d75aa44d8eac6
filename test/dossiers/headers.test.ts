import { describe, expect, it } from "vitest";
import { CHAMPS, NOMS_CHAMPS } from "../../src/dossiers/champs";
import { findHeaderRow, readEntetes, titresInconnus } from "../../src/dossiers/headers";
import { normalise } from "../../src/dossiers/text";
import type { Champ } from "../../src/rules/dossier";

/** The field of a header that stands alone in its row. */
function champOf(header: string): Champ | undefined {
  return [...readEntetes([header]).colonnes.keys()][0];
}

describe("headers of real sheets (domain.md 9)", () => {
  it.each<[string, Champ]>([
    ["N° dossier", "numero"],
    ["Numéro DS", "numero"],
    ["Collectivité", "porteur"],
    ["Porteur", "porteur"],
    ["Bénéficiaire", "porteur"],
    ["Pop.", "population"],
    ["Population INSEE", "population"],
    ["Thématique", "theme"],
    ["Axe/volet", "theme"],
    ["Coût total HT", "cout"],
    ["Coût global", "cout"],
    ["Subvention demandée", "demande"],
    ["Montant sollicité", "demande"],
    ["Montant accordé", "montant_accorde"],
    ["Subvention État", "montant_accorde"],
    ["Décision", "etat"],
    ["Avis comité", "etat"],
    ["Date CODIR", "date_decision"],
    ["Fin prévisionnelle", "fin"],
    ["Prestataire(s)", "prestataires"],
    ["Entreprises (dépt)", "prestataires"],
  ])("%s is %s", (header, champ) => expect(champOf(header)).toBe(champ));
});

describe("a header compares without accents, case, spaces, punctuation and units", () => {
  it.each<[string, Champ]>([
    ["COUT TOTAL", "cout"],
    ["  coût   total ", "cout"],
    ["Coût\u00a0total", "cout"],
    ["Coût total\n(€ HT)", "cout"],
    ["Coût total TTC", "cout"],
    ["Coût total en euros", "cout"],
    ["Coût total prévisionnel HT", "cout"],
    ["Montant accordé (en €)", "montant_accorde"],
    ["MONTANT DEMANDÉ TTC", "demande"],
    ["n° de dossier", "numero"],
    ["Type de collectivite", "type"],
    ["Usage de l’équipement", "equipement_usage"],
    ["Usage de l'équipement", "equipement_usage"],
    ["Contrat avec l’État", "contrat"],
    ["Déjà engagé ?", "deja_engage"],
    ["Dépt", "departement"],
    ["DÉPOSÉ LE", "depot"],
    ["Commune ou EPCI", "porteur"],
    ["Prestataire(s) (dépt)", "prestataires"],
    ["Prestataires (dépt.)", "prestataires"],
    ["Commune / EPCI", "porteur"],
    ["Autres cofinancements (€)", "autres"],
  ])("%j is %s", (header, champ) => expect(champOf(header)).toBe(champ));

  it.each(["", "Observations", "Coûteux", "Total", "Population active ?", "12", "€"])(
    "%j is no field",
    (header) => expect(champOf(header)).toBeUndefined(),
  );
});

describe("the names of fields", () => {
  it.each(NOMS_CHAMPS)("%s goes by its title and its other names, alone", (champ) => {
    const { titre, synonymes } = CHAMPS[champ];
    expect([titre, ...synonymes].map(champOf)).toEqual([titre, ...synonymes].map(() => champ));
    expect(synonymes).toEqual(synonymes.map(normalise));
    expect(champOf(titre.toUpperCase())).toBe(champ);
  });
});

describe("columns of a header row", () => {
  it("are found wherever they are, unknown ones left alone", () => {
    const { colonnes, ambigus } = readEntetes(["Avis du maire", "Pop.", "", "N° dossier", 2021]);
    expect([...colonnes]).toEqual([
      ["population", 1],
      ["numero", 3],
    ]);
    expect(ambigus).toEqual([]);
  });

  it("that claim the same field are both told, and neither is taken", () => {
    const { colonnes, ambigus } = readEntetes(["Coût global", "N° dossier", "Budget total"]);
    expect(colonnes.has("cout")).toBe(false);
    expect(ambigus).toEqual([{ champ: "cout", colonnes: [0, 2] }]);
  });

  it("with the same title twice are both told", () => {
    expect(readEntetes(["Thème", "thème"]).ambigus).toEqual([{ champ: "theme", colonnes: [0, 1] }]);
  });

  it("with a field's own title win over another name", () => {
    const { colonnes, ambigus } = readEntetes(["Coût global", "Coût total HT"]);
    expect(colonnes.get("cout")).toBe(1);
    expect(ambigus).toEqual([]);
  });
});

describe("the header row of a référent's tab", () => {
  const headers = ["N° dossier", "Collectivité", "Pop.", "Coût global"];
  const title = ["Suivi FITN7 – axe 3", "", "", ""];

  it.each([0, 1, 5, 9])("is found after %i other rows", (before) => {
    const above = Array.from({ length: before }, () => title);
    const rows = [...above, headers, ["101", "Houplines", 7_900, 40_000]];
    expect(findHeaderRow(rows)).toBe(before);
  });

  it("is not looked for after the tenth row", () => {
    expect(findHeaderRow([...Array.from({ length: 10 }, () => title), headers])).toBeUndefined();
  });

  it("names three fields at least", () => {
    expect(findHeaderRow([["N° dossier", "Pop.", "Observations"]])).toBeUndefined();
    expect(findHeaderRow([["N° dossier", "Pop.", "Thème"]])).toBe(0);
  });

  it("is the row that names most fields, the first of equals", () => {
    const groups = ["Projet", "Porteur", "Décision", ""];
    expect(findHeaderRow([groups, headers])).toBe(1);
    expect(findHeaderRow([headers, headers])).toBe(0);
  });

  it("counts a field that two columns claim", () => {
    expect(findHeaderRow([title, ["Thème", "Thème", "Pop.", "Coût total"]])).toBe(1);
  });
});

it("tells the titles that name no field, those left aside for another apart", () => {
  const row = [
    "N° DS",
    "Porteur",
    "Collectivité",
    " ",
    "Vu avec le maire ?",
    "Coût total",
    "Coût global",
    "Relance",
  ];
  expect(titresInconnus(readEntetes(row))).toEqual(["Vu avec le maire ?", "Relance"]);
});
