import type { Day } from "./day.js";
import { boundsOfMonth } from "./day.js";

/** A quarter of a calendar year, written `2021-T3`. */
export type Trimestre = string;

/** Whether a text is a quarter from 1900 to 2199. @example isTrimestre("2021-T5") // false */
export function isTrimestre(text: string): boolean {
  return /^(19|20|21)\d\d-T[1-4]$/.test(text);
}

/** The quarter a day is in. @example trimestreDe("2021-07-15") // "2021-T3" */
export function trimestreDe(day: Day): Trimestre {
  return `${day.slice(0, 4)}-T${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** First and last day of a quarter. @example boundsOfTrimestre("2021-T3").last // "2021-09-30" */
export function boundsOfTrimestre(trimestre: Trimestre): { first: Day; last: Day } {
  const year = trimestre.slice(0, 4);
  const end = Number(trimestre.slice(6)) * 3;
  const month = (number: number) => `${year}-${String(number).padStart(2, "0")}`;
  return { first: `${month(end - 2)}-01`, last: boundsOfMonth(month(end)).last };
}

/** French name of a quarter. @example nameOfTrimestre("2021-T1") // "1er trimestre 2021" */
export function nameOfTrimestre(trimestre: Trimestre): string {
  const number = trimestre.slice(6);
  return `${number}${number === "1" ? "er" : "e"} trimestre ${trimestre.slice(0, 4)}`;
}
