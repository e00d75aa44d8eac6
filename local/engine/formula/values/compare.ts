import type { Value } from "../../types.js";
import { sound } from "./fault.js";

type Plain = number | string | boolean;

const COLLATOR = new Intl.Collator("fr", { sensitivity: "accent" });

/** Order of two texts, without case. */
export function compareTexts(a: string, b: string): number {
  const first = a.toLowerCase();
  const second = b.toLowerCase();
  if (first === second) return 0;
  // The collator holds `œ` and `oe`, `²` and `2` for equal: as values they are not.
  return COLLATOR.compare(first, second) || (first < second ? -1 : 1);
}

/** Order of two numbers; those that differ only past the fifteenth digit are equal. */
function compareNumbers(a: number, b: number): number {
  const difference = a - b;
  return Math.abs(difference) <= Math.abs(a) * 2 ** -50 ? 0 : difference;
}

/** Numbers before texts before booleans. */
function rank(value: Plain): number {
  if (typeof value === "number") return 0;
  return typeof value === "string" ? 1 : 2;
}

function blankLike(other: Plain | null): Plain {
  if (typeof other === "string") return "";
  return typeof other === "boolean" ? false : 0;
}

/**
 * Order of two values as the comparison operators see it; a blank is 0, "" or FALSE, whichever the
 * other side asks for. An error is thrown.
 */
export function compareValues(left: Value, right: Value): number {
  if (typeof left === "number" && typeof right === "number") return compareNumbers(left, right);
  const a = sound(left) as Plain | null;
  const b = sound(right) as Plain | null;
  const first = a ?? blankLike(b);
  const second = b ?? blankLike(a);
  const ranks = rank(first) - rank(second);
  if (ranks !== 0) return ranks;
  return typeof first === "string"
    ? compareTexts(first, second as string)
    : Number(first) - Number(second);
}

/** Same value for `=`: case aside for texts, never across types, a blank equal to its like. */
export function equalValues(left: Value, right: Value): boolean {
  return compareValues(left, right) === 0;
}

/** Key under which equal values of a column meet, types kept apart; `undefined` for errors. */
export function lookupKey(value: Value): string | number | undefined {
  switch (typeof value) {
    case "number":
      return value;
    case "string":
      return `t${value.toLowerCase()}`;
    case "boolean":
      return value ? "bTRUE" : "bFALSE";
    default:
      return value === null ? "blank" : undefined;
  }
}
