import type { Value } from "../../types.js";
import type { Call } from "../evaluation/call.js";
import { RangeReference, type Result } from "../evaluation/result.js";
import { DIVISION_BY_ZERO, fail, sound } from "../values/fault.js";
import type { FunctionDeclaration, Parameter } from "./declaration.js";
import { preciseSum } from "./numbers.js";
import { select } from "./selection.js";

/** Numbers of a range at the cells that meet criteria on other ranges. */
function selectedNumbers(values: Result, pairs: readonly Result[], call: Call): number[] {
  const matrix = call.matrix(values);
  const tested = call.matrix(pairs[0] as Result);
  if (matrix.rows !== tested.rows || matrix.columns !== tested.columns) {
    fail("#VALUE!", `Les plages de ${call.name} n’ont pas la même taille.`);
  }
  const numbers: number[] = [];
  const { positions, columns } = select(pairs, call, matrix);
  for (const position of positions) {
    const row = Math.floor(position / columns);
    const value = matrix.at(row, position - row * columns);
    if (typeof value === "number") numbers.push(value);
    else sound(value);
  }
  return numbers;
}

/** SUMIF takes of the summed range its first cell, and the size of the tested one. */
function sized(values: Result, tested: Result, call: Call): Result {
  const { rows, columns } = call.matrix(tested);
  if (!(values instanceof RangeReference)) return values;
  if (values.rows === rows && values.columns === columns) return values;
  return call.range(values.sheet, values.row, values.column, rows, columns);
}

function average(numbers: number[]): Value {
  return numbers.length === 0 ? DIVISION_BY_ZERO : preciseSum(numbers) / numbers.length;
}

function greatest(numbers: number[]): Value {
  return numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? 0);
}

function smallest(numbers: number[]): Value {
  return numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0);
}

const SINGLE: readonly Parameter[] = ["range", "value", "range"];
const SEVERAL: readonly Parameter[] = ["range", "range", "value"];

function single(name: string, combine: (numbers: number[]) => Value): FunctionDeclaration {
  return {
    name,
    required: 2,
    takes: SINGLE,
    run: ([tested, criterion, values], call) =>
      combine(selectedNumbers(sized(values ?? tested, tested, call), [tested, criterion], call)),
  };
}

function several(name: string, combine: (numbers: number[]) => Value): FunctionDeclaration {
  return {
    name,
    required: 3,
    takes: SEVERAL,
    repeat: 2,
    run: ([values, ...pairs], call) => combine(selectedNumbers(values, pairs, call)),
  };
}

/** Sums, means and counts of what meets criteria. */
export const conditional: readonly FunctionDeclaration[] = [
  single("SUMIF", preciseSum),
  single("AVERAGEIF", average),
  several("SUMIFS", preciseSum),
  several("AVERAGEIFS", average),
  several("MINIFS", smallest),
  several("MAXIFS", greatest),
  {
    name: "COUNTIF",
    required: 2,
    takes: ["range", "any"],
    run: (pairs, call) => select(pairs, call).count,
  },
  {
    name: "COUNTIFS",
    required: 2,
    takes: ["range", "any"],
    repeat: 2,
    run: (pairs, call) => select(pairs, call).count,
  },
];
