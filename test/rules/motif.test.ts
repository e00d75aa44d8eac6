import { describe, expect, it } from "vitest";
import {
  type CodeMotif,
  type Gravite,
  issueOf,
  type Motif,
  ordered,
  settle,
} from "../../src/rules/motif";

const motif = (code: CodeMotif, gravite: Gravite): Motif => ({
  code,
  cas: "essai",
  gravite,
  chiffres: {},
  reglages: [],
});

describe("the outcome", () => {
  it.each<[Gravite[], string]>([
    [[], "Éligible"],
    [["avertissement", "verifie"], "Éligible"],
    [["avertissement", "a_verifier"], "À vérifier"],
    [["a_verifier", "bloquant", "avertissement"], "Inéligible"],
  ])("of %j: %s", (gravites, issue) => {
    expect(issueOf(gravites.map((gravite) => motif("COUT", gravite)))).toBe(issue);
  });
});

it("shows blocking reasons first, then those to be checked, warnings, and points settled by hand", () => {
  const gravites: Gravite[] = ["verifie", "avertissement", "a_verifier", "bloquant"];
  const motifs = gravites.map((gravite) => motif("COUT", gravite));
  expect(ordered(motifs).map(({ gravite }) => gravite)).toEqual(gravites.toReversed());
});

describe("points settled by hand (Points vérifiés)", () => {
  it.each(["DOCUMENT; LIBRE", "document,libre", " Document LIBRE ", "DOCUMENT;;LIBRE;"])(
    "reads %j",
    (points) => {
      const settled = settle(
        [motif("DOCUMENT", "a_verifier"), motif("LIBRE", "a_verifier")],
        points,
      );
      expect(settled.map(({ gravite }) => gravite)).toEqual(["verifie", "verifie"]);
    },
  );

  it.each<[string, Motif, string]>([
    ["a blocking reason", motif("COUT", "bloquant"), "COUT"],
    ["a warning", motif("TAUX", "avertissement"), "TAUX"],
    ["an unreadable cell, which has to be mended", motif("ILLISIBLE", "a_verifier"), "ILLISIBLE"],
    ["another code", motif("DOCUMENT", "a_verifier"), "DOCUMENTS"],
    ["a point that nobody names", motif("DOCUMENT", "a_verifier"), ""],
  ])("do not settle %s", (_, reason, points) => {
    expect(settle([reason], points)).toEqual([reason]);
  });
});
