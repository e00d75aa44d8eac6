import type { Value } from "../../types.js";
import type { Call } from "../evaluation/call.js";
import { RangeReference, type Result } from "../evaluation/result.js";
import { sound } from "../values/fault.js";
import { Matrix } from "../values/matrix.js";

/**
 * Calls `use` for each number of some arguments, as SUM counts them: in ranges and arrays texts,
 * booleans and blanks are passed over; a value given directly is converted. Errors stop.
 */
function eachNumber(args: readonly Result[], call: Call, use: (value: number) => void): void {
  for (const argument of args) {
    if (argument instanceof Matrix || argument instanceof RangeReference) {
      for (const value of call.matrix(argument).cells) {
        if (typeof value === "number") use(value);
        else sound(value);
      }
    } else use(call.number(argument));
  }
}

/** The numbers of some arguments, as `eachNumber` finds them. */
export function numbersOf(args: readonly Result[], call: Call): number[] {
  const numbers: number[] = [];
  eachNumber(args, call, (value) => numbers.push(value));
  return numbers;
}

/** Calls `use` for each stored value of some arguments, blanks outside what is stored aside. */
export function eachValue(args: readonly Result[], call: Call, use: (value: Value) => void): void {
  for (const argument of args) {
    if (argument instanceof Matrix || argument instanceof RangeReference) {
      for (const value of call.matrix(argument).cells) use(value);
    } else use(argument);
  }
}

/** Sum that does not lose the cents of long columns (Neumaier). */
export function preciseSum(numbers: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const value of numbers) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
