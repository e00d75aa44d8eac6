/** The eight guichets of the fund, by the id that cells and settings use. */
export type OracleGuichet =
  | "DITP"
  | "DEP"
  | "HDF"
  | "IDF-V1"
  | "IDF-ADS"
  | "IDF-V2"
  | "MARNE-V1"
  | "MARNE-V2";

/** The canonical themes. */
export type OracleTheme = "3a" | "3b" | "3c" | "3d" | "ADS";

/** What a rate depends on: inhabitants, theme, guichet, and the exception that a référent states. */
export interface OracleCase {
  guichet: OracleGuichet;
  population: bigint;
  theme: OracleTheme;
  exception: boolean;
}

/** A rate in basis points (10 000 points = 100 %); 0 where the case cannot be funded. */
export type OracleTaux = { kind: "taux"; points: bigint } | { kind: "erreur" };

const SERVED: Record<OracleGuichet, string> = {
  DITP: "3a 3b 3c 3d",
  DEP: "3a 3b 3c",
  HDF: "3a 3b 3c 3d",
  "IDF-V1": "3a 3b 3c",
  "IDF-ADS": "ADS",
  "IDF-V2": "3d",
  "MARNE-V1": "3a 3b 3c",
  "MARNE-V2": "3d",
};

function isServed(guichet: OracleGuichet, theme: OracleTheme): boolean {
  return SERVED[guichet].split(" ").includes(theme);
}

/**
 * Maximum rate of a case.
 *
 * An exception stated where none is provided for is an error even if the case cannot be funded; so is
 * the rate of an ADS dossier in IDF-ADS, which has an amount (see `oracleAds`) and no rate.
 *
 * @example oracleTaux({ guichet: "IDF-V1", population: 15_001n, theme: "3a", exception: false }) // 5 000 points
 */
export function oracleTaux({ guichet, population, theme, exception }: OracleCase): OracleTaux {
  const exceptionExists = guichet === "IDF-V1" && theme === "3c" && population > 15_000n;
  if (exception && !exceptionExists) return { kind: "erreur" };
  if (!isServed(guichet, theme)) return { kind: "taux", points: 0n };
  switch (guichet) {
    case "IDF-ADS":
      return { kind: "erreur" };
    case "IDF-V1":
      if (population <= 15_000n) return { kind: "taux", points: 10_000n };
      return { kind: "taux", points: exception ? 8_000n : 5_000n };
    case "IDF-V2":
      return { kind: "taux", points: 8_000n };
    case "MARNE-V1":
      if (population >= 100_000n) return { kind: "taux", points: 0n };
      if (population > 80_000n) return { kind: "taux", points: 2_000n };
      return { kind: "taux", points: population < 1_000n ? 10_000n : 8_000n };
    default:
      return { kind: "taux", points: 10_000n };
  }
}

/** Minimum rate of a case in basis points, 0 where none is stated or the theme is not served. */
export function oracleTauxMin({
  guichet,
  population,
  theme,
}: Omit<OracleCase, "exception">): bigint {
  if (!isServed(guichet, theme)) return 0n;
  if (guichet === "HDF") return 5_000n;
  if (guichet === "MARNE-V1" && population <= 80_000n) return 2_000n;
  return 0n;
}
