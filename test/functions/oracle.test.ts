import fc from "fast-check";
import { expect, it } from "vitest";
import { SaisieInvalide } from "../../src/dossiers/saisie";
import type { Argument } from "../../src/functions/types";
import {
  type OracleGuichet,
  type OracleTheme,
  oracleAds,
  oracleForfait,
  oraclePlafond,
  oracleSubvention,
  oracleTaux,
  oracleTauxMin,
} from "../oracle/index";
import { call } from "./call";

const GUICHETS: OracleGuichet[] = [
  "DITP",
  "DEP",
  "HDF",
  "IDF-V1",
  "IDF-ADS",
  "IDF-V2",
  "MARNE-V1",
  "MARNE-V2",
];
const THEMES: OracleTheme[] = ["3a", "3b", "3c", "3d", "ADS"];
const TYPES = [
  "commune",
  "région",
  "département",
  "communauté de communes",
  "communauté d'agglomération",
  "métropole",
  "communauté urbaine",
  "syndicat",
];

/** Each bound of the documents with its neighbours. */
function around(...bounds: number[]): number[] {
  return bounds.flatMap((bound) => [bound - 1, bound, bound + 1]).filter((value) => value >= 0);
}

const population = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...around(0, 1_000, 5_000, 15_000, 80_000, 100_000)) },
  { weight: 1, arbitrary: fc.nat({ max: 3_000_000 }) },
);
const communes = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...around(0, 30)) },
  { weight: 1, arbitrary: fc.nat({ max: 600 }) },
);
const cents = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...around(0, 2_500_000, 10_000_000, 3_333_333)) },
  { weight: 2, arbitrary: fc.nat({ max: 20_000_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 1e12 }) },
);
const cas = fc.record({
  guichet: fc.constantFrom(...GUICHETS),
  theme: fc.constantFrom(...THEMES),
  exception: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)),
  type: fc.constantFrom(...TYPES),
  population,
  communes,
  cout: cents,
  demande: cents,
  autres: cents,
});

/** A function's result as the oracle gives it: whole units (`scale` of them to 1), or an error. */
function shown(name: string, args: readonly Argument[], scale: number): bigint | "erreur" | string {
  try {
    const result = call(name, args);
    if (typeof result === "string") return result;
    const units = Math.round(Number(result) * scale);
    expect(result).toBe(units / scale);
    return BigInt(units);
  } catch (error) {
    if (error instanceof SaisieInvalide) return "erreur";
    throw error;
  }
}

it("agrees with a second implementation on 10 000 cases of rates, ceilings and grants", () => {
  const seen = { taux: 0, erreurs: 0, nuls: 0, nonPrevus: 0 };
  fc.assert(
    fc.property(cas, (one) => {
      const { guichet, theme, exception, type } = one;
      const inhabitants = BigInt(one.population);
      const of = { guichet, theme, exception, population: inhabitants };
      const cout = BigInt(one.cout);
      const rest = [one.population, theme, guichet, exception] as const;

      const taux = oracleTaux(of);
      expect(shown("FITN_TAUX", rest, 10_000)).toBe(taux.kind === "taux" ? taux.points : "erreur");
      expect(shown("FITN_TAUX_MIN", rest.slice(0, 3), 10_000)).toBe(oracleTauxMin(of));

      const plafond = oraclePlafond({ ...of, cout });
      expect(shown("FITN_PLAFOND", [one.cout / 100, ...rest], 100)).toBe(
        plafond.kind === "montant" ? plafond.centimes : "erreur",
      );
      const money = { cout, demande: BigInt(one.demande), autres: BigInt(one.autres) };
      const subvention = oracleSubvention({ ...of, ...money });
      const amounts = [one.cout / 100, one.demande / 100, one.autres / 100];
      expect(shown("FITN_SUBVENTION", [...amounts, ...rest], 100)).toBe(
        subvention.kind === "montant" ? subvention.centimes : "erreur",
      );

      const forfait = oracleForfait({ guichet, population: inhabitants, type });
      expect(shown("FITN_FORFAIT", [one.population, type, guichet], 100)).toBe(forfait);
      expect(shown("FITN_ADS", [one.communes], 100)).toBe(oracleAds(BigInt(one.communes)));

      if (taux.kind === "erreur") seen.erreurs += 1;
      else if (taux.points === 0n) seen.nuls += 1;
      else seen.taux += 1;
      if (forfait === "Non prévu") seen.nonPrevus += 1;
    }),
    { seed: 20211023, numRuns: 10_000 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(1_000);
  expect(seen.taux + seen.nuls + seen.erreurs).toBe(10_000);
});
