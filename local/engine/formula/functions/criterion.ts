import type { Value } from "../../types.js";
import { compareTexts, lookupKey } from "../values/compare.js";
import { isError } from "../values/fault.js";
import type { Locale } from "../values/locale.js";
import { numberOfText } from "../values/readText.js";

/** A criterion of SUMIFS and its kin, read once. */
export interface Criterion extends CriterionTest {
  /** The same for the same criterion. */
  readonly id: number;
}

interface CriterionTest {
  readonly matches: (value: Value) => boolean;
  /** Keys of the column's index under which every match is found, where an index can serve. */
  readonly keys?: readonly (string | number)[];
}

const OPERATOR = /^(<>|<=|>=|=|<|>)/;

/** `id` of a criterion that is not remembered. */
export const UNSHARED = 0;

const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, Criterion>();
let nextId = 1;

/**
 * Reads a criterion: a value to equal, or a text such as `>=10`, `<>x`, `a*`. A number equals the
 * texts that spell it; case does not matter; `*`, `?` and `~` work in texts.
 */
export function readCriterion(criterion: Value, locale: Locale): Criterion {
  const asked = criterion ?? "";
  if (isError(asked)) return { id: UNSHARED, ...exactly(asked, locale) };
  const key = `${locale.decimal}${typeof criterion}${asked}`;
  let read = remembered.get(key);
  if (!read) {
    // A blank cell as a criterion asks for the empty text, `""` written out for blanks as well.
    const test =
      typeof criterion === "string" ? readText(criterion, locale) : exactly(asked, locale);
    read = { id: nextId, ...test };
    nextId += 1;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, read);
  }
  return read;
}

function readText(criterion: string, locale: Locale): CriterionTest {
  const operator = OPERATOR.exec(criterion)?.[0] ?? "";
  const operand = criterion.slice(operator.length);
  switch (operator) {
    case "":
      return criterion === "" ? BLANK_OR_EMPTY : spelled(operand, locale);
    case "=":
      return operand === "" ? BLANK : spelled(operand, locale);
    case "<>": {
      if (operand === "") return { matches: (value) => value !== null };
      const { matches } = spelled(operand, locale);
      return { matches: (value) => !matches(value) };
    }
    default:
      return ordered(operator as "<" | "<=" | ">" | ">=", operandValue(operand, locale));
  }
}

const BLANK_OR_EMPTY: CriterionTest = { matches: (value) => value === null || value === "" };
const BLANK: CriterionTest = { matches: (value) => value === null };

const SPELLED = { true: /^(true|vrai)$/i, false: /^(false|faux)$/i };

/** A criterion's text: `true` equals the boolean and the text alike. */
function spelled(text: string, locale: Locale): CriterionTest {
  const wanted = operandValue(text, locale);
  if (typeof wanted !== "boolean") return exactly(wanted, locale);
  const pattern = SPELLED[`${wanted}`];
  return {
    matches: (value) => value === wanted || (typeof value === "string" && pattern.test(value)),
  };
}

function operandValue(text: string, locale: Locale): Value {
  if (SPELLED.true.test(text)) return true;
  if (SPELLED.false.test(text)) return false;
  return numberOfText(text, locale) ?? text;
}

function exactly(wanted: Value, locale: Locale): CriterionTest {
  if (typeof wanted === "number") {
    return {
      matches: (value) =>
        value === wanted || (typeof value === "string" && numberOfText(value, locale) === wanted),
      keys: [wanted, spelledKey(wanted)],
    };
  }
  if (typeof wanted === "string") {
    const pattern = wildcards(wanted);
    if (pattern) return { matches: (value) => typeof value === "string" && pattern.test(value) };
    const lower = unescaped(wanted).toLowerCase();
    return {
      matches: (value) => typeof value === "string" && value.toLowerCase() === lower,
      keys: [`t${lower}`],
    };
  }
  const key = lookupKey(wanted);
  if (key === undefined) {
    const code = isError(wanted) ? wanted.error : "";
    return { matches: (value) => isError(value) && value.error === code };
  }
  return { matches: (value) => value === wanted, keys: [key] };
}

/** Key under which an index keeps the texts that spell a number. */
export function spelledKey(value: number): string {
  return `s${value}`;
}

function ordered(operator: "<" | "<=" | ">" | ">=", limit: Value): CriterionTest {
  const accepts = {
    "<": (order: number) => order < 0,
    "<=": (order: number) => order <= 0,
    ">": (order: number) => order > 0,
    ">=": (order: number) => order >= 0,
  }[operator];
  if (typeof limit === "number") {
    return { matches: (value) => typeof value === "number" && accepts(value - limit) };
  }
  if (typeof limit === "string") {
    return { matches: (value) => typeof value === "string" && accepts(compareTexts(value, limit)) };
  }
  return {
    matches: (value) => typeof value === "boolean" && accepts(Number(value) - Number(limit)),
  };
}

/** Pattern of a text with wildcards, `undefined` where it holds none. */
export function wildcards(text: string): RegExp | undefined {
  if (!/(?<!~)[*?]/.test(text)) return undefined;
  const source = text.replace(
    /~([*?~])|([*?])|([.+^${}()|[\]\\])/g,
    (_, escaped, wild, special) => {
      if (escaped) return `\\${escaped === "~" ? "x7e" : escaped}`;
      if (wild) return wild === "*" ? ".*" : ".";
      return `\\${special}`;
    },
  );
  return new RegExp(`^${source}$`, "isu");
}

/** A text whose `~` before a wildcard is dropped. */
export function unescaped(text: string): string {
  return text.replace(/~([*?~])/g, "$1");
}
