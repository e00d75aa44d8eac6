import type { Value } from "../../types.js";
import { compareTexts, lookupKey } from "../values/compare.js";
import { isError } from "../values/fault.js";
import type { Locale } from "../values/locale.js";
import { numberOfText } from "../values/readText.js";

/** A criterion of SUMIFS and its kin, read once. */
export interface Criterion {
  readonly matches: (value: Value) => boolean;
  /** Keys of the column's index under which every match is found, where an index can serve. */
  readonly keys?: readonly (string | number)[];
}

const OPERATOR = /^(<>|<=|>=|=|<|>)/;

/**
 * Reads a criterion: a value to equal, or a text such as `>=10`, `<>x`, `a*`. A number equals the
 * texts that spell it; case does not matter; `*`, `?` and `~` work in texts.
 */
export function readCriterion(criterion: Value, locale: Locale): Criterion {
  if (typeof criterion !== "string") return exactly(criterion ?? "", locale);
  const operator = OPERATOR.exec(criterion)?.[0] ?? "";
  const operand = criterion.slice(operator.length);
  switch (operator) {
    case "":
      return criterion === "" ? BLANK_OR_EMPTY : exactly(operandValue(operand, locale), locale);
    case "=":
      return operand === "" ? BLANK : exactly(operandValue(operand, locale), locale);
    case "<>": {
      if (operand === "") return { matches: (value) => value !== null };
      const { matches } = exactly(operandValue(operand, locale), locale);
      return { matches: (value) => !matches(value) };
    }
    default:
      return ordered(operator as "<" | "<=" | ">" | ">=", operandValue(operand, locale));
  }
}

const BLANK_OR_EMPTY: Criterion = { matches: (value) => value === null || value === "" };
const BLANK: Criterion = { matches: (value) => value === null };

function operandValue(text: string, locale: Locale): Value {
  const upper = text.toUpperCase();
  if (upper === "TRUE" || upper === "VRAI") return true;
  if (upper === "FALSE" || upper === "FAUX") return false;
  return numberOfText(text, locale) ?? text;
}

function exactly(wanted: Value, locale: Locale): Criterion {
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

function ordered(operator: "<" | "<=" | ">" | ">=", limit: Value): Criterion {
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
