import { describe, expect, it } from "vitest";
import { readTheme } from "../../src/dossiers/themes";
import { GUICHETS } from "../../src/guichets/index";
import { GUICHET_IDS, type GuichetId } from "../../src/rules/guichet";
import { THEMES, type Theme } from "../../src/rules/theme";

/** What each guichet serves, and how many criteria its document lists for each theme (domain.md 2 and 5). */
const SERVIS: Record<GuichetId, Partial<Record<Theme, number>>> = {
  DITP: { "3a": 3, "3b": 3, "3c": 5, "3d": 5 },
  DEP: { "3a": 7, "3b": 7, "3c": 9 },
  HDF: { "3a": 4, "3b": 4, "3c": 4, "3d": 4 },
  "IDF-V1": { "3a": 8, "3b": 8, "3c": 10 },
  "IDF-ADS": { ADS: 0 },
  "IDF-V2": { "3d": 5 },
  "MARNE-V1": { "3a": 4, "3b": 4, "3c": 4 },
  "MARNE-V2": { "3d": 4 },
};

describe.each(GUICHET_IDS)("themes of %s", (id) => {
  const guichet = GUICHETS[id];

  it("are those that its document serves, each with a label", () => {
    expect(Object.keys(guichet.themes).sort()).toEqual(Object.keys(SERVIS[id]).sort());
    for (const { libelle } of Object.values(guichet.themes)) expect(libelle).toMatch(/^\S.+/);
  });

  it("have the criteria that its documents list, each once", () => {
    const counts = THEMES.map((theme) => guichet.criteres[theme]?.length ?? 0);
    expect(counts).toEqual(THEMES.map((theme) => SERVIS[id][theme] ?? 0));
    for (const criteres of Object.values(guichet.criteres)) {
      expect(new Set(criteres.map(({ code }) => code)).size).toBe(criteres.length);
      expect(new Set(criteres.map(({ libelle }) => libelle)).size).toBe(criteres.length);
    }
  });

  it("are read back from their labels", () => {
    for (const [theme, { libelle }] of Object.entries(guichet.themes)) {
      expect([libelle, readTheme(libelle, guichet)]).toEqual([libelle, { ok: true, value: theme }]);
    }
  });
});

describe("an alias is resolved inside one guichet (domain.md 2)", () => {
  it.each<[GuichetId, string | number, Theme | undefined]>([
    ["HDF", "1", "3a"],
    ["HDF", 2, "3b"],
    ["HDF", "Thème 3", "3c"],
    ["HDF", "4", "3d"],
    ["HDF", "Relation aux usagers", "3c"],
    ["HDF", "Connaissances et compétences", "3b"],
    ["IDF-V1", "1", "3a"],
    ["IDF-V1", "Thématique 3", "3c"],
    ["IDF-V1", "4", "ADS"],
    ["IDF-ADS", 4, "ADS"],
    ["IDF-V2", "Volet 2", "3d"],
    ["MARNE-V1", "i", "3a"],
    ["MARNE-V1", "II", "3b"],
    ["MARNE-V1", "iii.", "3c"],
    ["MARNE-V2", "volet 2", "3d"],
    ["DITP", "1", undefined],
    ["DITP", "4", undefined],
    ["DEP", "i", undefined],
    ["HDF", "iii", undefined],
    ["IDF-V1", "i", undefined],
    ["MARNE-V1", "1", undefined],
    ["DITP", "volet 2", undefined],
  ])("%s, %s: %s", (id, text, theme) => {
    const reading = readTheme(text, GUICHETS[id]);
    expect(reading.ok ? reading.value : undefined).toBe(theme);
  });

  it("canonical codes hold in every guichet", () => {
    for (const id of GUICHET_IDS) {
      const read = THEMES.map((theme) => readTheme(theme.toUpperCase(), GUICHETS[id]));
      expect(read).toEqual(THEMES.map((value) => ({ ok: true, value })));
    }
  });
});
