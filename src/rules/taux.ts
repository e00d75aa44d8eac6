import type { Sourced } from "./citation.js";
import type { Guichet } from "./guichet.js";
import type { Points } from "./points.js";
import type { Theme } from "./theme.js";
import { isPopulationExcluded, isServed, needsPopulation, trancheOf } from "./tranche.js";

/** What a rate is asked for. `exception` is a decision, never assumed. */
export interface DemandeTaux {
  readonly population: number | undefined;
  readonly theme: Theme;
  readonly exception?: boolean;
}

/**
 * The rates of a project, or why there is none:
 * `non_finançable` (theme not served, population out of range), `montant` (an amount, no rate),
 * `population` (unknown and needed), `exception` (asked for where none is provided for).
 */
export type Taux =
  | { readonly kind: "taux"; readonly max: Sourced<Points>; readonly min?: Sourced<Points> }
  | { readonly kind: "non_financable" | "montant" | "population" | "exception" };

/**
 * Maximum and minimum rate of a project under a guichet.
 *
 * @example tauxOf(GUICHETS["IDF-V1"], { population: 15001, theme: "3c", exception: true }) // 80 %
 */
export function tauxOf(guichet: Guichet, { population, theme, exception }: DemandeTaux): Taux {
  if (isServed(guichet, theme) && guichet.ads) return { kind: "montant" };
  const tranche =
    isServed(guichet, theme) && !isPopulationExcluded(guichet, population)
      ? trancheOf(guichet.tranches, population)
      : undefined;
  const exceptional = tranche?.exception?.themes.includes(theme) ? tranche.exception : undefined;
  if (
    !tranche &&
    isServed(guichet, theme) &&
    population === undefined &&
    needsPopulation(guichet)
  ) {
    return { kind: "population" };
  }
  if (exception && !exceptional) return { kind: "exception" };
  if (!tranche) return { kind: "non_financable" };
  const max = exception && exceptional ? exceptional.max : tranche.max;
  return tranche.min ? { kind: "taux", max, min: tranche.min } : { kind: "taux", max };
}
