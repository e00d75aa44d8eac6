/** A calendar day without time or zone, written `2021-06-30`: days compare as texts do. */
export type Day = string;

const MONTHS = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];

/** Day number counted from 1970-01-01, proleptic Gregorian. */
function epochDay(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
}

const SERIAL_OF_1970 = 25_569;

/**
 * The day of a year, a month and a day of the month.
 *
 * @returns `undefined` where no such day exists (31 June, month 13)
 * @example dayOf(2021, 6, 30) // "2021-06-30"
 */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (
    year < 1900 ||
    year > 2200 ||
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > lastOfMonth(year, month)
  ) {
    return undefined;
  }
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Year, month and day of the month. @example partsOf("2021-07-06") // { year: 2021, month: 7, day: 6 } */
export function partsOf(day: Day): { year: number; month: number; day: number } {
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    day: Number(day.slice(8, 10)),
  };
}

/** How many days a month has. @example lastOfMonth(2024, 2) // 29 */
export function lastOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * A number of calendar months later, clamped to the end of the month.
 *
 * @example addMonths("2021-01-31", 3) // "2021-04-30"
 */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: date } = partsOf(day);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = (index % 12) + 1;
  const clamped = Math.min(date, lastOfMonth(targetYear, targetMonth));
  return `${targetYear}-${String(targetMonth).padStart(2, "0")}-${String(clamped).padStart(2, "0")}`;
}

/** The day before. @example dayBefore("2021-10-31") // "2021-10-30" */
export function dayBefore(day: Day): Day {
  return dayOfSerial(serialOf(day) - 1);
}

/** The spreadsheet's serial number of a day (1899-12-30 is 0). @example serialOf("2021-06-30") // 44377 */
export function serialOf(day: Day): number {
  const { year, month, day: date } = partsOf(day);
  return epochDay(year, month, date) + SERIAL_OF_1970;
}

/** The day of a serial number; a time of day is left out. @example dayOfSerial(44377.6) // "2021-06-30" */
export function dayOfSerial(serial: number): Day {
  return new Date((Math.floor(serial) - SERIAL_OF_1970) * 86_400_000).toISOString().slice(0, 10);
}

/** French writing, day first. @example formatDay("2021-06-30") // "30/06/2021" */
export function formatDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** A calendar month, written `2021-06`. */
export type Month = string;

/** Whether a text is a day that exists, as `2021-06-30`. @example isDay("2021-06-31") // false */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return dayOf(Number(year), Number(month), Number(day)) === text;
}

/** Whether a text is a month from 1900 to 2199. @example isMonth("2021-13") // false */
export function isMonth(text: string): boolean {
  return /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text);
}

/** First and last day of a month. @example boundsOfMonth("2021-06").last // "2021-06-30" */
export function boundsOfMonth(month: Month): { first: Day; last: Day } {
  const { year, month: number } = partsOf(`${month}-01`);
  return { first: `${month}-01`, last: `${month}-${lastOfMonth(year, number)}` };
}

/** French name of a month. @example nameOfMonth("2021-06") // "juin 2021" */
export function nameOfMonth(month: Month): string {
  return `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}

/** A day as a letter writes it. @example formatLetterDay("2021-07-01") // "1er juillet 2021" */
export function formatLetterDay(day: Day): string {
  const { day: rank } = partsOf(day);
  return `${rank === 1 ? "1er" : rank}\u00a0${nameOfMonth(day.slice(0, 7))}`;
}
