import { addMonths, daysInMonth, partsOf, serialOf } from "../../dates/serial.js";
import type { Value } from "../../types.js";
import type { Call } from "../evaluation/call.js";
import type { Result } from "../evaluation/result.js";
import { fail } from "../values/fault.js";
import { serialOfText } from "../values/readText.js";
import { type FunctionDeclaration, ofValues } from "./declaration.js";
import { numbersOf } from "./numbers.js";

function day(value: Value | undefined, call: Call): number {
  const serial = Math.floor(call.number(value));
  return serial < -693_593 ? fail("#NUM!", "Cette date est hors du calendrier.") : serial;
}

function date(year: number, month: number, dayOfMonth: number): number {
  if (year < 0 || year > 9999) fail("#NUM!", `DATE n’accepte pas l’année ${year}.`);
  return serialOf(year < 1900 ? year + 1900 : year, month, dayOfMonth);
}

const WEEK_STARTS: Readonly<Record<number, (weekday: number) => number>> = {
  1: (weekday) => weekday + 1,
  2: (weekday) => ((weekday + 6) % 7) + 1,
  3: (weekday) => (weekday + 6) % 7,
};

function wholeMonths(from: number, to: number): number {
  const a = partsOf(from);
  const b = partsOf(to);
  return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
}

const UNITS: Readonly<Record<string, (from: number, to: number) => number>> = {
  D: (from, to) => to - from,
  M: wholeMonths,
  Y: (from, to) => Math.floor(wholeMonths(from, to) / 12),
  YM: (from, to) => wholeMonths(from, to) % 12,
  MD: (from, to) => {
    const start = partsOf(from).day;
    const end = partsOf(to);
    if (end.day >= start) return end.day - start;
    const monthBefore = addMonths(serialOf(end.year, end.month, 1), -1);
    const { year, month } = partsOf(monthBefore);
    return daysInMonth(year, month) - start + end.day;
  },
  YD: (from, to) => {
    const { month, day: dayOfMonth } = partsOf(from);
    const { year } = partsOf(to);
    const anniversary = serialOf(year, month, dayOfMonth);
    return to - (anniversary <= to ? anniversary : serialOf(year - 1, month, dayOfMonth));
  },
};

function dateDif(from: number, to: number, unit: string): number {
  const measure = UNITS[unit.toUpperCase()];
  if (!measure) return fail("#NUM!", `DATEDIF ne connaît pas l’unité « ${unit} ».`);
  if (from > to)
    return fail("#NUM!", "DATEDIF attend une date de début antérieure à celle de fin.");
  return measure(from, to);
}

/** Days from Monday to Friday, both ends included, holidays left out. */
function networkDays(from: number, to: number, holidays: ReadonlySet<number>): number {
  if (from > to) return -networkDays(to, from, holidays);
  const works = (serial: number) => (serial + 5) % 7 < 5;
  const weeks = Math.floor((to - from + 1) / 7);
  let total = weeks * 5;
  for (let serial = from + weeks * 7; serial <= to; serial += 1) if (works(serial)) total += 1;
  for (const holiday of holidays) {
    if (holiday >= from && holiday <= to && works(holiday)) total -= 1;
  }
  return total;
}

function workDay(from: number, days: number, holidays: ReadonlySet<number>): number {
  const step = Math.sign(days);
  let serial = from;
  for (let left = Math.abs(days); left > 0; ) {
    serial += step;
    if ((serial + 5) % 7 < 5 && !holidays.has(serial)) left -= 1;
  }
  return serial;
}

function holidaysOf(range: Result | undefined, call: Call): Set<number> {
  return new Set(range === undefined ? [] : numbersOf([range], call).map(Math.floor));
}

function field(name: string, read: (serial: number) => number): FunctionDeclaration {
  return ofValues(name, 1, 1, ([value], call) => {
    const serial = call.number(value);
    day(serial, call);
    return read(serial);
  });
}

/** ISO 8601 week: the one that holds the year's first Thursday is number 1. */
function isoWeek(serial: number): number {
  const thursday = Math.floor(serial) + 4 - (((partsOf(serial).weekday + 6) % 7) + 1);
  return Math.floor((thursday - serialOf(partsOf(thursday).year, 1, 1)) / 7) + 1;
}

/** Dates and times. */
export const dates: readonly FunctionDeclaration[] = [
  ofValues("DATE", 3, 3, ([year, month, dayOfMonth], call) =>
    date(call.integer(year), call.integer(month), call.integer(dayOfMonth)),
  ),
  ofValues("TIME", 3, 3, ([hours, minutes, seconds], call) => {
    const total = call.integer(hours) * 3600 + call.integer(minutes) * 60 + call.integer(seconds);
    return (((total % 86_400) + 86_400) % 86_400) / 86_400;
  }),
  ofValues("DATEVALUE", 1, 1, ([value], call) => {
    if (typeof value === "number") return Math.floor(value);
    const serial = serialOfText(call.text(value), call.locale);
    if (serial !== undefined) return Math.floor(serial);
    return fail("#VALUE!", `« ${call.text(value)} » n’est pas une date.`);
  }),
  ofValues("TODAY", 0, 0, (_, call) => Math.floor(call.scope.workbook.now())),
  ofValues("NOW", 0, 0, (_, call) => call.scope.workbook.now()),
  field("YEAR", (serial) => partsOf(serial).year),
  field("MONTH", (serial) => partsOf(serial).month),
  field("DAY", (serial) => partsOf(serial).day),
  field("HOUR", (serial) => partsOf(serial).hours),
  field("MINUTE", (serial) => partsOf(serial).minutes),
  field("SECOND", (serial) => partsOf(serial).seconds),
  field("ISOWEEKNUM", isoWeek),
  ofValues("WEEKDAY", 1, 2, ([value, type], call) => {
    const number = WEEK_STARTS[type === undefined ? 1 : call.integer(type)];
    if (!number) return fail("#NUM!", "WEEKDAY attend un type de 1 à 3.");
    return number(partsOf(day(value, call)).weekday);
  }),
  ofValues("EDATE", 2, 2, ([start, months], call) =>
    addMonths(day(start, call), Math.trunc(call.number(months))),
  ),
  ofValues("EOMONTH", 2, 2, ([start, months], call) => {
    const moved = partsOf(addMonths(day(start, call), Math.trunc(call.number(months))));
    return serialOf(moved.year, moved.month + 1, 0);
  }),
  ofValues("DAYS", 2, 2, ([end, start], call) => day(end, call) - day(start, call)),
  ofValues("DATEDIF", 3, 3, ([from, to, unit], call) =>
    dateDif(day(from, call), day(to, call), call.text(unit)),
  ),
  {
    name: "NETWORKDAYS",
    required: 2,
    takes: ["value", "value", "range"],
    run: ([from, to, holidays], call) =>
      networkDays(day(from, call), day(to, call), holidaysOf(holidays, call)),
  },
  {
    name: "WORKDAY",
    required: 2,
    takes: ["value", "value", "range"],
    run: ([from, days, holidays], call) =>
      workDay(day(from, call), call.integer(days), holidaysOf(holidays, call)),
  },
];
