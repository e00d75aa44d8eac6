import { describe, expect, it } from "vitest";
import type { Cell } from "../../src/dossiers/cell";
import {
  departementOfInsee,
  nomDepartement,
  readDepartement,
} from "../../src/dossiers/departements";
import { readDay, readText, readYesNo } from "../../src/dossiers/readers";

describe("a day", () => {
  it.each<[Cell]>([
    ["30/06/2021"],
    ["30/6/2021"],
    ["30/06/21"],
    ["30-06-2021"],
    ["30.06.2021"],
    [" 30/06/2021 "],
    ["30/06/2021 14:05"],
    ["30/06/2021 14h05"],
    ["2021-06-30"],
    ["2021-06-30 14:05"],
    ["2021-06-30T14:05:00+02:00"],
    [44_377],
    [44_377.6],
  ])("%j is 30 June 2021", (cell) => {
    expect(readDay(cell)).toEqual({ ok: true, value: "2021-06-30" });
  });

  it.each<Cell>([
    "31/06/2021",
    "06/30/2021",
    "2021-02-29",
    "juin 2021",
    "à définir",
    "30/06",
    2021.5e9,
    0,
    -5,
    Number.NaN,
    true,
  ])("%j is refused", (cell) => {
    expect(readDay(cell)).toEqual({ ok: false, attendu: "une date (par exemple 30/06/2021)" });
  });
});

describe("yes or no", () => {
  it.each<Cell>(["Oui", "OUI", "o", "x", "X", "vrai", "true", "on", 1, true, "ok"])(
    "%j is yes",
    (cell) => expect(readYesNo(cell)).toEqual({ ok: true, value: true }),
  );
  it.each<Cell>(["Non", "non ", "n", "FAUX", "false", "off", 0, false])("%j is no", (cell) => {
    expect(readYesNo(cell)).toEqual({ ok: true, value: false });
  });
  it.each<Cell>(["peut-être", "oui mais", 2, "?", "en cours"])("%j is refused", (cell) => {
    expect(readYesNo(cell)).toEqual({ ok: false, attendu: "Oui ou Non" });
  });
  it("is unknown of an empty cell", () => {
    expect(readYesNo(" ")).toEqual({ ok: true, value: undefined });
  });
});

describe("a text", () => {
  it("keeps what is typed, outer spaces apart", () => {
    expect(readText("  CC de l’Argonne ")).toEqual({ ok: true, value: "CC de l’Argonne" });
    expect(readText(59_017)).toEqual({ ok: true, value: "59017" });
  });
});

describe("a département", () => {
  it.each<[Cell, string]>([
    ["59", "59"],
    [59, "59"],
    [2, "02"],
    ["02 - Aisne", "02"],
    ["59 – Nord", "59"],
    ["Nord (59)", "59"],
    ["NORD", "59"],
    ["seine et marne", "77"],
    ["Val-d’Oise", "95"],
    ["2a", "2A"],
    ["Corse-du-Sud", "2A"],
    ["971", "971"],
    ["la réunion", "974"],
  ])("%j is %s", (cell, code) => expect(readDepartement(cell)).toEqual({ ok: true, value: code }));

  it.each<Cell>(["Nord-Pas-de-Calais", "20", "99", "59000", "Lille", 0, true])(
    "%j is refused",
    (cell) =>
      expect(readDepartement(cell)).toEqual({
        ok: false,
        attendu: "un département, par son code ou son nom (par exemple 59 ou Nord)",
      }),
  );

  it.each([
    ["59017", "59"],
    ["1004", "01"],
    ["2A004", "2A"],
    ["2b033", "2B"],
    ["97411", "974"],
    ["97801", "978"],
    ["99999", undefined],
    ["590170", undefined],
    ["Lille", undefined],
  ])("of the commune %s is %s", (insee, code) => expect(departementOfInsee(insee)).toBe(code));

  it("has a name", () => {
    expect(nomDepartement("51")).toBe("Marne");
    expect(nomDepartement("20")).toBeUndefined();
  });
});
