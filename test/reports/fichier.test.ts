import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { courrielDe } from "../../src/reports/courriel.js";
import { CSV_FRANCAIS, CSV_SCDL, csvDe, inerte } from "../../src/reports/csv.js";
import {
  contenuDuFichier,
  listeDuFichier,
  nomDeFichier,
  type TableTypee,
  texteDeFichier,
  type Valeur,
} from "../../src/reports/fichier.js";

const table = (...valeurs: readonly (readonly Valeur[])[]): TableTypee => ({
  valeurs,
  formats: valeurs.map((row) => row.map(() => "General")),
});

describe("texts of a .csv", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+ de proximité", "'+ de proximité"],
    ["-5", "'-5"],
    ["@ccueil", "'@ccueil"],
    ["  =1+1", "'  =1+1"],
    ["\u00a0=1+1", "'\u00a0=1+1"],
    ["\t1", "'\t1"],
    ["\r=1", "'\n'=1"],
    ["＝1+1", "'＝1+1"],
    ["＠SOMME", "'＠SOMME"],
    ["\u0000=1+1", "'=1+1"],
    ["Mairie;=1+1;", "Mairie;'=1+1;"],
    ['Mairie,"=1+1', "Mairie,\"'=1+1"],
    ["Mairie\t+1|-2", "Mairie\t'+1|'-2"],
    ["Mairie\r\n=1+1", "Mairie\n'=1+1"],
    ["- de papier ; + de services", "'- de papier ; + de services"],
    ["Lille, -20 %", "Lille, -20 %"],
    ["2021-2022; 3-4", "2021-2022; 3-4"],
    ["CC du Pays – Nord", "CC du Pays – Nord"],
    ["a=1", "a=1"],
    ["01004", "01004"],
    ["", ""],
  ])("%j becomes %j", (text, expected) => {
    expect(inerte(text)).toBe(expected);
  });

  it("never begin as a formula does, in either dialect, and come back whole", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        for (const dialecte of [CSV_FRANCAIS, CSV_SCDL]) {
          const line = csvDe(table([text]), dialecte)
            .replace(/^\ufeff/, "")
            .slice(0, -2);
          const field = line === "" ? "" : line.slice(1, -1).replace(/""/g, '"');
          expect(field).toMatch(/^(?![\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20])/);
          expect(field).not.toMatch(/[;,|\t\r\n]"*[=+\-@\uff1d\uff0b\uff0d\uff20]/);
          expect(field.replaceAll("'", "")).toBe(texteDeFichier(text).replaceAll("'", ""));
        }
      }),
    );
  });
});

describe("a .csv", () => {
  const row: readonly Valeur[] = [
    "a;b",
    'dit "oui"',
    "deux\nlignes",
    12_000.5,
    0.8,
    { serie: 44_377 },
  ];
  const formats = [["General", "General", "General", '#,##0.00 "€"', "0.00 %", "dd/mm/yyyy"]];

  it("is written for French spreadsheets", () => {
    expect(csvDe({ valeurs: [row], formats }, CSV_FRANCAIS)).toBe(
      '\ufeff"a;b";"dit ""oui""";"deux\nlignes";12000,50;80,00 %;30/06/2021\r\n',
    );
  });

  it("is written as the open-data schema wants it", () => {
    expect(csvDe({ valeurs: [row], formats }, CSV_SCDL)).toBe(
      '"a;b","dit ""oui""","deux\nlignes",12000.50,0.80,2021-06-30\r\n',
    );
  });

  it("keeps whole numbers whole", () => {
    expect(csvDe(table([42, 1_200, 12.5]), CSV_FRANCAIS)).toBe("\ufeff42;1200;12,5\r\n");
  });
});

const RAPPORT = table(
  ["Lauréats", ""],
  ["Destinataire", "a@b.test"],
  ["", ""],
  ["N° dossier", "Collectivité porteuse"],
  ["1", "Ville"],
  ["2", "Ville"],
  ["Total", 3],
  ["", ""],
  ["Ce qui manque (1)", ""],
  ["N° dossier", "Où le compléter"],
  ["1", "onglet"],
  ["", ""],
  ["Changements depuis « DITP 2021-05 » (0)", ""],
);

describe("the file of a report", () => {
  it("leaves out what is for whoever keeps the sheet", () => {
    expect(contenuDuFichier(RAPPORT, false).valeurs.map(([cell]) => cell)).toEqual([
      "Lauréats",
      "Destinataire",
      "",
      "N° dossier",
      "1",
      "2",
      "Total",
    ]);
  });

  it("holds it where it is asked for", () => {
    expect(contenuDuFichier(RAPPORT, true).valeurs).toHaveLength(13);
  });

  it("is the list alone for a .csv: its header row, its lines, no total", () => {
    expect(listeDuFichier(RAPPORT).valeurs.map(([cell]) => cell)).toEqual(["N° dossier", "1", "2"]);
  });

  it("is the header row alone where the list is empty", () => {
    const empty = table(
      ["Titre", ""],
      ["N° dossier", "Porteur"],
      ["Aucune demande.", ""],
      ["Total", 0],
    );
    expect(listeDuFichier(empty).valeurs).toEqual([["N° dossier", "Porteur"]]);
  });

  it("is all of it where no list is found", () => {
    expect(listeDuFichier(table(["Titre"], ["texte"])).valeurs).toEqual([["Titre"], ["texte"]]);
  });

  it.each([
    ["DITP 2021-06 (2)", "DITP 2021-06 (2).csv"],
    ["a/b:c*?", "a-b-c--.csv"],
  ])("of %s is called %s", (onglet, nom) => {
    expect(nomDeFichier(onglet, "csv")).toBe(nom);
  });
});

describe("the message that goes with a report", () => {
  const plain = (text: string) => text.replace(/\u00a0/g, " ");
  const base = { prefecture: "Préfecture du Nord", nombre: 20, total: 70_000_050, rows: [] };

  it("says what it is, of when, how many and how much", () => {
    const { objet, corps } = courrielDe({
      ...base,
      rapport: { rapport: "DITP", periode: "2021-06", version: 1 },
    });
    expect(objet).toBe("FITN7 axe 3 – lauréats – juin 2021 – Préfecture du Nord");
    expect(plain(corps)).toBe(
      "Bonjour,\n\nVous trouverez ci-joint la liste des lauréats du fonds (FITN7, axe 3), juin 2021 (situation au 30/06/2021) : 20 lauréats, 700 000,50 €.\n\nCordialement,\nPréfecture du Nord",
    );
  });

  it("says that it replaces what was sent before", () => {
    const { objet, corps } = courrielDe({
      ...base,
      rapport: { rapport: "DITP", periode: "2021-06", version: 2 },
    });
    expect(objet).toContain("(version 2, annule la précédente)");
    expect(corps).toContain("annule et remplace");
  });

  it("names what changed, twenty at most", () => {
    const changes = Array.from({ length: 23 }, (_, index) => [
      String(index),
      `Ville ${index}`,
      "montant : 1 € → 2 €",
    ]);
    const { corps } = courrielDe({
      ...base,
      rapport: { rapport: "DITP", periode: "2021-07", version: 1 },
      rows: [
        ["Changements depuis « DITP 2021-06 » (23)", "", ""],
        ["N° dossier", "Collectivité porteuse", "Nouveauté"],
        ...changes,
      ],
    });
    const lines = plain(corps)
      .split("\n")
      .filter((line) => line.startsWith("- "));
    expect(lines[0]).toBe("- Ville 0 : montant : 1 € → 2 €");
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe("- et 3 autres, dans le fichier joint.");
  });
});
