import { describe, expect, it } from "vitest";
import { CAS_CONNUS, formatMotif, sentence } from "../../../src/dossiers/phrases";
import type { Verdict } from "../../../src/rules/eligibilite/index";
import { CODES_MOTIF, type Gravite } from "../../../src/rules/motif";
import { CAS, type Cas, ISSUE_DU_MOTIF } from "./cas/index";
import { COMPLETS, guichetDe } from "./dossiers";
import { examine } from "./examen";

const TOUS = Object.values(CAS).flat();
const ORDRE: readonly Gravite[] = ["bloquant", "a_verifier", "avertissement", "verifie"];

function verdictOf({ dossier, faits, reglages, sansColonnes, illisibles }: Cas): Verdict {
  return examine({
    guichet: guichetDe(dossier),
    faits: { ...COMPLETS[dossier], ...faits },
    reglages,
    sansColonnes,
    illisibles,
  });
}

describe.each(Object.entries(CAS))("%s", (_, table) => {
  it.each(table)("$regle", (cas) => {
    const { issue, motifs } = verdictOf(cas);
    if (cas.motif) {
      const [key, gravite, document] = cas.motif;
      const found = motifs.filter((motif) => `${motif.code}.${motif.cas}` === key);
      expect(found.map((motif) => [motif.gravite, motif.source?.document])).toEqual([
        [gravite, document],
      ]);
      expect(issue).toBe(cas.issue ?? ISSUE_DU_MOTIF[gravite]);
    } else {
      expect(motifs.map(({ code }) => code)).not.toContain(cas.sans);
      expect(issue).toBe(cas.issue ?? "Éligible");
    }
  });
});

describe("the table of cases", () => {
  it("shows either a reason or a code of which nothing is said", () => {
    for (const cas of TOUS) {
      expect([cas.regle, cas.motif === undefined]).toEqual([cas.regle, cas.sans !== undefined]);
    }
  });

  it("reaches every case that has a sentence, and no other", () => {
    const reached = TOUS.flatMap(({ motif }) => (motif ? [motif[0]] : []));
    expect([...new Set(reached)].sort()).toEqual([...CAS_CONNUS].sort());
  });

  it("shows each code both present and absent", () => {
    const seen = TOUS.map((cas) => verdictOf(cas).motifs.map(({ code }) => code));
    for (const code of CODES_MOTIF) {
      expect([code, seen.some((codes) => codes.includes(code))]).toEqual([code, true]);
      expect([code, seen.some((codes) => !codes.includes(code))]).toEqual([code, true]);
    }
  });
});

it("orders reasons by weight", () => {
  const orders = TOUS.map((cas) =>
    verdictOf(cas).motifs.map(({ gravite }) => ORDRE.indexOf(gravite)),
  );
  expect(orders.some((ranks) => new Set(ranks).size > 2)).toBe(true);
  for (const ranks of orders) expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
});

describe("what a référent reads is typeset French without a gap", () => {
  const byText = new Map(
    TOUS.flatMap((cas) => verdictOf(cas).motifs).map((motif) => [formatMotif(motif), motif]),
  );

  it.each([...byText])("%s", (text, motif) => {
    expect(text).not.toMatch(/\{|\}|undefined|NaN/);
    expect(text).not.toMatch(/ [:;!»%€]|« /);
    expect(sentence(motif)).not.toMatch(/\?|'/);
    expect(sentence(motif)).toMatch(/\.$/);
    expect(text).toContain(`[${motif.code}] ${sentence(motif)}`);
  });
});
