import { rememberedOf } from "../../remembered.js";
import type { Value } from "../../types.js";
import type { Call } from "../evaluation/call.js";
import type { Result } from "../evaluation/result.js";
import { fail } from "../values/fault.js";
import type { Locale } from "../values/locale.js";
import type { Matrix } from "../values/matrix.js";
import { criteriaIndex } from "./columnIndex.js";
import { type Criterion, readCriterion, UNSHARED } from "./criterion.js";

/** Cells of ranges of one shape that meet all criteria. */
export interface Selection {
  /** Positions inside what is stored: row times `columns` plus column, from 0. */
  readonly positions: readonly number[];
  readonly columns: number;
  /** Their number, blank cells outside what is stored included. */
  readonly count: number;
}

interface Test {
  readonly matrix: Matrix;
  readonly criterion: Criterion;
}

interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Finds the cells that meet pairs of range and criterion.
 * @param values the range that is summed, which may hold more than the tested ones
 */
export function select(pairs: readonly Result[], call: Call, values?: Matrix): Selection {
  if (pairs.length % 2 === 1) {
    fail("#N/A", `${call.name} attend un critère après chaque plage.`);
  }
  const tests: Test[] = [];
  for (let index = 0; index < pairs.length; index += 2) {
    tests.push({
      matrix: call.matrix(pairs[index] as Result),
      criterion: readCriterion(pairs[index + 1] as Value, call.locale),
    });
  }
  const [{ matrix: first }] = tests as [Test];
  if (tests.some(({ matrix }) => matrix.rows !== first.rows || matrix.columns !== first.columns)) {
    fail("#VALUE!", `Les plages de ${call.name} n’ont pas la même taille.`);
  }
  const extent = extentOf([...tests.map(({ matrix }) => matrix), ...(values ? [values] : [])]);
  const positions = rememberedPositions(tests, extent, call.locale);
  const outside = first.rows * first.columns - extent.rows * extent.columns;
  const blanks = tests.every(({ criterion }) => criterion.matches(null));
  return {
    positions,
    columns: extent.columns,
    count: positions.length + (blanks ? outside : 0),
  };
}

function extentOf(matrices: readonly Matrix[]): Extent {
  return {
    rows: Math.max(...matrices.map((matrix) => matrix.storedRows)),
    columns: Math.max(...matrices.map((matrix) => matrix.storedColumns)),
  };
}

const MOST_REMEMBERED = 2_000_000;
let lastNumber = 0;
const numberOf = rememberedOf((_: Matrix) => {
  lastNumber += 1;
  return lastNumber;
});
let known = new WeakMap<Matrix, Map<string, readonly number[]>>();
let size = 0;

/** A report asks the same few questions of the same ranges many times over. */
function rememberedPositions(
  tests: readonly Test[],
  extent: Extent,
  locale: Locale,
): readonly number[] {
  if (tests.some(({ criterion }) => criterion.id === UNSHARED)) {
    return findPositions(tests, extent, locale);
  }
  const [{ matrix: first }] = tests as [Test];
  let answers = known.get(first);
  if (!answers) {
    answers = new Map();
    known.set(first, answers);
  }
  const asked = tests.map(({ matrix, criterion }) => `${numberOf(matrix)}:${criterion.id}`).join();
  const key = `${asked}/${extent.rows}x${extent.columns}`;
  let positions = answers.get(key);
  if (!positions) {
    positions = findPositions(tests, extent, locale);
    size += positions.length + 1;
    if (size > MOST_REMEMBERED) {
      known = new WeakMap();
      size = 0;
    } else answers.set(key, positions);
  }
  return positions;
}

function findPositions(tests: readonly Test[], extent: Extent, locale: Locale): number[] {
  const found: number[] = [];
  const candidates = fewestCandidates(tests, locale);
  if (candidates) {
    const { from, positions } = candidates;
    const { storedColumns } = from.matrix;
    for (const position of positions) {
      const row = Math.floor(position / storedColumns);
      const column = position - row * storedColumns;
      if (meetsAll(tests, row, column, from)) found.push(row * extent.columns + column);
    }
    return found;
  }
  for (let row = 0; row < extent.rows; row += 1) {
    for (let column = 0; column < extent.columns; column += 1) {
      if (meetsAll(tests, row, column)) found.push(row * extent.columns + column);
    }
  }
  return found;
}

/** Fewest cells that an index leaves to look at. */
function fewestCandidates(
  tests: readonly Test[],
  locale: Locale,
): { from: Test; positions: readonly number[] } | undefined {
  let best: { from: Test; positions: readonly number[] } | undefined;
  for (const test of tests) {
    const { keys } = test.criterion;
    if (!keys) continue;
    const index = criteriaIndex(test.matrix, locale);
    const lists = keys.map((key) => index.get(key) ?? []).filter((list) => list.length > 0);
    const positions = lists.length === 1 ? (lists[0] as readonly number[]) : lists.flat();
    if (!best || positions.length < best.positions.length) best = { from: test, positions };
  }
  return best;
}

function meetsAll(tests: readonly Test[], row: number, column: number, known?: Test): boolean {
  for (const test of tests) {
    if (test !== known && !test.criterion.matches(test.matrix.at(row, column))) return false;
  }
  return true;
}
