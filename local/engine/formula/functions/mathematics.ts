import type { Value } from "../../types.js";
import type { Call } from "../evaluation/call.js";
import { finite, power } from "../evaluation/operators.js";
import { RangeReference, type Result } from "../evaluation/result.js";
import { DIVISION_BY_ZERO, fail, sound } from "../values/fault.js";
import type { Matrix } from "../values/matrix.js";
import { type FunctionDeclaration, ofRanges, ofValues } from "./declaration.js";
import { numbersOf, preciseSum } from "./numbers.js";
import { roundDown, roundHalf, roundUp } from "./rounding.js";

function rounding(name: string, round: (value: number, places: number) => number) {
  return ofValues(name, 1, 2, ([value, places], call) =>
    round(call.number(value), Math.trunc(call.number(places))),
  );
}

function modulo(value: number, divisor: number): Value {
  if (divisor === 0) return DIVISION_BY_ZERO;
  return value - divisor * Math.floor(value / divisor);
}

function toMultiple(round: (value: number) => number) {
  return ([value, factor]: (Value | undefined)[], call: Call): Value => {
    const step = factor === undefined ? 1 : call.number(factor);
    if (step === 0) return 0;
    const quotient = Number((call.number(value) / step).toPrecision(15));
    return Number((round(quotient) * step).toPrecision(15));
  };
}

/** Sum over cells of the product of arrays of one size; what is no number counts as 0. */
function sumProduct(args: Result[], call: Call): Value {
  const matrices = args.map((argument) => call.matrix(argument));
  const [first, ...others] = matrices as [Matrix, ...Matrix[]];
  if (others.some((other) => other.rows !== first.rows || other.columns !== first.columns)) {
    fail("#VALUE!", "Les tableaux de SUMPRODUCT n’ont pas la même taille.");
  }
  const products: number[] = [];
  for (let row = 0; row < first.storedRows; row += 1) {
    for (let column = 0; column < first.storedColumns; column += 1) {
      let product = 1;
      for (const matrix of matrices) {
        const value = sound(matrix.at(row, column));
        product *= typeof value === "number" ? value : 0;
      }
      products.push(product);
    }
  }
  return preciseSum(products);
}

const SUBTOTALS: Readonly<Record<number, (numbers: number[], values: Value[]) => Value>> = {
  1: (numbers) => (numbers.length ? preciseSum(numbers) / numbers.length : DIVISION_BY_ZERO),
  2: (numbers) => numbers.length,
  3: (_, values) => values.filter((value) => value !== null).length,
  4: (numbers) => (numbers.length ? numbers.reduce((a, b) => Math.max(a, b)) : 0),
  5: (numbers) => (numbers.length ? numbers.reduce((a, b) => Math.min(a, b)) : 0),
  6: (numbers) => (numbers.length ? numbers.reduce((a, b) => a * b) : 0),
  9: (numbers) => preciseSum(numbers),
};

const HOLDS_SUBTOTAL = /\bSUBTOTAL\s*\(/i;

/** Values of ranges, cells that are subtotals themselves left out. */
function withoutSubtotals(args: Result[], call: Call): Value[] {
  const { workbook } = call.scope;
  const kept: Value[] = [];
  for (const range of args) {
    if (!(range instanceof RangeReference)) {
      fail("#VALUE!", "SUBTOTAL attend des plages.");
    }
    const matrix = call.matrix(range);
    for (let row = 0; row < matrix.storedRows; row += 1) {
      for (let column = 0; column < matrix.storedColumns; column += 1) {
        const content = workbook.content(range.sheet, range.row + row, range.column + column);
        if (content?.kind === "formula" && HOLDS_SUBTOTAL.test(content.text)) continue;
        kept.push(matrix.at(row, column));
      }
    }
  }
  return kept;
}

/** Sums, rounding and arithmetic. */
export const mathematics: readonly FunctionDeclaration[] = [
  ofRanges("SUM", (args, call) => finite(preciseSum(numbersOf(args, call)))),
  ofRanges("PRODUCT", (args, call) => {
    const numbers = numbersOf(args, call);
    return numbers.length === 0
      ? 0
      : finite(numbers.reduce((product, value) => product * value, 1));
  }),
  ofRanges("SUMPRODUCT", sumProduct, { arrayContext: true }),
  rounding("ROUND", roundHalf),
  rounding("ROUNDUP", roundUp),
  rounding("ROUNDDOWN", roundDown),
  rounding("TRUNC", roundDown),
  ofValues("INT", 1, 1, ([value], call) => Math.floor(call.number(value))),
  ofValues("CEILING", 1, 2, toMultiple(Math.ceil)),
  ofValues("FLOOR", 1, 2, toMultiple(Math.floor)),
  ofValues("MROUND", 2, 2, toMultiple(Math.round)),
  ofValues("MOD", 2, 2, ([value, divisor], call) =>
    modulo(call.number(value), call.number(divisor)),
  ),
  ofValues("QUOTIENT", 2, 2, ([value, divisor], call) =>
    call.number(divisor) === 0
      ? DIVISION_BY_ZERO
      : Math.trunc(call.number(value) / call.number(divisor)),
  ),
  ofValues("ABS", 1, 1, ([value], call) => Math.abs(call.number(value))),
  ofValues("SIGN", 1, 1, ([value], call) => Math.sign(call.number(value))),
  ofValues("SQRT", 1, 1, ([value], call) => finite(Math.sqrt(call.number(value)))),
  ofValues("POWER", 2, 2, ([base, exponent], call) =>
    power(call.number(base), call.number(exponent)),
  ),
  ofValues("EXP", 1, 1, ([value], call) => finite(Math.exp(call.number(value)))),
  ofValues("LN", 1, 1, ([value], call) => finite(Math.log(call.number(value)))),
  ofValues("LOG10", 1, 1, ([value], call) => finite(Math.log10(call.number(value)))),
  ofValues("PI", 0, 0, () => Math.PI),
  {
    name: "SUBTOTAL",
    required: 2,
    takes: ["value", "range"],
    repeat: 1,
    run: ([code, ...ranges], call) => {
      const number = call.number(code);
      const compute = SUBTOTALS[number > 100 ? number - 100 : number];
      if (!compute) return fail("#VALUE!", `SUBTOTAL ne connaît pas le code ${number}.`);
      const values = withoutSubtotals(ranges, call);
      if (number !== 3 && number !== 103 && number !== 2 && number !== 102) values.forEach(sound);
      return compute(
        values.filter((value) => typeof value === "number"),
        values,
      );
    },
  },
];
