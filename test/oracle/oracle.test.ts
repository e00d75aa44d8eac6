import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  type OracleCase,
  type OracleGuichet,
  type OracleTheme,
  oracleAds,
  oracleForfait,
  oraclePlafond,
  oracleSubvention,
  oracleTaux,
  oracleTauxMin,
} from "./index";

function caseOf(
  guichet: OracleGuichet,
  population: bigint,
  theme: OracleTheme,
  exception = false,
): OracleCase {
  return { guichet, population, theme, exception };
}

const RATES: [OracleGuichet, bigint, OracleTheme, min: bigint, max: bigint][] = [
  ["DITP", 0n, "3a", 0n, 100n],
  ["DITP", 2_000_000n, "3d", 0n, 100n],
  ["DITP", 500n, "ADS", 0n, 0n],
  ["DEP", 500n, "3c", 0n, 100n],
  ["DEP", 500n, "3d", 0n, 0n],
  ["HDF", 500n, "3d", 50n, 100n],
  ["HDF", 500n, "ADS", 0n, 0n],
  ["IDF-V1", 15_000n, "3a", 0n, 100n],
  ["IDF-V1", 15_001n, "3a", 0n, 50n],
  ["IDF-V1", 15_001n, "3c", 0n, 50n],
  ["IDF-V1", 15_000n, "3d", 0n, 0n],
  ["IDF-V2", 500n, "3d", 0n, 80n],
  ["IDF-V2", 500n, "3a", 0n, 0n],
  ["IDF-ADS", 500n, "3a", 0n, 0n],
  ["MARNE-V1", 0n, "3b", 20n, 100n],
  ["MARNE-V1", 999n, "3b", 20n, 100n],
  ["MARNE-V1", 1_000n, "3b", 20n, 80n],
  ["MARNE-V1", 80_000n, "3b", 20n, 80n],
  ["MARNE-V1", 80_001n, "3b", 0n, 20n],
  ["MARNE-V1", 99_999n, "3b", 0n, 20n],
  ["MARNE-V1", 100_000n, "3b", 0n, 0n],
  ["MARNE-V1", 500n, "3d", 0n, 0n],
  ["MARNE-V2", 100_000n, "3d", 0n, 100n],
  ["MARNE-V2", 500n, "3a", 0n, 0n],
];

describe("rates", () => {
  it.each(RATES)("%s, %i inhabitants, %s: %i to %i %%", (guichet, population, theme, min, max) => {
    const of = caseOf(guichet, population, theme);
    expect(oracleTauxMin(of)).toBe(min * 100n);
    expect(oracleTaux(of)).toEqual({ kind: "taux", points: max * 100n });
  });

  it("gives the exception to theme 3c of IDF-V1 above 15 000 inhabitants", () => {
    const of = caseOf("IDF-V1", 15_001n, "3c", true);
    expect(oracleTaux(of)).toEqual({ kind: "taux", points: 8_000n });
  });

  it.each([
    caseOf("IDF-V1", 15_000n, "3c", true),
    caseOf("IDF-V1", 15_001n, "3a", true),
    caseOf("IDF-V1", 15_001n, "3d", true),
    caseOf("DITP", 15_001n, "3c", true),
    caseOf("MARNE-V1", 100_000n, "3c", true),
  ])("refuses an exception where none is provided for: $guichet, $population, $theme", (of) => {
    expect(oracleTaux(of)).toEqual({ kind: "erreur" });
  });

  it("has an amount and no rate for ADS in IDF-ADS", () => {
    const of = caseOf("IDF-ADS", 500n, "ADS");
    const money = { cout: 100n, demande: 100n, autres: 0n };
    expect(oracleTaux(of)).toEqual({ kind: "erreur" });
    expect(oraclePlafond({ ...of, ...money })).toEqual({ kind: "erreur" });
    expect(oracleSubvention({ ...of, ...money })).toEqual({ kind: "erreur" });
    expect(oracleTauxMin(of)).toBe(0n);
  });
});

describe("ceilings and grants", () => {
  const at80 = caseOf("MARNE-V1", 1_000n, "3a");
  const cout = 3_333_333n;

  it("rounds 33 333,33 € × 80 % = 26 666,664 € down to 26 666,66 €", () => {
    expect(oraclePlafond({ ...at80, cout })).toEqual({ kind: "montant", centimes: 2_666_666n });
  });

  it("stays exact far beyond binary floating point", () => {
    const plafond = oraclePlafond({ ...at80, cout: 9_007_199_254_740_993n });
    expect(plafond).toEqual({ kind: "montant", centimes: 7_205_759_403_792_794n });
  });

  it.each([
    ["the ceiling", 3_000_000n, 0n, 2_666_666n],
    ["the amount asked", 2_000_000n, 0n, 2_000_000n],
    ["what other funding leaves", 3_000_000n, 1_333_333n, 2_000_000n],
    ["nothing when others fund more than the cost", 3_000_000n, 3_333_334n, 0n],
  ])("grants %s", (_, demande, autres, centimes) => {
    const subvention = oracleSubvention({ ...at80, cout, demande, autres });
    expect(subvention).toEqual({ kind: "montant", centimes });
  });

  it("grants nothing where the population is out of range", () => {
    const of = { ...caseOf("MARNE-V1", 100_000n, "3a"), cout, demande: cout, autres: 0n };
    expect(oracleSubvention(of)).toEqual({ kind: "montant", centimes: 0n });
  });
});

describe("flat rates and the ADS amount", () => {
  it.each<[OracleGuichet, string, bigint, bigint | "Non prévu"]>([
    ["DITP", "commune", 4_999n, 500_000n],
    ["DITP", "commune", 5_000n, 1_000_000n],
    ["DEP", "commune", 4_999n, 500_000n],
    ["DITP", "région", 6_000_000n, 2_000_000n],
    ["DITP", "département", 2_600_000n, 2_000_000n],
    ["DEP", "communauté de communes", 4_999n, 2_000_000n],
    ["DEP", "communauté d'agglomération", 100_000n, 2_000_000n],
    ["DITP", "métropole", 1_100_000n, "Non prévu"],
    ["DITP", "communauté urbaine", 200_000n, "Non prévu"],
    ["HDF", "commune", 4_999n, "Non prévu"],
    ["IDF-V1", "commune", 4_999n, "Non prévu"],
  ])("%s, %s of %i inhabitants: %s", (guichet, type, population, expected) => {
    expect(oracleForfait({ guichet, type, population })).toBe(expected);
  });

  it.each([
    [0n, 400_000n],
    [29n, 1_560_000n],
    [30n, 1_600_000n],
    [31n, 1_600_000n],
  ])("ADS with %i communes: %i cents", (communes, centimes) => {
    expect(oracleAds(communes)).toBe(centimes);
  });
});

it("imports nothing but its own files", () => {
  const files = readdirSync(import.meta.dirname).filter((name) => !name.endsWith(".test.ts"));
  for (const file of files) {
    const source = readFileSync(`${import.meta.dirname}/${file}`, "utf8");
    const imports = [...source.matchAll(/from "([^"]+)"/g)].map(([, path]) => path);
    expect(imports.filter((path) => !/^\.\/[\w-]+$/.test(path ?? ""))).toEqual([]);
  }
});
