import { describe, expect, it } from "vitest";
import type { Cell } from "../../src/dossiers/cell";
import { COLONNES_INSTRUCTION } from "../../src/dossiers/instruction";
import { call, classeur, messageOf, plain } from "./call";

/** An Armentières-like dossier for Hauts-de-France, complete, in a référent's own words (ARM, HDF). */
const FEUILLE: Record<string, Cell> = {
  "N° dossier": "4211870",
  Collectivité: "Armentières",
  Type: "Ville",
  Dépt: "Nord (59)",
  "Pop.": "25 273",
  Thématique: "3 – Relation avec les usagers",
  "Coût global HT": "70 000 €",
  "Montant sollicité": 49_000,
  Cofinancements: 0,
  "Date dépôt": "25/06/2021",
  "Date engagement": "15/12/2021",
  Personnel: 0,
  Équipements: "0",
  "Logiciel libre": "Oui",
  "Engagement signé": "x",
  "Document 4 points": "oui",
  Partenaires: "",
  Décision: "Accepté",
  "Montant accordé": "45 000,50",
  Observations: "à rappeler",
};

type Feuille = Record<string, Cell>;

function examen(name: string, feuille: Feuille, guichet?: string, context = classeur()) {
  const [row] = call(
    name,
    [[Object.keys(feuille)], [Object.values(feuille)], guichet],
    context,
  ) as [Cell[]];
  return row.map((cell) => (typeof cell === "string" ? plain(cell) : cell));
}

const issue = (feuille: Feuille, guichet = "HDF") => examen("FITN_ELIGIBLE", feuille, guichet)[0];
const motifs = (feuille: Feuille, guichet = "HDF") => examen("FITN_MOTIFS", feuille, guichet)[0];

describe("Armentières before Hauts-de-France (ARM; HDF 4)", () => {
  it.each<[string, Cell, string]>([
    ["filed on 25/06/2021", "25/06/2021", "Éligible"],
    ["filed the day after its council", "24/09/2021", "Inéligible"],
    ["without a filing date", "", "À vérifier"],
  ])("%s: %s", (_, depot, expected) => {
    expect(issue({ ...FEUILLE, "Date dépôt": depot })).toBe(expected);
  });

  it("reads why, with the section", () => {
    expect(motifs({ ...FEUILLE, "Date dépôt": "24/09/2021" })).toBe(
      "BLOQUANT [DEPOT] déposé le 24/09/2021, après la clôture du 30/06/2021. (HDF, « 4. Comment candidater ? » ; notre lecture)",
    );
    expect(motifs(FEUILLE)).toBe("");
  });
});

describe("columns are read by their headers, wherever they are", () => {
  const orders = [
    Object.entries(FEUILLE),
    Object.entries(FEUILLE).toReversed(),
    Object.entries(FEUILLE).toSorted(([a], [b]) => a.localeCompare(b)),
  ];
  it.each(orders.map((entries) => [entries[0]?.[0], entries] as const))(
    "%s first",
    (_, entries) => {
      const feuille = Object.fromEntries(entries);
      expect(issue(feuille)).toBe("Éligible");
      expect(examen("FITN_INSTRUCTION", feuille, "HDF")).toEqual(
        examen("FITN_INSTRUCTION", FEUILLE, "HDF"),
      );
    },
  );
});

describe("the block of the Instruction tab", () => {
  const block = (feuille: Feuille, guichet = "HDF") =>
    Object.fromEntries(
      examen("FITN_INSTRUCTION", feuille, guichet).map((cell, index) => [
        COLONNES_INSTRUCTION[index]?.nom,
        cell,
      ]),
    );

  it("holds fields read and normalised, rates, ceiling, possible grant, outcome, reasons", () => {
    expect(block(FEUILLE)).toEqual({
      numero: "4211870",
      guichet: "HDF",
      theme: "3c",
      population: 25_273,
      cout: 70_000,
      demande: 49_000,
      accorde: 45_000.5,
      etat: "Retenu",
      taux_min: 0.5,
      taux_max: 1,
      plafond: 70_000,
      possible: 49_000,
      issue: "Éligible",
      motifs: "",
    });
  });

  it("leaves empty what is unknown, and says it", () => {
    const shown = block({ ...FEUILLE, "Coût global HT": "", Thématique: "" });
    expect(shown).toMatchObject({ theme: "", cout: "", taux_max: "", plafond: "", possible: "" });
    expect(shown.motifs).toContain("À VÉRIFIER [COUT] coût total non renseigné.");
    expect(shown.motifs).toContain("À VÉRIFIER [THEME] thème non renseigné.");
  });

  it("gives a ceiling to the exact cent, and an ADS amount", () => {
    const marne = { ...FEUILLE, Thématique: "iii", "Coût global HT": 33_333.33, "Pop.": 1_000 };
    expect(block(marne, "MARNE-V1")).toMatchObject({ plafond: 26_666.66, possible: 26_666.66 });
    const ads = { ...FEUILLE, Thématique: "4", Type: "CC", "Communes rattachées": 31 };
    expect(block(ads, "IDF-ADS")).toMatchObject({ taux_max: "", plafond: 16_000 });
  });

  it("is 0 where the project can't be funded", () => {
    expect(block({ ...FEUILLE, "Pop.": 100_000, Thématique: "i" }, "MARNE-V1")).toMatchObject({
      taux_max: "",
      plafond: 0,
      possible: 0,
      issue: "Inéligible",
    });
  });
});

