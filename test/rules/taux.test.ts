import { describe, expect, it } from "vitest";
import { GUICHETS } from "../../src/guichets/index";
import type { DocumentId } from "../../src/rules/citation";
import type { GuichetId } from "../../src/rules/guichet";
import { tauxOf } from "../../src/rules/taux";
import type { Theme } from "../../src/rules/theme";

/** Guichet, inhabitants, theme, minimum and maximum rate in percent, and the document that says so. */
type Rate = [GuichetId, number | undefined, Theme, number | undefined, number, DocumentId, string];

const RATES: Rate[] = [
  ["DITP", undefined, "3a", undefined, 100, "DITP", "Pour qui ?"],
  ["DITP", 2_000_000, "3d", undefined, 100, "DITP", "Pour qui ?"],
  ["DEP", 0, "3c", undefined, 100, "DEP", "Pour qui ?"],
  ["HDF", undefined, "3a", 50, 100, "HDF", "5. Instruction"],
  ["HDF", 500_000, "3d", 50, 100, "HDF", "5. Instruction"],
  ["IDF-V1", 0, "3a", undefined, 100, "IDF", "2. Modalités de subventionnement"],
  ["IDF-V1", 15_000, "3b", undefined, 100, "IDF", "2. Modalités de subventionnement"],
  ["IDF-V1", 15_001, "3b", undefined, 50, "IDF", "2. Modalités de subventionnement"],
  ["IDF-V1", 15_001, "3c", undefined, 50, "IDF", "2. Modalités de subventionnement"],
  ["IDF-V2", undefined, "3d", undefined, 80, "IDF", "Modalités de gestion du volet 2"],
  ["MARNE-V1", 0, "3a", 20, 100, "MAR", "3. Critères"],
  ["MARNE-V1", 999, "3a", 20, 100, "MAR", "3. Critères"],
  ["MARNE-V1", 1_000, "3b", 20, 80, "MAR", "3. Critères"],
  ["MARNE-V1", 80_000, "3c", 20, 80, "MAR", "3. Critères"],
  ["MARNE-V1", 80_001, "3c", undefined, 20, "MAR", "3. Critères"],
  ["MARNE-V1", 99_999, "3c", undefined, 20, "MAR", "3. Critères"],
  ["MARNE-V2", undefined, "3d", undefined, 100, "DITP", "Pour qui ?"],
];

describe("rates of a project", () => {
  it.each(RATES)("%s, %s inhabitants, %s: from %s to %i %% (%s, %s)", (...row) => {
    const [id, population, theme, min, max, document, section] = row;
    const taux = tauxOf(GUICHETS[id], { population, theme });
    if (taux.kind !== "taux") throw new Error(`no rate but "${taux.kind}"`);
    expect([taux.min?.value, taux.max.value]).toEqual([min && min * 100, max * 100]);
    expect(taux.max.source.document).toBe(document);
    expect(taux.max.source.section).toContain(section);
  });

  it.each<[string, GuichetId, number | undefined, Theme, string]>([
    ["100 000 inhabitants are too many (MAR 3)", "MARNE-V1", 100_000, "3a", "non_financable"],
    ["Marne volet 1 has no laboratories", "MARNE-V1", 500, "3d", "non_financable"],
    ["DEP describes no 3d", "DEP", 500, "3d", "non_financable"],
    ["ADS is not described but by IDF", "DITP", 500, "ADS", "non_financable"],
    ["ADS has an amount, no rate (IDF)", "IDF-ADS", undefined, "ADS", "montant"],
    ["Marne's rate depends on the population", "MARNE-V1", undefined, "3a", "population"],
    ["so does that of Île-de-France", "IDF-V1", undefined, "3c", "population"],
  ])("%s", (_, id, population, theme, kind) => {
    expect(tauxOf(GUICHETS[id], { population, theme })).toEqual({ kind });
  });
});

describe("the exception (IDF, 2. Modalités de subventionnement: 80 % for theme 3 above 15 000)", () => {
  it("is given when stated", () => {
    const taux = tauxOf(GUICHETS["IDF-V1"], { population: 15_001, theme: "3c", exception: true });
    expect(taux).toMatchObject({
      kind: "taux",
      max: { value: 8_000, source: { document: "IDF" } },
    });
  });

  it.each<[GuichetId, number, Theme]>([
    ["IDF-V1", 15_000, "3c"],
    ["IDF-V1", 15_001, "3a"],
    ["IDF-V1", 15_001, "3b"],
    ["IDF-V1", 15_001, "3d"],
    ["IDF-V2", 15_001, "3d"],
    ["DITP", 15_001, "3c"],
    ["MARNE-V1", 100_000, "3c"],
  ])("is not provided for by %s, %i inhabitants, %s", (id, population, theme) => {
    expect(tauxOf(GUICHETS[id], { population, theme, exception: true }).kind).toBe("exception");
  });
});
