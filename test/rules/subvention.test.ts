import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GUICHETS } from "../../src/guichets/index";
import type { TypeCollectivite } from "../../src/rules/collectivite";
import type { GuichetId } from "../../src/rules/guichet";
import { forfaitOf, montantAds, plafondOf, subventionOf } from "../../src/rules/subvention";
import { RUNS } from "./runs";

const euros = (amount: number) => Math.round(amount * 100);

describe("a grant is the smallest of three amounts (ours)", () => {
  const plafond = plafondOf(euros(33_333.33), 8_000);

  it.each([
    ["the ceiling", 30_000, 0, 26_666.66],
    ["what is asked for", 26_666.65, 0, 26_666.65],
    ["what other funding leaves", 30_000, 6_666.68, 26_666.65],
    ["nothing, where others fund all", 30_000, 33_333.33, 0],
    ["nothing, where others fund more than the cost", 30_000, 50_000, 0],
  ])("here %s", (_, demande, autres, expected) => {
    const grant = subventionOf(plafond, euros(demande), euros(33_333.33), euros(autres));
    expect(grant).toBe(euros(expected));
  });

  it("never exceeds ceiling, request, or cost less other funding, and is never negative", () => {
    const amount = fc.oneof(fc.nat({ max: 100 }), fc.nat({ max: 1e12 }));
    const rate = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(amount, amount, amount, rate, (cout, demande, autres, points) => {
        const ceiling = plafondOf(cout, points);
        const grant = subventionOf(ceiling, demande, cout, autres);
        expect(grant).toBeGreaterThanOrEqual(0);
        expect(grant).toBeLessThanOrEqual(ceiling);
        expect(grant).toBeLessThanOrEqual(demande);
        expect(grant).toBeLessThanOrEqual(Math.max(0, cout - autres));
        expect(Number.isSafeInteger(grant)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe("ADS: 4 000 € a centre, 400 € a commune, 30 at most (IDF, Rôle de la préfecture de région)", () => {
  const { ads } = GUICHETS["IDF-ADS"];
  it.each([
    [0, 4_000],
    [1, 4_400],
    [29, 15_600],
    [30, 16_000],
    [31, 16_000],
    [500, 16_000],
  ])("%i communes: %i €", (communes, expected) => {
    if (!ads) throw new Error("IDF-ADS has no amount");
    expect(montantAds(ads, communes)).toBe(euros(expected));
  });
});

describe("flat rates of 3a (DITP and DEP, Montants de financement)", () => {
  it.each<[GuichetId, TypeCollectivite, number | undefined, number | undefined]>([
    ["DITP", "commune", 0, 5_000],
    ["DITP", "commune", 4_999, 5_000],
    ["DITP", "commune", 5_000, 10_000],
    ["DEP", "commune", 4_999, 5_000],
    ["DEP", "commune", 5_000, 10_000],
    ["DITP", "cc", undefined, 20_000],
    ["DITP", "ca", undefined, 20_000],
    ["DITP", "departement", undefined, 20_000],
    ["DEP", "region", undefined, 20_000],
    ["DITP", "metropole", 1_100_000, undefined],
    ["DITP", "cu", 200_000, undefined],
    ["DITP", "syndicat", undefined, undefined],
    ["HDF", "commune", 4_999, undefined],
    ["IDF-V1", "commune", 4_999, undefined],
    ["MARNE-V1", "commune", 4_999, undefined],
  ])("%s, %s of %s inhabitants: %s", (id, type, population, expected) => {
    const forfait = forfaitOf(GUICHETS[id].forfaits, type, population);
    if (forfait === "population") throw new Error("population needed");
    expect(forfait?.value).toBe(expected === undefined ? undefined : euros(expected));
    expect(forfait?.source.section).toBe(expected && "Montants de financement");
  });

  it("needs the population of a commune, where there are flat rates", () => {
    expect(forfaitOf(GUICHETS.DITP.forfaits, "commune", undefined)).toBe("population");
    expect(forfaitOf(GUICHETS.HDF.forfaits, "commune", undefined)).toBeUndefined();
  });
});
