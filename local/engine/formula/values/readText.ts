import { daysInMonth, serialOf } from "../../dates/serial.js";
import type { Locale } from "./locale.js";

const SPACES = /[\s\u00a0\u202f\u2009]/g;
const FRENCH_NUMBER = /^[+-]?(?:\d+(?:,\d*)?|,\d+)(?:e[+-]?\d+)?$/i;
const ENGLISH_NUMBER = /^[+-]?(?:(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const DATE = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/;
const TIME = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/;

/** The number that a text spells (`12 500,50 €`, `80 %`, a date, a time), or `undefined`. */
export function numberOfText(text: string, locale: Locale): number | undefined {
  if (!/\d/.test(text)) return undefined;
  const trimmed = text.trim();
  return plainNumber(trimmed, locale) ?? serialOfText(trimmed, locale);
}

function plainNumber(text: string, locale: Locale): number | undefined {
  let compact = text.replace(SPACES, "");
  const percent = compact.endsWith("%");
  if (percent) compact = compact.slice(0, -1);
  compact = compact.replace(/^([+-]?)[€$]/, "$1").replace(/[€$]$/, "");
  if (locale.decimal === ",") {
    if (!FRENCH_NUMBER.test(compact)) return undefined;
    compact = compact.replace(",", ".");
  } else {
    if (!ENGLISH_NUMBER.test(compact)) return undefined;
    compact = compact.replaceAll(",", "");
  }
  return percent ? Number(compact) / 100 : Number(compact);
}

/** Serial number of a text that spells a date, a time or both, or `undefined`. */
export function serialOfText(text: string, locale: Locale): number | undefined {
  const [first, second, ...rest] = text.trim().split(/[\sT]+/);
  if (first === undefined || rest.length > 0) return undefined;
  const day = dayOfText(first, locale);
  if (day === undefined) return second === undefined ? timeOfText(first) : undefined;
  if (second === undefined) return day;
  const time = timeOfText(second);
  return time === undefined ? undefined : day + time;
}

function timeOfText(text: string): number | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  return (Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0)) / 86_400;
}

function dayOfText(text: string, locale: Locale): number | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [, a, separator, b, c] = match as unknown as [string, string, string, string, string];
  if (separator === "." && !locale.dayFirst) return undefined;
  if (a.length >= 3) return checkedDay(Number(a), Number(b), Number(c));
  const year = c.length <= 2 ? Number(c) + (Number(c) < 30 ? 2000 : 1900) : Number(c);
  return locale.dayFirst
    ? checkedDay(year, Number(b), Number(a))
    : checkedDay(year, Number(a), Number(b));
}

function checkedDay(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return serialOf(year, month, day);
}
