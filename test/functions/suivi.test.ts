import { describe, expect, it } from "vitest";
import type { Argument } from "../../src/functions/types";
import { call, column, messageOf, plain } from "./call";

describe("the score of a dossier (weights: the préfecture's)", () => {
  it.each<[string, Argument, Argument, unknown]>([
    ["in a row", [[4, 2]], [[3, 1]], 3.5],
    ["in a column", column(4, 2), column(3, 1), 3.5],
    ["with weights laid the other way", column(4, 2), [[3, 1]], 3.5],
    ["without weights", [[4, "3,5", ""]], undefined, 3.75],
    ["of one score", 3, undefined, 3],
    ["without any", [["", ""]], undefined, ""],
    ["where no weight counts", [[4, 2]], [[0, ""]], ""],
  ])("%s", (_, notes, poids, expected) =>
    expect(call("FITN_SCORE", [notes, poids])).toBe(expected),
  );

  it("is one per row of several, with a message in its own row", () => {
    const rows = [
      [4, 2],
      ["", ""],
      ["A", 2],
    ];
    const shown = call("FITN_SCORE", [rows, [[3, 1]]]) as unknown[][];
    expect(shown.map(plain)).toEqual([
      "3.5",
      "",
      "notes, 1 : lu « A », attendu un nombre, zéro ou plus.",
    ]);
  });

  it.each<[Argument, Argument, string]>([
    [[[4, "B"]], undefined, "notes, 2 : lu « B », attendu un nombre, zéro ou plus."],
    [[[4, 2]], [[3]], "poids : lu 1 cellules, attendu 2 comme notes."],
    [[[4, 2]], [[3, -1]], "poids, 2 : lu « -1 », attendu un nombre, zéro ou plus."],
  ])("%j with %j is refused", (notes, poids, message) => {
    expect(messageOf("FITN_SCORE", [notes, poids])).toBe(message);
  });
});

describe("the next report of progress (DITP, Quel suivi ?)", () => {
  it.each<[Argument, Argument, Argument, string, string]>([
    ["30/11/2021", "", "28/02/2022", "2022-02-28", ""],
    ["30/11/2021", "", "01/03/2022", "2022-02-28", "En retard"],
    ["30/11/2021", "15/01/2022", "15/04/2022", "2022-04-15", ""],
    ["30/11/2021", "15/01/2022", "16/04/2022", "2022-04-15", "En retard"],
    ["", "2022-01-31", "", "2022-04-30", ""],
    [44_530, "", 44_621, "2022-02-28", "En retard"],
  ])("notified %s, last on %s, seen on %s", (notification, dernier, date, due, late) => {
    expect(call("FITN_RELANCE", [notification, dernier, date])).toEqual([[{ jour: due }, late]]);
  });

  it("is empty without a day to count from", () => {
    expect(call("FITN_RELANCE", ["", "", "01/03/2022"])).toEqual([["", ""]]);
  });

  it.each<[string, Argument[], string]>([
    ["notification", ["hier", "", ""], "notification : lu « hier », attendu une date"],
    ["dernier_etat", ["", "31/02/2022", ""], "dernier_etat : lu « 31/02/2022 », attendu une date"],
    ["date", ["30/11/2021", "", "x"], "date : lu « x », attendu une date"],
  ])("refuses %s", (_, args, message) => {
    expect(messageOf("FITN_RELANCE", args)).toContain(message);
    const [notification, dernier, date] = args;
    const ranged = [column(String(notification), ""), String(dernier), String(date)];
    const shown = call("FITN_RELANCE", ranged) as unknown[][];
    if (notification !== "") expect(plain(shown[0]?.[0])).toContain(message);
  });
});

describe("a theme's code and label", () => {
  it("says a wrong one in its own row", () => {
    const shown = call("FITN_THEME", [column("4", "quatre", ""), "HDF"]) as unknown[][];
    expect(shown[0]).toEqual(["3d", "4 – Innovation avec un laboratoire territorial"]);
    expect(plain(shown[1]?.[0])).toMatch(/^theme : lu « quatre », attendu un thème de HDF : 3a, /);
    expect(shown[1]?.[1]).toBe("");
    expect(shown[2]).toEqual(["", ""]);
  });

  it("depends on the guichet of the row", () => {
    expect(call("FITN_THEME", [column("4", "4"), column("HDF", "IDF-ADS")])).toEqual([
      ["3d", "4 – Innovation avec un laboratoire territorial"],
      ["ADS", "4 – Dématérialisation des demandes d’urbanisme"],
    ]);
  });
});
