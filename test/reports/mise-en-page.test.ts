import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TableTypee, Valeur } from "../../src/reports/fichier.js";
import { compterLignes, mettreEnPage } from "../../src/reports/mise-en-page.js";

describe("lines of a text in a column", () => {
  it.each([
    ["", 10, 1],
    ["Projet", 10, 1],
    ["Plan de relance", 15, 1],
    ["Plan de relance", 14, 2],
    ["Plan de relance", 8, 2],
    ["Plan de relance", 7, 2],
    ["Plan de relance", 6, 4],
    ["a\nb\n", 10, 3],
    ["x".repeat(20), 10, 2],
    ["x".repeat(21), 10, 3],
    ["ab xxxxxxxxxxxx cd", 10, 3],
  ])("%j in %d characters takes %d", (text, width, lines) => {
    expect(compterLignes(text, width)).toBe(lines);
  });

  it("holds every character, in no more lines than words and cuts need", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zé]{1,25}$/), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 40 }),
        (words, width) => {
          const lines = compterLignes(words.join(" "), width);
          const letters = words.join("").length;
          expect(lines * width).toBeGreaterThanOrEqual(letters);
          const most = words.reduce((sum, { length }) => sum + Math.ceil(length / width), 0);
          expect(lines).toBeLessThanOrEqual(most);
        },
      ),
    );
  });
});

const EURO = '#,##0.00 "€"';
const AUTO = "0.###############";

/** Rows with the formats that Google gives: amounts have theirs, all else the automatic one. */
function table(...valeurs: readonly (readonly Valeur[])[]): TableTypee {
  const width = Math.max(...valeurs.map((row) => row.length));
  const full = valeurs.map((row) => [...row, ...Array(width - row.length).fill("")] as Valeur[]);
  return {
    valeurs: full,
    formats: full.map((row, at) =>
      row.map((value) => (at > 2 && typeof value === "number" ? EURO : AUTO)),
    ),
  };
}

const LISTE = table(
  ["Lauréats FITN7"],
  ["Préfecture", "Préfecture du Nord"],
  ["Lauréats", 2],
  ["Source", `liste des lauréats ${"de chaque fin de mois ".repeat(6)}`],
  [],
  ["N° dossier", "Projet", "Montant financé par le Plan de relance"],
  ["1", "Étude de mutualisation informatique avec les communes voisines", 12_000.5],
  ["2", "Site", 8_000],
  ["Total", "", 20_000.5],
  [],
  ["Ce qui manque (1)"],
  ["N° dossier", "Ce qui manque", "Où le compléter"],
  ["2", "date de fin", "ligne 3"],
  ["", "texte à écrire", "ligne 4"],
);

describe("a report laid out for a file", () => {
  const { lignes, largeurs } = mettreEnPage(LISTE);
  const allures = lignes.map(({ cellules }) => cellules.map(({ allure }) => allure));

  it("tells titles, headers, totals and lines apart", () => {
    expect(allures.map(([first]) => first)).toEqual([
      "titre",
      "libelle",
      "libelle",
      "libelle",
      "texte",
      "entete",
      "ligne",
      "ligne",
      "total",
      "texte",
      "section",
      "entete",
      "ligne",
      "ligne",
    ]);
    expect(allures[1]).toEqual(["libelle", "texte", "texte"]);
    expect(allures[8]).toEqual(["total", "total", "total"]);
  });

  it("makes columns as wide as amounts and the words of titles, and rows as tall as what goes on below", () => {
    expect(largeurs).toEqual([12, 36, 15]);
    expect(lignes[5]?.hauteur).toBe(3);
    expect(lignes[6]?.hauteur).toBe(2);
    expect(lignes[7]?.hauteur).toBe(1);
  });

  it("lets a long note run to the edge, on as many lines as it takes", () => {
    expect(lignes[3]).toMatchObject({ fusion: 1, hauteur: 3 });
    expect(lignes[1]?.fusion).toBeUndefined();
    expect(lignes[3]?.cellules.map(({ retour }) => retour)).toEqual([false, true, false]);
  });

  it("keeps the formats that somebody chose, and shows a whole number without a decimal mark", () => {
    expect(lignes[6]?.cellules[2]?.format).toBe(EURO);
    expect(lignes[2]?.cellules[1]?.format).toBe("");
    const [jour] = mettreEnPage({ valeurs: [[{ serie: 44_377 }]], formats: [["d mmm"]] }).lignes;
    expect(jour?.cellules[0]?.format).toBe("dd/mm/yyyy");
  });

  it("takes a line of texts alone for no header, below one", () => {
    const rows = mettreEnPage(
      table(["a"], [], [], ["N°", "Nom", "Où"], ["1", "x", "y"], ["2", "z", "t"]),
    ).lignes.map(({ cellules }) => cellules[0]?.allure);
    expect(rows.slice(3)).toEqual(["entete", "ligne", "ligne"]);
  });
});
