import { boundsOfMonth, type Day, formatDay, isMonth, nameOfMonth } from "../rules/day.js";
import { boundsOfTrimestre, isTrimestre, nameOfTrimestre } from "../rules/trimestre.js";
import { type Refus, refus } from "./ports.js";

/**
 * Refuses a report of a period that has not begun: it would tell of days nobody knows.
 *
 * @param periode a month `2021-06` or a quarter `2021-T2`
 * @returns nothing where the period has begun
 */
export function refusAVenir(periode: string, aujourdHui: Day): Refus | undefined {
  const read = periodeDe(periode);
  if (!read || read.first <= aujourdHui) return undefined;
  return refus(
    `Le ${formatDay(aujourdHui)}, ${read.nom} est encore à venir\u00a0: pas de rapport. Rien n’a été modifié.`,
  );
}

/** What is said of a report made before its period is over; nothing after, nor of one made for a day. */
export function avantLaFin(periode: string, aujourdHui: Day): readonly string[] {
  const read = periodeDe(periode);
  if (!read || read.last <= aujourdHui) return [];
  return [
    `Le ${formatDay(aujourdHui)}, ${read.nom} n’est pas terminé\u00a0: si la feuille change d’ici au ${formatDay(read.last)}, refaites ce rapport avant de l’envoyer.`,
  ];
}

function periodeDe(periode: string): { nom: string; first: Day; last: Day } | undefined {
  if (isMonth(periode)) return { nom: nameOfMonth(periode), ...boundsOfMonth(periode) };
  if (!isTrimestre(periode)) return undefined;
  return { nom: `le ${nameOfTrimestre(periode)}`, ...boundsOfTrimestre(periode) };
}
