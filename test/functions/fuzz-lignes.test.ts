import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell } from "../../src/dossiers/cell";
import { CHAMPS, NOMS_CHAMPS } from "../../src/dossiers/champs";
import type { ResultCell } from "../../src/functions/types";
import { ETATS } from "../../src/rules/etat";
import { GUICHET_IDS } from "../../src/rules/guichet";
import { ISSUES } from "../../src/rules/motif";
import { call, column, plain } from "./call";
import { cell, isShowable } from "./cells";

const TITRES = NOMS_CHAMPS.map((champ) => CHAMPS[champ].titre);

/** A sheet with some of the fields in any order, and rows of any cells. */
const feuille = fc.shuffledSubarray(TITRES, { minLength: 1 }).chain((titres) =>
  fc.record({
    titres: fc.constant(titres),
    lignes: fc.array(fc.array(cell, { minLength: titres.length, maxLength: titres.length }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
);
const RUNS = { seed: 11, numRuns: 1_000 } as const;

describe("any sheet whose headers are known", () => {
  it("gets for each row an outcome, its reasons, and a block that can be shown", () => {
    const issues = new Set<string>();
    fc.assert(
      fc.property(feuille, fc.constantFrom(...GUICHET_IDS), ({ titres, lignes }, guichet) => {
        const args = [[titres], lignes, guichet];
        const outcomes = call("FITN_ELIGIBLE", args) as Cell[][];
        const reasons = call("FITN_MOTIFS", args) as Cell[][];
        const block = call("FITN_INSTRUCTION", args) as ResultCell[][];
        expect([outcomes.length, reasons.length, block.length]).toEqual(
          Array.from({ length: 3 }, () => lignes.length),
        );
        for (const [index, row] of block.entries()) {
          expect(row.length).toBe(14);
          expect(
            row.filter((shown) => !isShowable(shown) && !String(shown).includes("lu ")),
          ).toEqual([]);
          const [issue = ""] = plain(outcomes[index]?.[0]).split(" — ");
          expect(row[12]).toBe(issue);
          expect(row[13]).toBe(reasons[index]?.[0]);
          expect(["", ...ISSUES]).toContain(issue);
          expect(/^BLOQUANT/.test(String(row[13]))).toBe(issue === "Inéligible");
          expect(/^À VÉRIFIER/.test(String(row[13]))).toBe(issue === "À vérifier");
          issues.add(issue);
        }
      }),
      RUNS,
    );
    expect(issues.size).toBeGreaterThan(1);
  });
});

describe("any envelope", () => {
  const amount = fc.oneof(fc.nat({ max: 1e6 }), fc.constantFrom("", "1 000,50 €", 0.1, 0.2));
  const ligne = fc.tuple(amount, fc.constantFrom(...ETATS, "", "accepté"), amount);

  it("has what is left and what is consumed add up", () => {
    const etape = fc.constantFrom("accordé", "engagé", "payé", "");
    fc.assert(
      fc.property(fc.array(ligne, { minLength: 1 }), etape, (lignes, stage) => {
        const args = [0, 1, 2].map((index) => column(...lignes.map((row) => row[index] as Cell)));
        const rest = [args[0], args[1], stage, args[2]];
        const consomme = Number(call("FITN_CONSOMME", rest));
        const reste = Number(call("FITN_RESTE", [1_000_000, ...rest]));
        expect(Math.round((consomme + reste) * 100)).toBe(100_000_000);
        expect(consomme).toBeGreaterThanOrEqual(0);
        expect(call("FITN_CONSOMMATION", [1_000_000, ...rest])).toBeCloseTo(consomme / 1e6, 10);
      }),
      RUNS,
    );
  });
});
