import { addMonths, type Day } from "./day.js";

/** Months between two reports of progress: at least every quarter (DITP, "Quel suivi ?"). */
export const TRIMESTRE = 3;

/**
 * When a lauréat's next report of progress is due, and whether it is late on a day.
 *
 * @param notification day the grant was notified
 * @param dernierEtat day of the last report of progress, if any
 * @param day the day it is judged on; late strictly after the due day
 * @returns `undefined` where neither day is known
 * @example relanceOf("2021-11-30", undefined, "2022-02-28") // { due: "2022-02-28", late: false }
 */
export function relanceOf(
  notification: Day | undefined,
  dernierEtat: Day | undefined,
  day: Day | undefined,
): { due: Day; late: boolean } | undefined {
  const from = dernierEtat ?? notification;
  if (from === undefined) return undefined;
  const due = addMonths(from, TRIMESTRE);
  return { due, late: day !== undefined && day > due };
}
