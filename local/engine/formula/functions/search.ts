import type { Value } from "../../types.js";
import { compareValues, lookupKey } from "../values/compare.js";
import { isError } from "../values/fault.js";
import type { Matrix } from "../values/matrix.js";
import { lineIndex } from "./columnIndex.js";
import { unescaped, wildcards } from "./criterion.js";

/** One row or column of a range, looked into from its start. */
export interface Line {
  readonly matrix: Matrix;
  readonly axis: "row" | "column";
  /** Which row or column, from 0. */
  readonly index: number;
}

export function lineLength({ matrix, axis }: Line): number {
  return axis === "column" ? matrix.rows : matrix.columns;
}

export function lineAt({ matrix, axis, index }: Line, position: number): Value {
  return axis === "column" ? matrix.at(position, index) : matrix.at(index, position);
}

function storedLength({ matrix, axis }: Line): number {
  return axis === "column" ? matrix.storedRows : matrix.storedColumns;
}

/**
 * First (or last) position of an equal value, -1 where there is none. A text may hold wildcards
 * where `withWildcards` says so.
 */
export function findExact(
  line: Line,
  wanted: Value,
  options: { readonly withWildcards: boolean; readonly last?: boolean },
): number {
  const pattern =
    options.withWildcards && typeof wanted === "string" ? wildcards(wanted) : undefined;
  if (pattern)
    return findWhere(
      line,
      (value) => typeof value === "string" && pattern.test(value),
      options.last,
    );
  const plain = options.withWildcards && typeof wanted === "string" ? unescaped(wanted) : wanted;
  const key = lookupKey(plain);
  if (key === undefined || key === "blank") return -1;
  const positions = lineIndex(line.matrix, line.axis, line.index).get(key);
  return (options.last ? positions?.at(-1) : positions?.[0]) ?? -1;
}

/** First (or last) stored position that satisfies a test, -1 where there is none. */
function findWhere(line: Line, test: (value: Value) => boolean, last = false): number {
  const length = storedLength(line);
  for (let step = 0; step < length; step += 1) {
    const position = last ? length - 1 - step : step;
    if (test(lineAt(line, position))) return position;
  }
  return -1;
}

function comparable(value: Value, wanted: Value): boolean {
  return value !== null && !isError(value) && typeof value === typeof wanted;
}

/**
 * Last position whose value is at most `wanted` in a line sorted upwards, by halving, as VLOOKUP
 * and MATCH look for an approximate value; -1 where all are greater. `order` -1: sorted downwards.
 */
export function findSorted(line: Line, wanted: Value, order: 1 | -1): number {
  let low = 0;
  let high = storedLength(line) - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    let probe = middle;
    while (probe <= high && !comparable(lineAt(line, probe), wanted)) probe += 1;
    if (probe > high) {
      high = middle - 1;
      continue;
    }
    if (compareValues(lineAt(line, probe), wanted) * order <= 0) {
      found = probe;
      low = probe + 1;
    } else high = middle - 1;
  }
  return found;
}

/** Position of the nearest value on one side of `wanted`, in any order: XLOOKUP's modes -1 and 1. */
export function findNearest(line: Line, wanted: Value, side: 1 | -1, last: boolean): number {
  let best = -1;
  const length = storedLength(line);
  for (let step = 0; step < length; step += 1) {
    const position = last ? length - 1 - step : step;
    const value = lineAt(line, position);
    if (!comparable(value, wanted)) continue;
    if (compareValues(value, wanted) * side < 0) continue;
    if (best < 0 || compareValues(value, lineAt(line, best)) * side < 0) best = position;
  }
  return best;
}
