import { partsOf, serialOf } from "../formula/index.js";
import type { Content } from "../types.js";
import { type Conventions, conventions } from "./conventions.js";
import { canonical } from "./references.js";

/** What a typed text becomes: nothing where it clears the cell, and the format that it brings along. */
export interface Entered {
  readonly content: Content | undefined;
  readonly format?: string;
}

export interface InputRules {
  readonly locale: string;
  /** Number format of the cell that is written. */
  readonly format: string;
  /** Year of a day that is typed without one. */
  readonly year: number;
}

/**
 * Reads a text as Google does when a person types it or a script writes it: a formula where it begins
 * like one, else a number, a percentage, an amount, a day, a time or a truth value in the locale's
 * writing, else text. Plain text cells keep it as it is.
 */
export function readInput(text: string, rules: InputRules): Entered {
  if (text === "") return { content: undefined };
  if (text.startsWith("'")) return textContent(text.slice(1));
  if (rules.format === "@") return textContent(text);
  const writing = conventions(rules.locale);
  const trimmed = text.trim();
  const typed = readTyped(trimmed, writing, rules.year);
  if (typed) return typed;
  if (isFormulaAttempt(trimmed)) {
    const formula = trimmed.startsWith("=") ? trimmed : `=${trimmed}`;
    return { content: { kind: "formula", text: canonical(formula, rules.locale) } };
  }
  return textContent(text);
}

/** Whether Google takes a text for a formula: it starts with `=`, `+`, `-` or `@` and goes on. */
function isFormulaAttempt(text: string): boolean {
  return /^[=+\-@]./s.test(text);
}

function textContent(text: string): Entered {
  return { content: { kind: "value", value: text } };
}

function number(value: number, format?: string): Entered {
  return { content: { kind: "value", value }, format };
}

/** Every number, amount, day and time begins with one of these, and is short. */
const QUANTITY_START = /^[\d+\-.,€]/;
const LONGEST_QUANTITY = 40;

function readTyped(text: string, writing: Conventions, year: number): Entered | undefined {
  if (text.length > LONGEST_QUANTITY) return undefined;
  if (QUANTITY_START.test(text)) {
    return readQuantity(text, writing) ?? readMoment(text, writing, year);
  }
  const upper = text.toUpperCase();
  if (upper === "TRUE" || upper === writing.trueText) {
    return { content: { kind: "value", value: true } };
  }
  if (upper === "FALSE" || upper === writing.falseText) {
    return { content: { kind: "value", value: false } };
  }
  return undefined;
}

function readQuantity(text: string, writing: Conventions): Entered | undefined {
  const percent = /^(.*\d)[\s\u00a0\u202f]*%$/s.exec(text);
  const euros = /^(.*\d)[\s\u00a0\u202f]*€$/s.exec(text) ?? /^([+-]?)€\s*(\d.*)$/s.exec(text);
  const bare = percent?.[1] ?? (euros ? euros.slice(1).join("") : text);
  const value = readNumber(bare, writing);
  if (value === undefined) return undefined;
  const decimals = bare.includes(writing.decimal);
  if (percent) return number(value / 100, decimals ? "0.00%" : "0%");
  if (euros) return number(value, decimals ? '#,##0.00 "€"' : '#,##0 "€"');
  if (/\de[+-]?\d/i.test(bare)) return number(value, "0.00E+00");
  return number(value);
}

const numberShapes = new Map<Conventions, { shape: RegExp; group: RegExp }>();

function numberShape(writing: Conventions): { shape: RegExp; group: RegExp } {
  let known = numberShapes.get(writing);
  if (!known) {
    const mark = writing.decimal === "." ? "\\." : ",";
    const group = `[${writing.groupMarks}]`;
    // Google takes `06 12 34` for a number too: spaces need not part thousands.
    const groups = writing.groupMarks.includes(" ")
      ? `\\d+(?:${group}\\d+)+`
      : `\\d{1,3}(?:${group}\\d{3})+`;
    known = {
      shape: new RegExp(`^[+-]?(?:${groups}|\\d+)?(?:${mark}\\d*)?(?:[eE][+-]?\\d+)?$`),
      group: new RegExp(group, "g"),
    };
    numberShapes.set(writing, known);
  }
  return known;
}

function readNumber(text: string, writing: Conventions): number | undefined {
  const { shape, group } = numberShape(writing);
  if (!shape.test(text) || !/^[+-]?\D?\d/.test(text)) return undefined;
  const value = Number(text.replace(group, "").replace(writing.decimal, "."));
  return Number.isFinite(value) ? value : undefined;
}

function readMoment(text: string, writing: Conventions, year: number): Entered | undefined {
  const match = /^(?:(.+) )?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3}))?)?$/s.exec(text);
  const day = readDay(match ? (match[1] ?? "") : text, writing, year);
  if (!match) return day;
  const [hours, minutes, seconds] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const time = (hours * 3_600 + minutes * 60 + seconds + Number(`0.${match[5] ?? 0}`)) / 86_400;
  if (!match[1]) return number(time, match[4] ? "hh:mm:ss" : "hh:mm");
  if (day?.content?.kind !== "value") return undefined;
  return number(Number(day.content.value) + time, `${writing.dateFormat} hh:mm:ss`);
}

function readDay(text: string, writing: Conventions, thisYear: number): Entered | undefined {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso)
    return day(
      Number(iso[1]),
      Number(iso[2]),
      Number(iso[3]),
      iso[0].includes("-") ? "yyyy-mm-dd" : writing.dateFormat,
    );
  const numeric = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (numeric) {
    if (numeric[2] === "." && !numeric[4]) return undefined;
    const [first, second] = [Number(numeric[1]), Number(numeric[3])];
    const [date, month] = writing.dayFirst ? [first, second] : [second, first];
    return day(fullYear(numeric[4], thisYear), month, date, writing.dateFormat);
  }
  const named = /^(\d{1,2})(?:er)?\s+(\p{L}+\.?)(?:\s+(\d{4}))?$/u.exec(text);
  const month = named ? monthOf(named[2] ?? "", writing) : 0;
  if (named && month)
    return day(fullYear(named[3], thisYear), month, Number(named[1]), "d mmmm yyyy");
  return undefined;
}

function monthOf(name: string, writing: Conventions): number {
  const lower = name.toLowerCase();
  const at = writing.months.findIndex((month) => month.toLowerCase() === lower);
  return (
    (at >= 0 ? at : writing.shortMonths.findIndex((month) => month.toLowerCase() === lower)) + 1
  );
}

/** Two digits up to 29 are of this century, as in Sheets. */
function fullYear(text: string | undefined, thisYear: number): number {
  if (!text) return thisYear;
  const year = Number(text);
  return text.length > 2 ? year : year + (year < 30 ? 2_000 : 1_900);
}

function day(year: number, month: number, date: number, format: string): Entered | undefined {
  if (year < 1_900 || month < 1 || month > 12) return undefined;
  const serial = serialOf(year, month, date);
  return partsOf(serial).day === date && date > 0 ? number(serial, format) : undefined;
}
