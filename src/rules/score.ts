import { eurosOf, roundToCents } from "./cents.js";

/**
 * Weighted mean of scores, rounded half up to two decimals of its decimal writing, as money is.
 *
 * @param notes scores; `undefined` where none was given, and then its weight does not count
 * @param poids weights in the same order; equal where left out
 * @returns `undefined` where nothing can be weighed
 * @example weightedScore([4, 2], [3, 1]) // 3.5
 */
export function weightedScore(
  notes: readonly (number | undefined)[],
  poids?: readonly number[],
): number | undefined {
  let sum = 0;
  let weight = 0;
  notes.forEach((note, index) => {
    if (note === undefined) return;
    const own = poids?.[index] ?? (poids ? 0 : 1);
    sum += note * own;
    weight += own;
  });
  const hundredths = weight > 0 ? roundToCents(sum / weight) : undefined;
  return hundredths === undefined ? undefined : eurosOf(hundredths);
}
