import { toSerial, zoneOffset } from "../engine/dates/zone.js";
import { partsOf } from "../engine/formula/index.js";

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );
const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/**
 * Writes an instant in a zone with the letters of Java's SimpleDateFormat, in English as Google does.
 * @returns `undefined` where the pattern has a letter that is not known here
 */
export function formatInstant(instant: number, zone: string, pattern: string): string | undefined {
  const at = partsOf(toSerial(instant, zone));
  const fields: Record<string, (width: number) => string> = {
    y: (width) => (width === 2 ? pad(at.year % 100, 2) : pad(at.year, width)),
    M: (width) => named(MONTHS, at.month - 1, width) ?? pad(at.month, width),
    d: (width) => pad(at.day, width),
    E: (width) => named(DAYS, at.weekday, Math.max(width, 3)) ?? "",
    u: (width) => pad(at.weekday || 7, width),
    a: () => (at.hours < 12 ? "AM" : "PM"),
    H: (width) => pad(at.hours, width),
    h: (width) => pad(at.hours % 12 || 12, width),
    m: (width) => pad(at.minutes, width),
    s: (width) => pad(at.seconds, width),
    S: (width) => pad(at.milliseconds, width),
    Z: () => offsetText(zone, instant, ""),
    X: (width) => offsetText(zone, instant, width === 3 ? ":" : ""),
  };
  let known = true;
  const text = pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (whole, quoted, letter) => {
    if (letter === undefined) return quoted === "" ? "'" : quoted.replaceAll("''", "'");
    const field = fields[letter];
    known &&= field !== undefined;
    return field?.(whole.length) ?? "";
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
