import { describe, expect, it } from "vitest";
import { libelleTheme, readTheme } from "../../src/dossiers/themes";
import { GUICHETS } from "../../src/guichets/index";
import type { GuichetId } from "../../src/rules/guichet";
import type { Theme } from "../../src/rules/theme";

describe("a theme as sheets and the platform write it", () => {
  it.each<[GuichetId, string, Theme]>([
    ["DITP", "3a", "3a"],
    ["DITP", " 3A ", "3a"],
    ["DITP", "Thème 3b", "3b"],
    ["DITP", "fiche 3c", "3c"],
    ["DITP", "3a - Accompagnement par un expert du numérique", "3a"],
    ["DITP", "3a Accompagnement par un expert", "3a"],
    ["DITP", "3d – Projet avec un laboratoire", "3d"],
    ["DITP", "Formation", "3b"],
    ["DITP", "Démat.ADS", "ADS"],
    ["HDF", "2. Connaissances et compétences", "3b"],
    ["HDF", "3 : relation usagers", "3c"],
    ["HDF", "Axe 3 - 3b", "3b"],
    ["IDF-V1", "Volet 1 (3a)", "3a"],
    ["IDF-V2", "Volet 2 – laboratoire", "3d"],
    ["IDF-ADS", "4 – Démat ADS", "ADS"],
  ])("%s, %j is %s", (id, text, theme) => {
    expect(readTheme(text, GUICHETS[id])).toEqual({ ok: true, value: theme });
  });

  it.each<[string, GuichetId, string]>([
    ["the fund's own axe 3 is no theme", "HDF", "Axe 3"],
    ["nor is it in Île-de-France", "IDF-V1", "Axe 3 – volet 2"],
    ["two themes are not one", "DITP", "3a et 3b"],
    ["two themes are not one", "DITP", "3b/3c"],
    ["an alias and another code contradict each other", "HDF", "4 - 3c"],
    ["a number means nothing without a guichet that says so", "DITP", "3"],
    ["a word", "DITP", "numérique"],
    ["an object's own name", "DITP", "constructor"],
  ])("%s: %s, %j", (_, id, text) => {
    const reading = readTheme(text, GUICHETS[id]);
    expect(reading.ok ? reading.value : reading.attendu).toMatch(
      new RegExp(`^un thème de ${id}\u00a0: 3a, `),
    );
  });

  it("lists the themes and words of the guichet", () => {
    const reading = readTheme("x", GUICHETS["MARNE-V1"]);
    expect(reading).toEqual({
      ok: false,
      attendu: "un thème de MARNE-V1\u00a0: 3a, 3b, 3c, i, ii, iii, volet 2",
    });
  });
});

it("a theme goes by the guichet's label, or says that it is not open", () => {
  expect(libelleTheme("3c", GUICHETS.HDF)).toBe("3 – Relation avec les usagers");
  expect(libelleTheme("3d", GUICHETS.DEP)).toBe(
    "Innovation avec un laboratoire territorial (thème non ouvert par DEP)",
  );
});
