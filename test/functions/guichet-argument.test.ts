import { describe, expect, it } from "vitest";
import type { Cell } from "../../src/dossiers/cell";
import type { Argument } from "../../src/functions/types";
import { call, classeur, column, messageOf, plain } from "./call";

const MARNE: Argument = [
  ["Clé", "Valeur"],
  ["guichet", "MARNE-V1"],
  ["prefecture", "Marne"],
];

describe("the guichet argument", () => {
  it.each(["MARNE-V1", "marne-v1", " Marne-V1 ", "MARNE V1"])("is an id in any case: %j", (id) => {
    expect(call("FITN_TAUX", [80_001, "i", id])).toBe(0.2);
  });

  it("is a column of ids, one per row", () => {
    const ids = column("MARNE-V1", "IDF-V1", "hdf", "DITP");
    const themes = column("i", "1", "1", "3a");
    expect(call("FITN_TAUX", [column(80_001, 80_001, 80_001, 80_001), themes, ids])).toEqual(
      column(0.2, 0.5, 1, 1),
    );
  });

  it("is the workbook's guichet in the empty rows of that column", () => {
    const args = [column(80_001, 80_001), "3a", column("IDF-V1", "")];
    expect(call("FITN_TAUX", args, classeur(["guichet", "MARNE-V1"]))).toEqual(column(0.5, 0.2));
  });

  it("shows a wrong id of that column in its own row", () => {
    const shown = call("FITN_TAUX", [column(9, 9), "3a", column("NORD", "DITP")]) as Cell[][];
    expect(shown[1]).toEqual([1]);
    expect(plain(shown[0])).toMatch(
      /^guichet : lu « NORD », attendu un guichet : DITP, DEP, HDF, /,
    );
  });

  it("is the settings range", () => {
    expect(call("FITN_TAUX", [80_001, "i", MARNE])).toBe(0.2);
  });

  it("is the settings range whose numbers count: changing one changes the result", () => {
    const avec = (valeur: Cell) => [...(MARNE as Cell[][]), ["taux.plus_de_80000.max", valeur]];
    expect(call("FITN_TAUX", [80_001, "i", avec("30 %")])).toBe(0.3);
    expect(call("FITN_TAUX", [80_001, "i", avec("35 %")])).toBe(0.35);
    expect(call("FITN_PLAFOND", [10_000, 80_001, "i", avec(0.25)])).toBe(2_500);
  });

  it("can add a flat rate that no document has", () => {
    const reglages = [
      ["guichet", "DITP"],
      ["forfait.metropole", "25 000 €"],
      ["forfait.commune.petite", 4_000],
    ];
    expect(call("FITN_FORFAIT", [200_000, "métropole", reglages])).toBe(25_000);
    expect(call("FITN_FORFAIT", [4_999, "commune", reglages])).toBe(4_000);
    expect(call("FITN_FORFAIT", [200_000, "communauté urbaine", reglages])).toBe("Non prévu");
  });

  it("left out is the workbook's guichet with its settings", () => {
    const context = classeur(["guichet", "MARNE-V1"], ["population.max", "120 000"]);
    expect(call("FITN_TAUX", [110_000, "i"], context)).toBe(0.2);
    expect(call("FITN_TAUX", [110_000, "i", ""], context)).toBe(0.2);
    expect(call("FITN_TAUX", [120_000, "i"], context)).toBe(0);
  });

  it("left out in a workbook without one is DITP", () => {
    expect(call("FITN_TAUX", [110_000, "3a"])).toBe(1);
    expect(call("FITN_TAUX", [110_000, "3a"], classeur(["prefecture", "Nord"]))).toBe(1);
    expect(messageOf("FITN_TAUX", [110_000, "i"])).toContain("un thème de DITP");
  });

  it("asks the workbook once for all rows, and not at all where an id is given", () => {
    let asked = 0;
    const context = {
      parametres: () => {
        asked += 1;
        return undefined;
      },
    };
    call("FITN_TAUX", [column(1, 2, 3), "3a", "DITP"], context);
    expect(asked).toBe(0);
    call("FITN_TAUX", [column(1, 2, 3), "3a"], context);
    expect(asked).toBe(1);
  });

  it.each<[string, Argument, string]>([
    ["an unknown id", "NORD", "guichet : lu « NORD », attendu un guichet : DITP"],
    ["a range too wide", [["a", "b", "c"]], "guichet : attendu une cellule, une colonne"],
    [
      "settings with a wrong guichet",
      [["guichet", "NORD"]],
      "Paramètres, clé guichet : lu « NORD »",
    ],
    [
      "settings with a wrong number",
      [
        ["guichet", "HDF"],
        ["taux.max", "beaucoup"],
      ],
      "Paramètres, clé taux.max : lu « beaucoup », attendu un taux de 0 à 100 %",
    ],
  ])("refuses %s", (_, guichet, message) => {
    expect(messageOf("FITN_TAUX", [5, "3a", guichet])).toContain(message);
  });
});
