import type { Value } from "../../types.js";
import type { BinaryOperator } from "../syntax/expression.js";
import { toNumber, toText } from "../values/coerce.js";
import { compareValues } from "../values/compare.js";
import { catching, cellError, DIVISION_BY_ZERO, isError } from "../values/fault.js";
import type { Locale } from "../values/locale.js";

const NOT_A_NUMBER = cellError("#NUM!", "Le résultat n’est pas un nombre représentable.");

/** Result of an operator on two single values. */
export function applyBinary(
  operator: BinaryOperator,
  left: Value,
  right: Value,
  locale: Locale,
): Value {
  if (isError(left)) return left;
  if (isError(right)) return right;
  switch (operator) {
    case "&":
      return toText(left, locale) + toText(right, locale);
    case "=":
      return compareValues(left, right) === 0;
    case "<>":
      return compareValues(left, right) !== 0;
    case "<":
      return compareValues(left, right) < 0;
    case "<=":
      return compareValues(left, right) <= 0;
    case ">":
      return compareValues(left, right) > 0;
    case ">=":
      return compareValues(left, right) >= 0;
    default:
      return catching(() => arithmetic(operator, toNumber(left, locale), toNumber(right, locale)));
  }
}

function arithmetic(operator: "^" | "*" | "/" | "+" | "-", a: number, b: number): Value {
  switch (operator) {
    case "+":
      return finite(snapToZero(a + b, a));
    case "-":
      return finite(snapToZero(a - b, a));
    case "*":
      return finite(a * b);
    case "/":
      return b === 0 ? DIVISION_BY_ZERO : finite(a / b);
    case "^":
      return power(a, b);
  }
}

/** Spreadsheets show 0 where the difference is what binary fractions leave behind. */
function snapToZero(result: number, operand: number): number {
  return Math.abs(result) < Math.abs(operand) * 2 ** -48 ? 0 : result;
}

/** `base` to the power of `exponent`, with the errors of POWER. */
export function power(base: number, exponent: number): Value {
  if (base === 0 && exponent < 0) return DIVISION_BY_ZERO;
  return finite(base ** exponent);
}

/** The number, or #NUM! where it is none. */
export function finite(value: number): Value {
  return Number.isFinite(value) ? value : NOT_A_NUMBER;
}
