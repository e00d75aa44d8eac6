import type { Citation } from "./citation.js";
import { type Day, dayOfSerial, serialOf } from "./day.js";
import type { Guichet } from "./guichet.js";

/** When the decisions of a committee are to be notified. */
export type EcheanceNotification =
  | { readonly kind: "semaine"; readonly debut: Day; readonly fin: Day; readonly source: Citation }
  | { readonly kind: "delai"; readonly fin: Day; readonly jours: number }
  | { readonly kind: "non_prevue" };

/** Serial number of a Monday: the spreadsheet's day 2 was one. */
const A_MONDAY = 2;

/** Monday and Sunday of the calendar week after that of a day. @example semaineSuivante("2021-07-07") // 12 to 18 July */
export function semaineSuivante(day: Day): { readonly debut: Day; readonly fin: Day } {
  const serial = serialOf(day);
  const monday = serial - ((serial - A_MONDAY) % 7) + 7;
  return { debut: dayOfSerial(monday), fin: dayOfSerial(monday + 6) };
}

/**
 * When the decisions of a committee are to be notified: a delay that the préfecture set, else what the
 * guichet's document says.
 *
 * @param comite the committee's day
 * @param jours delay in days set by the préfecture, `undefined` where it set none
 */
export function echeanceNotification(
  { suites }: Pick<Guichet, "suites">,
  comite: Day,
  jours?: number,
): EcheanceNotification {
  if (jours !== undefined) {
    return { kind: "delai", fin: dayOfSerial(serialOf(comite) + jours), jours };
  }
  const source = suites?.notificationSemaineSuivante;
  return source ? { kind: "semaine", ...semaineSuivante(comite), source } : { kind: "non_prevue" };
}
