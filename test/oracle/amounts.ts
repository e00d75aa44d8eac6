import type { OracleGuichet } from "./rates";

/** Bodies that the flat rates name. */
export type OracleType =
  | "commune"
  | "région"
  | "département"
  | "communauté de communes"
  | "communauté d'agglomération";

/**
 * Recommended flat rate of theme 3a, in cents.
 *
 * @param of.type a body of `OracleType`; any other text is a body that no document names
 * @returns cents, or "Non prévu" for the other bodies and for every guichet but DITP and DEP
 */
export function oracleForfait(of: {
  guichet: OracleGuichet;
  population: bigint;
  type: OracleType | (string & {});
}): bigint | "Non prévu" {
  if (of.guichet !== "DITP" && of.guichet !== "DEP") return "Non prévu";
  switch (of.type) {
    case "commune":
      return of.population < 5_000n ? 500_000n : 1_000_000n;
    case "région":
    case "département":
    case "communauté de communes":
    case "communauté d'agglomération":
      return 2_000_000n;
    default:
      return "Non prévu";
  }
}

/** Amount of an ADS dossier in cents: 4 000 € and 400 € per attached commune, 30 communes counted at most. */
export function oracleAds(communes: bigint): bigint {
  const counted = communes > 30n ? 30n : communes;
  return 400_000n + 40_000n * counted;
}
