import type { Guichet, Tranche } from "./guichet.js";
import type { Theme } from "./theme.js";

/**
 * The bracket a population falls in.
 *
 * @param population inhabitants, zero or more; `undefined` is accepted where there is one bracket only
 * @returns `undefined` where the population is above the last bound, or needed and missing
 * @example trancheOf(HDF.tranches, undefined)?.max.value // 10000
 */
export function trancheOf(
  tranches: readonly Tranche[],
  population: number | undefined,
): Tranche | undefined {
  if (population === undefined) return tranches.length === 1 ? tranches[0] : undefined;
  return tranches.find(
    ({ jusqua }) =>
      jusqua === undefined ||
      (jusqua.inclus ? population <= jusqua.value : population < jusqua.value),
  );
}

/** Whether the population is above what the guichet accepts. @example isPopulationExcluded(MARNE_V1, 100000) // true */
export function isPopulationExcluded(guichet: Guichet, population: number | undefined): boolean {
  return (
    guichet.population !== undefined &&
    population !== undefined &&
    population >= guichet.population.sous.value
  );
}

/** Whether a rate depends on the population, so that it can't be told without one. */
export function needsPopulation(guichet: Guichet): boolean {
  return guichet.tranches.length > 1 || guichet.population !== undefined;
}

/** Whether the guichet funds this theme. */
export function isServed(guichet: Guichet, theme: Theme): boolean {
  return guichet.themes[theme] !== undefined;
}
