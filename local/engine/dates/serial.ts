/** Days from 1899-12-30, the spreadsheet's day 0, to 1970-01-01. */
const UNIX_DAY = 25_569;
const DAY_MS = 86_400_000;

/** Serial number of a day; months and days past their end carry over, as in DATE. */
export function serialOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY_MS) + UNIX_DAY;
}

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  readonly milliseconds: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

/** Calendar and clock of a serial number. */
export function partsOf(serial: number): DateParts {
  const date = new Date(Math.round((serial - UNIX_DAY) * DAY_MS));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hours: date.getUTCHours(),
    minutes: date.getUTCMinutes(),
    seconds: date.getUTCSeconds(),
    milliseconds: date.getUTCMilliseconds(),
    weekday: date.getUTCDay(),
  };
}

/** Number of days of a month. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** The same day some months later, clamped to that month's end. */
export function addMonths(serial: number, months: number): number {
  const { year, month, day } = partsOf(Math.floor(serial));
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  return serialOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Serial number whose UTC clock reads as the wall clock should: an instant without a zone. */
export function serialOfUtc(milliseconds: number): number {
  return (milliseconds + UNIX_DAY * DAY_MS) / DAY_MS;
}

/** Inverse of `serialOfUtc`, to the millisecond. */
export function utcOfSerial(serial: number): number {
  return Math.round((serial - UNIX_DAY) * DAY_MS);
}