describe("a row's own guichet", () => {
  const idf: Feuille = { ...FEUILLE, Dépt: 77, Thématique: "4", Guichet: "idf-ads", Type: "CC" };

  it("wins over the argument, an id", () => {
    expect(examen("FITN_INSTRUCTION", idf, "IDF-V1").slice(1, 3)).toEqual(["IDF-ADS", "ADS"]);
  });

  it("wins over the workbook's, with the settings that are its own", () => {
    const context = classeur(
      ["guichet", "IDF-V1"],
      ["depot.fin", "01/01/2021"],
      ["IDF-ADS.ads.centre", 5_000],
    );
    const feuille = { ...idf, "Communes rattachées": 10 };
    const row = examen("FITN_INSTRUCTION", feuille, undefined, context);
    expect(row[1]).toBe("IDF-ADS");
    expect(row[10]).toBe(9_000);
    expect(row[13]).not.toContain("[DEPOT]");
    expect(row[13]).toContain("Réglage de la préfecture (ads.centre) ; le document : 4 000 €");
  });

  it("left empty is the argument's", () => {
    expect(examen("FITN_INSTRUCTION", { ...FEUILLE, Guichet: "" }, "HDF")[1]).toBe("HDF");
  });

  it("that is none is said; no other guichet's rules are tried", () => {
    const feuille = { ...FEUILLE, "Coût global HT": 200_000, Guichet: "NORD" };
    const row = examen("FITN_INSTRUCTION", feuille, "HDF");
    expect(row[1]).toBe("");
    expect(row.slice(8, 12)).toEqual(["", "", "", ""]);
    expect(row[12]).toBe("À vérifier");
    expect(row[13]).toMatch(
      /^À VÉRIFIER \[ILLISIBLE\] Guichet : lu « NORD », attendu un guichet : .*$/,
    );
  });
});

describe("several rows", () => {
  const headers = Object.keys(FEUILLE);
  const good = Object.values(FEUILLE);
  const blank = headers.map(() => "");

  it("give one row each; an empty one gives empty cells", () => {
    const rows = [good, blank, good];
    expect(call("FITN_ELIGIBLE", [[headers], rows, "HDF"])).toEqual([
      ["Éligible"],
      [""],
      ["Éligible"],
    ]);
    expect(call("FITN_MOTIFS", [[headers], rows, "HDF"])).toEqual([[""], [""], [""]]);
    const block = call("FITN_INSTRUCTION", [[headers], rows, "HDF"]) as Cell[][];
    expect(block.map((row) => row.length)).toEqual([14, 14, 14]);
    expect(block[1]).toEqual(COLONNES_INSTRUCTION.map(() => ""));
  });

  it("say an unreadable cell in its own row", () => {
    const bad = good.map((cell, index) => (headers[index] === "Pop." ? "environ 8 000" : cell));
    const shown = call("FITN_ELIGIBLE", [[headers], [good, bad], "HDF"]) as Cell[][];
    expect(shown.map(plain)).toEqual([
      "Éligible",
      "À vérifier — Population : lu « environ 8 000 », attendu un nombre entier d’habitants, zéro ou plus.",
    ]);
  });

  it("keep the order of their reasons: blocking, to be checked, warnings, settled by hand", () => {
    const changes: Feuille = {
      "Date dépôt": "24/09/2021",
      "Document 4 points": "",
      "Logiciel libre": "non",
      "Date engagement": "",
      "Points vérifiés": "CREDITS",
    };
    const lines = String(motifs({ ...FEUILLE, ...changes })).split("\n");
    expect(lines.map((line) => line.split("]")[0])).toEqual([
      "BLOQUANT [DEPOT",
      "À VÉRIFIER [DOCUMENT",
      "AVERTISSEMENT [LIBRE",
      "VÉRIFIÉ À LA MAIN [CREDITS",
    ]);
  });
});

describe("headers and rows that do not go together", () => {
  const row = [["1", 900, "3a"]];
  it.each<[string, Cell[][], Cell[][] | undefined, string]>([
    ["no field", [["Remarques", "Divers", "Notes"]], row, "entetes : aucune colonne reconnue"],
    ["two rows of headers", [["Pop."], ["hab."]], [[5]], "entetes : attendu une seule ligne."],
    ["rows too short", [["N° dossier", "Pop."]], row, "lignes : lu 3 colonnes, attendu 2"],
    ["no rows", [["N° dossier", "Pop."]], undefined, "entetes, lignes : attendu la ligne"],
    [
      "two columns for one field",
      [["Coût global", "Pop.", "Budget total"]],
      row,
      "entetes : plusieurs colonnes pour « Coût total » : « Coût global » (colonne A) et « Budget total » (colonne C). Renommez-en une.",
    ],
  ])("%s", (_, entetes, lignes, message) => {
    for (const name of ["FITN_ELIGIBLE", "FITN_MOTIFS", "FITN_INSTRUCTION"]) {
      expect(messageOf(name, [entetes, lignes, "DITP"])).toContain(message);
    }
  });

  it("two columns for a field that no rule rests on are no obstacle", () => {
    expect(
      call("FITN_ELIGIBLE", [[["N° dossier", "Contact", "Interlocuteur"]], [["", "", ""]]]),
    ).toEqual([[""]]);
  });
});
