import { describe, expect, it } from "vitest";
import { FUNCTIONS } from "../../src/functions/index";
import { call } from "./call";

/** The functions and their parameters, as the specification lists them; those in brackets may be left out. */
const SIGNATURES: Record<string, string> = {
  FITN_TAUX: "population theme [guichet] [exception]",
  FITN_TAUX_MIN: "population theme [guichet]",
  FITN_PLAFOND: "cout population theme [guichet] [exception]",
  FITN_SUBVENTION: "cout demande autres population theme [guichet] [exception]",
  FITN_FORFAIT: "population type [guichet]",
  FITN_ADS: "communes",
  FITN_ELIGIBLE: "entetes lignes [guichet]",
  FITN_MOTIFS: "entetes lignes [guichet]",
  FITN_INSTRUCTION: "entetes lignes [guichet]",
  FITN_THEME: "theme [guichet]",
  FITN_CONSOMME: "montants etats [etape] [paiements]",
  FITN_RESTE: "enveloppe montants etats [etape] [paiements]",
  FITN_CONSOMMATION: "enveloppe montants etats [etape] [paiements]",
  FITN_SCORE: "notes [poids]",
  FITN_RELANCE: "notification dernier_etat date",
};

it("declares every function once, with its parameters in order", () => {
  const declared = FUNCTIONS.map(({ name, parameters }) => [
    name,
    parameters.map(({ name: own, optional }) => (optional ? `[${own}]` : own)).join(" "),
  ]);
  expect(declared).toEqual(Object.entries(SIGNATURES));
});

/** A French text for a référent: a capital first, a full stop at the end. */
const SENTENCE = /^(?:[A-ZÀÉÈÎ]|\d|=).*[.)…»]$/su;

describe.each(FUNCTIONS)("$name", (declaration) => {
  const { name, summary, parameters, returns, source, examples } = declaration;

  it("says in French what it does, takes, gives, and where its rule comes from", () => {
    for (const text of [summary, returns, ...parameters.map(({ help }) => help)]) {
      expect(text).toMatch(SENTENCE);
      expect(text).not.toMatch(/\b(the|of|and|or|value|range|cell)\b/i);
      expect(text).not.toContain("'");
    }
    expect(source.length).toBeGreaterThan(10);
  });

  it("says of each argument that may be left out what happens then", () => {
    for (const { help, optional } of parameters) {
      expect(/^Facultatif\b/.test(help)).toBe(optional === true);
    }
    const optional = parameters.map((parameter) => parameter.optional === true);
    expect(optional).toEqual(optional.toSorted((a, b) => Number(a) - Number(b)));
  });

  it.each(examples)("$formula", ({ formula, args, result }) => {
    expect(formula.startsWith(`=${name}(`)).toBe(true);
    expect(args.length).toBeLessThanOrEqual(parameters.length);
    expect(call(name, args)).toEqual(result);
  });
});
