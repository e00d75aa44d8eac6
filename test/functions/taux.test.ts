import { describe, expect, it } from "vitest";
import type { Argument } from "../../src/functions/types";
import { call, column, messageOf, plain } from "./call";

describe("well-formed but not fundable is 0, not an error", () => {
  it.each<[string, Argument[]]>([
    ["100 000 inhabitants in the Marne (MAR 3)", [100_000, "i", "MARNE-V1"]],
    ["laboratories under DEP", [900, "3d", "DEP"]],
    ["ADS under the national sheet", [900, "ADS", "DITP"]],
    ["theme 4 of Île-de-France under volet 1", [900, "4", "IDF-V1"]],
  ])("%s", (_, args) => {
    expect(call("FITN_TAUX", args)).toBe(0);
    expect(call("FITN_TAUX_MIN", args)).toBe(0);
    expect(call("FITN_PLAFOND", [50_000, ...args])).toBe(0);
    expect(call("FITN_SUBVENTION", [50_000, 40_000, 0, ...args])).toBe(0);
  });
});

describe("exact money", () => {
  it("33 333,33 € × 80 % = 26 666,66 €", () => {
    expect(call("FITN_PLAFOND", ["33 333,33 €", 1_000, "i", "MARNE-V1"])).toBe(26_666.66);
  });
  it("0,1 + 0,2 = 0,30", () => {
    expect(call("FITN_PLAFOND", [0.1 + 0.2, 5, "3a", "DITP"])).toBe(0.3);
  });
  it("1 € less 0,90 € leaves 0,10 €", () => {
    expect(call("FITN_SUBVENTION", [1, 1, 0.9, 5, "3a", "DITP"])).toBe(0.1);
  });
});

describe("the exception (IDF, 2. Modalités de subventionnement)", () => {
  const exceptionIn = (theme: Argument, population: Argument, exception: Argument) =>
    call("FITN_TAUX", [population, theme, "IDF-V1", exception]);

  it.each([true, "VRAI", "oui", "x", 1])("%j asks for it", (exception) => {
    expect(exceptionIn("3", 15_001, exception)).toBe(0.8);
  });

  it.each([false, "FAUX", "non", "", undefined, 0])("%j does not, anywhere", (exception) => {
    expect(exceptionIn("3", 15_001, exception)).toBe(0.5);
    expect(exceptionIn("1", 15_000, exception)).toBe(1);
    expect(call("FITN_TAUX", [500, "3a", "DITP", exception])).toBe(1);
  });

  it.each<[string, Argument[]]>([
    ["FITN_TAUX", [15_000, "3c", "IDF-V1", true]],
    ["FITN_TAUX", [15_001, "3a", "IDF-V1", true]],
    ["FITN_TAUX", [15_001, "3c", "DITP", true]],
    ["FITN_TAUX", [100_000, "3c", "MARNE-V1", true]],
    ["FITN_PLAFOND", [9, 15_000, "3c", "IDF-V1", true]],
    ["FITN_SUBVENTION", [9, 9, 0, 15_000, "3c", "IDF-V1", true]],
  ])("%s %j is an error where none is provided for", (name, args) => {
    expect(messageOf(name, args)).toMatch(
      /^exception : lu VRAI, mais [A-Z0-9-]+ ne prévoit pas de taux exceptionnel pour le thème 3[ac] et cette population\. Attendu FAUX ou rien\.$/,
    );
  });
});

describe("ADS has an amount and no rate (IDF, thématique 4)", () => {
  const POINTS = "theme : IDF-ADS prévoit un montant et non un taux. Utilisez FITN_ADS(communes).";

  it.each<[string, Argument[]]>([
    ["FITN_TAUX", [900, "ADS", "IDF-ADS"]],
    ["FITN_PLAFOND", [9_000, 900, "4", "IDF-ADS"]],
    ["FITN_SUBVENTION", [9_000, 9_000, 0, 900, "ADS", "IDF-ADS"]],
  ])("%s points to FITN_ADS", (name, args) => expect(messageOf(name, args)).toBe(POINTS));

  it("in its own row of a range", () => {
    const shown = call("FITN_TAUX", [900, column("3a", "4"), "IDF-ADS"]) as unknown[][];
    expect(shown.map(plain)).toEqual(["0", POINTS]);
  });

  it("has no minimum either", () => {
    expect(call("FITN_TAUX_MIN", [900, "ADS", "IDF-ADS"])).toBe(0);
  });
});

it.each([
  ["12 500", 12_500],
  ["12\u202f500,50\u00a0€", 12_500.5],
  ["12,5 k€", 12_500],
])("reads a cost typed as French text: %j", (cout, expected) => {
  expect(call("FITN_PLAFOND", [cout, "15 000 hab.", "Thème 1", "idf-v1"])).toBe(expected);
});
