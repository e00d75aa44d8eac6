import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weightedScore } from "../../src/rules/score";
import { RUNS } from "./runs";

describe("the weighted score (weights are the préfecture's, equal by default)", () => {
  it.each<[string, (number | undefined)[], number[] | undefined, number | undefined]>([
    ["weighs three to one", [4, 2], [3, 1], 3.5],
    ["is the mean without weights", [4, 3, 3], undefined, 3.33],
    ["leaves out what has no score, with its weight", [4, undefined, 1], [1, 5, 1], 2.5],
    ["counts a score of zero", [4, 0], undefined, 2],
    ["rounds half up on the decimal writing", [1, 2], [199, 1], 1.01],
    ["ignores a weight of zero", [4, 1], [1, 0], 4],
    ["is unknown without a score", [undefined, undefined], undefined, undefined],
    ["is unknown where no weight counts", [4, 2], [0, 0], undefined],
    ["is unknown beyond what can be computed", [1e308, 1e308], [1e10, 1e10], undefined],
  ])("%s", (_, notes, poids, expected) => {
    expect(weightedScore(notes, poids)).toBe(expected);
  });

  it("lies between the lowest and the highest score", () => {
    const pair = fc.tuple(fc.nat({ max: 20 }), fc.integer({ min: 1, max: 10 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 8 }), (pairs) => {
        const notes = pairs.map(([note]) => note);
        const score = weightedScore(
          notes,
          pairs.map(([, weight]) => weight),
        );
        expect(score).toBeGreaterThanOrEqual(Math.min(...notes));
        expect(score).toBeLessThanOrEqual(Math.max(...notes));
      }),
      RUNS,
    );
  });
});
