import { describe, expect, it } from "vitest";
import type { Cell } from "../../src/dossiers/cell";
import type { Argument } from "../../src/functions/types";
import { call, column, messageOf, plain } from "./call";

describe("a range gives a range of the same shape", () => {
  const populations = column(999, 1_000, 80_000, 80_001, 100_000);

  it("in a column, one cell for all rows", () => {
    expect(call("FITN_TAUX", [populations, "i", "MARNE-V1"])).toEqual(column(1, 0.8, 0.8, 0.2, 0));
  });

  it("in a row", () => {
    expect(call("FITN_ADS", [[[0, 30, 31]]])).toEqual([[4_000, 16_000, 16_000]]);
  });

  it("in a block", () => {
    const block = [
      [15_000, 15_001],
      ["15 000", "15 001 hab."],
    ];
    expect(call("FITN_TAUX", [block, "1", "IDF-V1"])).toEqual([
      [1, 0.5],
      [1, 0.5],
    ]);
  });

  it("with several ranges side by side", () => {
    const args = [column(10_000, 20_000), column(900, 5_000), column("i", "ii"), "MARNE-V1"];
    expect(call("FITN_PLAFOND", args)).toEqual(column(10_000, 16_000));
  });

  it("one cell long is that cell", () => {
    expect(call("FITN_TAUX", [[[999]], [["i"]], [["MARNE-V1"]]])).toBe(1);
  });

  it.each<[string, Argument[], unknown]>([
    ["FITN_TAUX_MIN", [populations, "i", "MARNE-V1"], column(0.2, 0.2, 0.2, 0, 0)],
    ["FITN_PLAFOND", [column(100, 50.01), 900, "i", "MARNE-V1"], column(100, 50.01)],
    ["FITN_SUBVENTION", [column(100, 100), 80, column(0, 30), 9, "3a", "DITP"], column(80, 70)],
    [
      "FITN_FORFAIT",
      [column(4_999, 5_000, ""), column("commune", "commune", "région"), "DITP"],
      column(5_000, 10_000, 20_000),
    ],
    [
      "FITN_THEME",
      [column("1", "4"), "HDF"],
      [
        ["3a", "1 – Organisation s’appuyant sur le numérique"],
        ["3d", "4 – Innovation avec un laboratoire territorial"],
      ],
    ],
    [
      "FITN_RELANCE",
      [column("30/11/2021", "15/01/2022"), "", "01/03/2022"],
      [
        [{ jour: "2022-02-28" }, "En retard"],
        [{ jour: "2022-04-15" }, ""],
      ],
    ],
  ])("%s", (name, args, expected) => expect(call(name, args)).toEqual(expected));
});

describe("an empty row gives an empty cell", () => {
  it.each<[string, Argument[], unknown]>([
    ["FITN_TAUX", [column(999, "", " "), column("i", "", ""), "MARNE-V1"], column(1, "", "")],
    ["FITN_TAUX_MIN", [column("", 999), "i", "MARNE-V1"], column("", 0.2)],
    ["FITN_PLAFOND", [column("", 100), column("", 5), "3a", "DITP"], column("", 100)],
    ["FITN_SUBVENTION", [column("", 9), column("", 8), 0, 5, "3a", "DITP"], column("", 8)],
    ["FITN_FORFAIT", [column("", 9), column("", "commune"), "DITP"], column("", 5_000)],
    ["FITN_ADS", [column("", 0)], column("", 4_000)],
    ["FITN_TAUX", ["", "i", "MARNE-V1"], ""],
    ["FITN_ADS", [""], ""],
    ["FITN_ADS", [undefined], ""],
    [
      "FITN_RELANCE",
      [column("", "30/11/2021"), "", ""],
      [
        ["", ""],
        [{ jour: "2022-02-28" }, ""],
      ],
    ],
    ["FITN_THEME", ["", "HDF"], [["", ""]]],
  ])("%s %j", (name, args, expected) => expect(call(name, args)).toEqual(expected));
});

const ENTIER = "attendu un nombre entier d’habitants, zéro ou plus.";
const EUROS = "attendu un montant en euros, zéro ou plus (par exemple 12 500,50).";
const THEMES_DITP = "attendu un thème de DITP : 3a, 3b, 3c, 3d.";
const COMMUNES = "attendu un nombre entier de communes, zéro ou plus.";

