import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GUICHETS } from "../../src/guichets/index";
import { GUICHET_IDS, type Guichet } from "../../src/rules/guichet";
import { trancheOf } from "../../src/rules/tranche";

/** How many inhabitants a bracket holds at most. */
function lastOf({ jusqua }: Guichet["tranches"][number]): number {
  if (!jusqua) return Number.POSITIVE_INFINITY;
  return jusqua.inclus ? jusqua.value : jusqua.value - 1;
}

/** The guichets that have rates; ADS has an amount. */
const AVEC_TAUX = GUICHET_IDS.filter((id) => id !== "IDF-ADS");

describe.each(AVEC_TAUX)("population brackets of %s", (id) => {
  const { tranches } = GUICHETS[id];

  it("rise to the last one, which is open", () => {
    const lasts = tranches.map(lastOf);
    expect(lasts.length).toBeGreaterThan(0);
    expect(lasts).toEqual(lasts.toSorted((a, b) => a - b));
    expect(new Set(lasts).size).toBe(lasts.length);
    expect(lasts.at(-1)).toBe(Number.POSITIVE_INFINITY);
  });

  it("have names of their own, and rates in order", () => {
    const codes = tranches.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(tranches.length === 1).toBe(codes.includes(""));
    for (const { min, max, exception } of tranches) {
      expect(min?.value ?? 0).toBeLessThanOrEqual(max.value);
      expect(exception?.max.value ?? 10_000).toBeGreaterThan(max.value - 1);
      expect(max.value).toBeLessThanOrEqual(10_000);
    }
  });

  it("hold each population once, without a gap", () => {
    const edges = tranches.flatMap(({ jusqua }) =>
      jusqua ? [jusqua.value - 1, jusqua.value, jusqua.value + 1] : [0],
    );
    const populations = fc.oneof(fc.constantFrom(...edges), fc.nat({ max: 200_000 }));
    fc.assert(
      fc.property(populations, (population) => {
        const holding = tranches.filter((tranche, index) => {
          const below = index === 0 ? -1 : lastOf(tranches[index - 1] as typeof tranche);
          return population > below && population <= lastOf(tranche);
        });
        expect(holding).toEqual([trancheOf(tranches, population)]);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

it("are none for ADS, which has an amount", () => {
  expect(GUICHETS["IDF-ADS"].tranches).toEqual([]);
  expect(GUICHETS["IDF-ADS"].ads).toBeDefined();
  for (const id of AVEC_TAUX) expect(GUICHETS[id].ads).toBeUndefined();
});
