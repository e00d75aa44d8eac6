/** A rate in basis points: 10 000 is 100 %. */
export type Points = number;

/** The basis points of a share between 0 and 1, rounded to the nearest. @example pointsOfShare(0.8) // 8000 */
export function pointsOfShare(share: number): Points {
  return Math.round(share * 10_000);
}

/** The share between 0 and 1 of a rate, for a cell. @example shareOf(8000) // 0.8 */
export function shareOf(points: Points): number {
  return points / 10_000;
}

/** French writing of a rate. @example formatPoints(6667) // "66,67 %" */
export function formatPoints(points: Points): string {
  return `${String(points / 100).replace(".", ",")}\u00a0%`;
}