/** A sound value, a malformed one, where it stands among the arguments, and what is said of it. */
interface Malforme {
  name: string;
  args: (cell: Argument) => Argument[];
  bon: Cell;
  lu: Cell;
  message: string;
}

const tauxDe: Malforme["args"] = (population) => [population, "3a", "DITP"];
const MALFORMES: Malforme[] = [
  ...[-1, 12.5, "abc", true].map((lu) => ({ name: "FITN_TAUX", args: tauxDe, bon: 9, lu })),
  { name: "FITN_TAUX_MIN", args: tauxDe, bon: 9, lu: "15.000" },
].map((row) => ({
  ...row,
  message: `population : lu « ${row.lu === true ? "VRAI" : row.lu} », ${ENTIER}`,
}));

MALFORMES.push(
  {
    name: "FITN_TAUX",
    args: (theme) => [5, theme, "DITP"],
    bon: "3b",
    lu: "4",
    message: `theme : lu « 4 », ${THEMES_DITP}`,
  },
  {
    name: "FITN_TAUX",
    args: (exception) => [5, "3a", "DITP", exception],
    bon: "non",
    lu: "si",
    message: "exception : lu « si », attendu Oui ou Non.",
  },
  {
    name: "FITN_PLAFOND",
    args: (cout) => [cout, 5, "3a", "DITP"],
    bon: "12 500",
    lu: "12.500",
    message: `cout : lu « 12.500 », ${EUROS}`,
  },
  {
    name: "FITN_SUBVENTION",
    args: (demande) => [9, demande, 0, 5, "3a", "DITP"],
    bon: 8,
    lu: "huit",
    message: `demande : lu « huit », ${EUROS}`,
  },
  {
    name: "FITN_SUBVENTION",
    args: (autres) => [9, 8, autres, 5, "3a", "DITP"],
    bon: 3,
    lu: -2,
    message: `autres : lu « -2 », ${EUROS}`,
  },
  {
    name: "FITN_ADS",
    args: (communes) => [communes],
    bon: 2,
    lu: "trois",
    message: `communes : lu « trois », ${COMMUNES}`,
  },
);

describe("a malformed value", () => {
  it.each(MALFORMES)("is thrown for a single cell: $name, $lu", ({ name, args, lu, message }) => {
    expect(messageOf(name, args(lu))).toBe(message);
  });

  it.each(MALFORMES)("is shown in its own cell of a range: $name, $lu", (row) => {
    const { name, args, bon, lu, message } = row;
    const shown = call(name, args(column(bon, lu))) as Cell[][];
    expect(shown).toEqual([[call(name, args(bon))], [expect.any(String)]]);
    expect(plain(shown[1]?.[0])).toBe(message);
  });

  it("needs the population where a rate depends on it", () => {
    const args = [column("", 900), column("i", "i"), "MARNE-V1"];
    expect((call("FITN_TAUX", args) as unknown[][]).map(plain)).toEqual([
      "population : cellule vide, le taux de MARNE-V1 dépend du nombre d’habitants.",
      "1",
    ]);
  });

  it("needs a theme", () => {
    expect(messageOf("FITN_TAUX", [5, "", "DITP"])).toBe(
      "theme : cellule vide, attendu un thème (3a, 3b, 3c, 3d ou ADS).",
    );
  });

  it("needs what the flat rate of a commune depends on", () => {
    expect(messageOf("FITN_FORFAIT", ["", "commune", "DITP"])).toBe(
      "population : cellule vide, le forfait d’une commune dépend du nombre d’habitants.",
    );
    expect(messageOf("FITN_FORFAIT", [9, "EPCI", "DITP"])).toBe(
      "type : lu « EPCI », attendu la nature de l’EPCI (communauté de communes, d’agglomération…).",
    );
  });
});

describe("ranges that do not go together", () => {
  it.each<[string, Argument[], string]>([
    [
      "FITN_TAUX",
      [column(1, 2), column("3a", "3a", "3a"), "DITP"],
      "theme : lu 3 × 1 cellules, attendu 2 × 1 comme population.",
    ],
    ["FITN_ADS", [[[1, 2], [3]]], "communes : toutes les lignes doivent avoir la même largeur."],
    ["FITN_THEME", [[["3a", "3b"]], "DITP"], "theme : attendu une seule colonne."],
    ["FITN_RELANCE", ["", [["a", "b"]], ""], "dernier_etat : attendu une seule colonne."],
  ])("%s is refused", (name, args, message) => expect(messageOf(name, args)).toBe(message));
});
