import { type Cents, shareRoundedDown } from "./cents.js";
import type { Sourced } from "./citation.js";
import type { TypeCollectivite } from "./collectivite.js";
import type { Forfaits, Guichet } from "./guichet.js";

/** The smallest of several amounts, never below zero. @example smallestGrant([500, -3]) // 0 */
export function smallestGrant(amounts: readonly Cents[]): Cents {
  return Math.max(0, Math.min(...amounts));
}

/**
 * Ceiling of a grant: cost times rate, rounded down to the cent.
 *
 * @example plafondOf(3333333, 8000) // 2666666
 */
export const plafondOf = shareRoundedDown;

/**
 * A grant can exceed neither its ceiling, nor what was asked for, nor what other funding leaves.
 *
 * @param plafond ceiling in cents
 * @param demande amount asked for, in cents
 * @param cout total cost, in cents
 * @param autres other funding, in cents
 * @example subventionOf(2666666, 3000000, 3333333, 1000000) // 2333333
 */
export function subventionOf(plafond: Cents, demande: Cents, cout: Cents, autres: Cents): Cents {
  return smallestGrant([plafond, demande, cout - autres]);
}

/**
 * Amount for dematerialised urban planning: a fixed sum for a centre and one for each commune attached,
 * up to a number of communes.
 *
 * @param communes number of communes attached, zero for an autonomous commune
 * @returns cents
 * @example montantAds(IDF_ADS.ads, 12) // 880000
 */
export function montantAds(ads: NonNullable<Guichet["ads"]>, communes: number): Cents {
  return ads.centre.value + ads.parCommune.value * Math.min(communes, ads.communesMax.value);
}

/**
 * The recommended flat rate of theme 3a for an applicant.
 *
 * @param population inhabitants; needed for a commune alone
 * @returns `undefined` where the documents name none, `"population"` where it is needed and unknown
 * @example forfaitOf(DITP.forfaits, "commune", 4999) // { value: 500000, source }
 */
export function forfaitOf(
  forfaits: Forfaits | undefined,
  type: TypeCollectivite,
  population: number | undefined,
): Sourced<Cents> | "population" | undefined {
  if (type === "commune" && forfaits?.petite && forfaits.seuil) {
    if (population === undefined) return "population";
    if (population < forfaits.seuil.value) return forfaits.petite;
  }
  return forfaits?.montants[type];
}
