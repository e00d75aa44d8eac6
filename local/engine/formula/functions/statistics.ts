import type { Value } from "../../types.js";
import type { Call } from "../evaluation/call.js";
import { RangeReference, type Result } from "../evaluation/result.js";
import { lookupKey } from "../values/compare.js";
import { cellError, DIVISION_BY_ZERO, fail, NOT_AVAILABLE } from "../values/fault.js";
import { Matrix } from "../values/matrix.js";
import { numberOfText } from "../values/readText.js";
import { type FunctionDeclaration, ofRanges } from "./declaration.js";
import { eachValue, numbersOf, preciseSum } from "./numbers.js";

const NO_VALUE = cellError("#NUM!", "Il n’y a pas assez de nombres.");

function extreme(pick: (a: number, b: number) => number) {
  return (args: Result[], call: Call): Value => {
    let found: number | undefined;
    for (const value of numbersOf(args, call))
      found = found === undefined ? value : pick(found, value);
    return found ?? 0;
  };
}

/** Counts numbers; a text given directly counts where it spells one. */
function count(args: Result[], call: Call): number {
  let total = 0;
  for (const argument of args) {
    if (argument instanceof Matrix || argument instanceof RangeReference) {
      for (const value of call.matrix(argument).cells) if (typeof value === "number") total += 1;
    } else if (typeof argument === "number" || typeof argument === "boolean") total += 1;
    else if (typeof argument === "string" && numberOfText(argument, call.locale) !== undefined) {
      total += 1;
    }
  }
  return total;
}

function countBlank(args: Result[], call: Call): number {
  let total = 0;
  for (const argument of args) {
    const matrix = call.matrix(argument);
    total += matrix.rows * matrix.columns - matrix.cells.length;
    for (const value of matrix.cells) if (value === null || value === "") total += 1;
  }
  return total;
}

function countUnique(args: Result[], call: Call): number {
  const seen = new Set<unknown>();
  eachValue(args, call, (value) => {
    if (value !== null)
      seen.add(typeof value === "string" ? `t${value}` : (lookupKey(value) ?? value));
  });
  return seen.size;
}

function median(numbers: number[]): Value {
  if (numbers.length === 0) return NO_VALUE;
  const sorted = numbers.sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}

function nth(name: string, order: (a: number, b: number) => number): FunctionDeclaration {
  return {
    name,
    required: 2,
    takes: ["range", "value"],
    run: ([range, rank], call) => {
      const position = call.integer(rank);
      return numbersOf([range], call).sort(order)[position - 1] ?? NO_VALUE;
    },
  };
}

function rank(value: number, numbers: number[], ascending: boolean): Value {
  if (!numbers.includes(value)) return NOT_AVAILABLE;
  return 1 + numbers.filter((other) => (ascending ? other < value : other > value)).length;
}

/** Counts, means, extremes and ranks. */
export const statistics: readonly FunctionDeclaration[] = [
  ofRanges("AVERAGE", (args, call) => {
    const numbers = numbersOf(args, call);
    return numbers.length === 0 ? DIVISION_BY_ZERO : preciseSum(numbers) / numbers.length;
  }),
  ofRanges("COUNT", count),
  ofRanges("COUNTA", (args, call) => {
    let total = 0;
    eachValue(args, call, (value) => {
      if (value !== null) total += 1;
    });
    return total;
  }),
  ofRanges("COUNTBLANK", countBlank),
  ofRanges("COUNTUNIQUE", countUnique),
  ofRanges("MIN", extreme(Math.min)),
  ofRanges("MAX", extreme(Math.max)),
  ofRanges("MEDIAN", (args, call) => median(numbersOf(args, call))),
  nth("LARGE", (a, b) => b - a),
  nth("SMALL", (a, b) => a - b),
  {
    name: "RANK",
    required: 2,
    takes: ["value", "range", "value"],
    run: ([value, range, ascending], call) =>
      rank(call.number(value), numbersOf([range], call), call.number(ascending) !== 0),
  },
  ofRanges("STDEV", (args, call) => {
    const numbers = numbersOf(args, call);
    if (numbers.length < 2) return fail("#DIV/0!", "STDEV attend au moins deux nombres.");
    const mean = preciseSum(numbers) / numbers.length;
    const squares = preciseSum(numbers.map((value) => (value - mean) ** 2));
    return Math.sqrt(squares / (numbers.length - 1));
  }),
];
