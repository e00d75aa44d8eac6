import { toSerial, zoneOffset } from "../engine/dates/zone.js";
import { type DateParts, ENGLISH, partsOf } from "../engine/formula/index.js";

/** A moment as the letters of a pattern read it. */
interface Moment {
  readonly at: DateParts;
  readonly instant: number;
  readonly zone: string;
}

/** What each letter of a pattern writes, so many times in a row. */
const LETTERS: Readonly<Record<string, (moment: Moment, width: number) => string>> = {
  y: ({ at }, width) => (width === 2 ? pad(at.year % 100, 2) : pad(at.year, width)),
  M: ({ at }, width) => named(ENGLISH.months, at.month - 1, width) ?? pad(at.month, width),
  d: ({ at }, width) => pad(at.day, width),
  E: ({ at }, width) => named(ENGLISH.days, at.weekday, Math.max(width, 3)) ?? "",
  u: ({ at }, width) => pad(at.weekday || 7, width),
  a: ({ at }) => (at.hours < 12 ? "AM" : "PM"),
  H: ({ at }, width) => pad(at.hours, width),
  h: ({ at }, width) => pad(at.hours % 12 || 12, width),
  m: ({ at }, width) => pad(at.minutes, width),
  s: ({ at }, width) => pad(at.seconds, width),
  S: ({ at }, width) => pad(at.milliseconds, width),
  Z: ({ zone, instant }) => offsetText(zone, instant, ""),
  X: ({ zone, instant }, width) => offsetText(zone, instant, width === 3 ? ":" : ""),
};

/**
 * Writes an instant in a zone with the letters of Java's SimpleDateFormat, in English as Google does.
 * @returns `undefined` where the pattern has a letter that is not known here
 */
export function formatInstant(instant: number, zone: string, pattern: string): string | undefined {
  const moment = { at: partsOf(toSerial(instant, zone)), instant, zone };
  let known = true;
  const text = pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (whole, quoted, letter) => {
    if (letter === undefined) return quoted === "" ? "'" : quoted.replaceAll("''", "'");
    const write = LETTERS[letter];
    known &&= write !== undefined;
    return write?.(moment, whole.length) ?? "";
  });
  return known ? text : undefined;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

function named(names: readonly string[], at: number, width: number): string | undefined {
  if (width < 3) return undefined;
  return width === 3 ? names[at]?.slice(0, 3) : names[at];
}

function offsetText(zone: string, instant: number, separator: string): string {
  const minutes = Math.round(zoneOffset(zone, instant) / 60_000);
  const size = Math.abs(minutes);
  const sign = minutes < 0 ? "-" : "+";
  return `${sign}${pad(Math.floor(size / 60), 2)}${separator}${pad(size % 60, 2)}`;
}
