import { type Cents, ratioToNearest, shareRoundedDown } from "./cents.js";
import type { Points } from "./points.js";

/**
 * The amount of a rate: base times rate, rounded down to the cent, as a ceiling is.
 *
 * @param base cost that the rate applies to, in cents
 * @param taux rate in basis points
 * @returns `undefined` where the base is unknown
 * @example montantPourTaux(3333333, 8000) // 2666666
 */
export function montantPourTaux(base: Cents | undefined, taux: Points): Cents | undefined {
  return base === undefined ? undefined : shareRoundedDown(base, taux);
}

/**
 * The rate of an amount, to the nearest basis point: from 200 € of base on, the rate an amount was made
 * from comes back.
 *
 * @param base cost that the rate applies to, in cents
 * @param montant amount in cents
 * @returns `undefined` where the base is unknown or zero
 * @example tauxPourMontant(3333333, 2666666) // 8000
 */
export function tauxPourMontant(base: Cents | undefined, montant: Cents): Points | undefined {
  return base === undefined ? undefined : ratioToNearest(montant, base);
}

/**
 * The rate that is recorded with an amount: the one typed where it gives that amount, else the amount's.
 *
 * @example tauxRetenu(3333333, 2666666, 8000) // 8000
 */
export function tauxRetenu(
  base: Cents | undefined,
  montant: Cents,
  saisi: Points | undefined,
): Points | undefined {
  return saisi !== undefined && montantPourTaux(base, saisi) === montant
    ? saisi
    : tauxPourMontant(base, montant);
}
