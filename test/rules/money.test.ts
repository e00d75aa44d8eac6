import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  eurosOf,
  formatEuros,
  ratioRoundedDown,
  roundToCents,
  shareRoundedDown,
} from "../../src/rules/cents";
import { formatPoints, pointsOfShare, shareOf } from "../../src/rules/points";
import { RUNS } from "./runs";

const cents = fc.oneof(fc.nat(), fc.maxSafeNat(), fc.constant(Number.MAX_SAFE_INTEGER));
const points = fc.integer({ min: 0, max: 10_000 });

describe("an amount typed in euros, in cents", () => {
  it.each([
    [0, 0],
    [33_333.33, 3_333_333],
    [0.1 + 0.2, 30],
    [1.005, 101],
    [1.004, 100],
    [99_999.99, 9_999_999],
    [25_000.01, 2_500_001],
    [1e-7, 0],
    [2_079_208, 207_920_800],
  ])("%f € is %i cents", (euros, expected) => {
    expect(roundToCents(euros)).toBe(expected);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e15, 1e300])("%f is no exact amount", (euros) => {
    expect(roundToCents(euros)).toBeUndefined();
  });

  it("goes to euros and back", () => {
    const amounts = fc.integer({ min: 0, max: 1e13 });
    fc.assert(
      fc.property(amounts, (amount) => roundToCents(eurosOf(amount)) === amount),
      RUNS,
    );
  });
});

describe("a share, rounded down to the cent (ours)", () => {
  it.each([
    ["33 333,33 € at 80 % (26 666,664 €)", 3_333_333, 8_000, 2_666_666],
    ["0,01 € at 99,99 %", 1, 9_999, 0],
    ["100 000 € at 100 %", 10_000_000, 10_000, 10_000_000],
    ["the largest exact amount at 50 %", Number.MAX_SAFE_INTEGER, 5_000, 4_503_599_627_370_495],
  ])("%s", (_, amount, rate, expected) => {
    expect(shareRoundedDown(amount, rate)).toBe(expected);
  });

  it("is what whole-number arithmetic gives, for any safe integer", () => {
    fc.assert(
      fc.property(cents, points, (amount, rate) => {
        const exact = (BigInt(amount) * BigInt(rate)) / 10_000n;
        expect(BigInt(shareRoundedDown(amount, rate))).toBe(exact);
      }),
      RUNS,
    );
  });
});

describe("the share that one amount is of another", () => {
  it.each([
    [15_000_00, 30_000_00, 5_000],
    [14_999_99, 30_000_00, 4_999],
    [1, 3, 3_333],
    [3, 1, 30_000],
  ])("%i of %i cents: %i points", (part, whole, expected) => {
    expect(ratioRoundedDown(part, whole)).toBe(expected);
  });

  it("is unknown of nothing", () => {
    expect(ratioRoundedDown(1, 0)).toBeUndefined();
  });
});

describe("French writing, with no-break spaces", () => {
  it.each([
    [2_666_666, "26\u00a0666,66\u00a0€"],
    [1_000_000_00, "1\u00a0000\u00a0000\u00a0€"],
    [5, "0,05\u00a0€"],
    [-2_080_00, "-2\u00a0080\u00a0€"],
    [0, "0\u00a0€"],
  ])("%i cents: %s", (amount, text) => {
    expect(formatEuros(amount)).toBe(text);
  });

  it.each([
    [8_000, "80\u00a0%"],
    [6_667, "66,67\u00a0%"],
    [0, "0\u00a0%"],
  ])("%i points: %s", (rate, text) => {
    expect(formatPoints(rate)).toBe(text);
  });
});

it("keeps a rate between a cell and its points", () => {
  fc.assert(
    fc.property(points, (rate) => pointsOfShare(shareOf(rate)) === rate),
    RUNS,
  );
});
