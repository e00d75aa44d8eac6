import type { Value } from "../../types.js";
import type { Call } from "../evaluation/call.js";
import type { Result } from "../evaluation/result.js";
import type { Expression } from "../syntax/expression.js";
import { toLogical } from "../values/coerce.js";
import { compareValues, lookupKey } from "../values/compare.js";
import { fail, isError } from "../values/fault.js";
import { Matrix } from "../values/matrix.js";
import { type FunctionDeclaration, ofRanges, ofValues } from "./declaration.js";

function holds(value: Value): boolean {
  if (isError(value)) fail(value.error, value.message);
  return typeof value === "string" ? false : toLogical(value);
}

function filter([source, ...conditions]: Result[], call: Call): Result {
  const matrix = call.matrix(source as Result);
  const tests = conditions.map((condition) => call.matrix(condition));
  const across =
    tests.some((test) => test.rows === 1 && test.columns === matrix.columns) &&
    !tests.every((test) => test.columns === 1 && test.rows === matrix.rows);
  const length = across ? matrix.columns : matrix.rows;
  for (const test of tests) {
    if (test.rows * test.columns !== length) {
      fail(
        "#N/A",
        `FILTER attend une condition par ${across ? "colonne" : "ligne"} : ${length} attendues.`,
      );
    }
  }
  const kept: number[] = [];
  for (let at = 0; at < length; at += 1) {
    if (tests.every((test) => holds(across ? test.at(0, at) : test.at(at, 0)))) kept.push(at);
  }
  if (kept.length === 0) fail("#N/A", "Aucune ligne ne correspond aux conditions de FILTER.");
  return across
    ? Matrix.build(matrix.rows, kept.length, (row, column) =>
        matrix.at(row, kept[column] as number),
      )
    : Matrix.build(kept.length, matrix.columns, (row, column) =>
        matrix.at(kept[row] as number, column),
      );
}

/** Blanks come last whatever the direction, as Sheets sorts. */
function compareForSort(a: Value, b: Value, direction: number): number {
  const emptyA = a === null || a === "";
  const emptyB = b === null || b === "";
  if (emptyA || emptyB) return Number(emptyA) - Number(emptyB);
  if (isError(a) || isError(b)) return Number(isError(a)) - Number(isError(b));
  return compareValues(a, b) * direction;
}

function sort([source, ...keys]: Result[], call: Call): Result {
  const matrix = call.matrix(source as Result);
  const orders: { at: (row: number) => Value; direction: number }[] = [];
  for (let index = 0; index < keys.length; index += 2) {
    const ascending = keys[index + 1];
    const direction = ascending === undefined || toLogical(call.scalar(ascending)) ? 1 : -1;
    orders.push({ at: sortKey(keys[index] as Result, matrix, call), direction });
  }
  if (orders.length === 0) orders.push({ at: (row) => matrix.at(row, 0), direction: 1 });
  const rows = Array.from({ length: matrix.rows }, (_, row) => row);
  rows.sort((a, b) => {
    for (const { at, direction } of orders) {
      const order = compareForSort(at(a), at(b), direction);
      if (order !== 0) return order;
    }
    return a - b;
  });
  return Matrix.build(matrix.rows, matrix.columns, (row, column) =>
    matrix.at(rows[row] as number, column),
  );
}

/** A sort key is a column's number, or a column of its own. */
function sortKey(key: Result, matrix: Matrix, call: Call): (row: number) => Value {
  const given = call.matrix(key);
  if (given.rows === matrix.rows && given.rows > 1) return (row) => given.at(row, 0);
  const column = call.integer(given.at(0, 0));
  if (column < 1 || column > matrix.columns) {
    fail("#VALUE!", `SORT n’a pas de colonne numéro ${column}.`);
  }
  return (row) => matrix.at(row, column - 1);
}

function identity(values: Value[]): string {
  return JSON.stringify(
    values.map((value) => (typeof value === "string" ? `t${value}` : (lookupKey(value) ?? value))),
  );
}

function unique(source: Result, byColumn: boolean, once: boolean, call: Call): Result {
  const matrix = call.matrix(source);
  const lines = byColumn
    ? Array.from({ length: matrix.columns }, (_, column) => matrix.column(column))
    : matrix.toRows();
  const counts = new Map<string, { line: Value[]; count: number }>();
  for (const line of lines) {
    const key = identity(line);
    const seen = counts.get(key);
    if (seen) seen.count += 1;
    else counts.set(key, { line, count: 1 });
  }
  const kept = [...counts.values()]
    .filter(({ count }) => !once || count === 1)
    .map(({ line }) => line);
  if (kept.length === 0) fail("#N/A", "UNIQUE n’a trouvé aucune valeur unique.");
  const result = Matrix.ofRows(kept);
  return byColumn ? transpose(result) : result;
}

function transpose(matrix: Matrix): Matrix {
  return Matrix.build(matrix.columns, matrix.rows, (row, column) => matrix.at(column, row));
}

function stacked(args: Result[], call: Call): Matrix {
  return Matrix.ofRows(args.flatMap((argument) => call.matrix(argument).toRows()));
}

/** Functions that make arrays. */
export const arrays: readonly FunctionDeclaration[] = [
  {
    name: "ARRAYFORMULA",
    required: 1,
    most: 1,
    spills: true,
    evaluate: ([expression], call) => {
      const scope = call.scope.inArrays();
      return scope.operand(call.evaluate(expression as Expression, scope));
    },
  },
  {
    name: "FILTER",
    required: 2,
    spills: true,
    takes: ["range", "range"],
    repeat: 1,
    arrayContext: true,
    run: filter,
  },
  {
    name: "SORT",
    required: 1,
    spills: true,
    takes: ["range", "range"],
    repeat: 1,
    arrayContext: true,
    run: sort,
  },
  {
    name: "UNIQUE",
    required: 1,
    spills: true,
    takes: ["range", "value", "value"],
    run: ([source, byColumn, once], call) =>
      unique(source, toLogical(byColumn ?? false), toLogical(once ?? false), call),
  },
  {
    name: "TRANSPOSE",
    required: 1,
    spills: true,
    takes: ["range"],
    run: ([source], call) => transpose(call.matrix(source)),
  },
  {
    ...ofRanges("FLATTEN", (args, call) =>
      Matrix.ofColumn(args.flatMap((argument) => call.matrix(argument).flat())),
    ),
    spills: true,
  },
  { ...ofRanges("VSTACK", stacked), spills: true },
  {
    ...ofRanges("HSTACK", (args, call) =>
      transpose(
        stacked(
          args.map((argument) => transpose(call.matrix(argument))),
          call,
        ),
      ),
    ),
    spills: true,
  },
  {
    ...ofValues("SEQUENCE", 1, 4, ([rows, columns, start, step], call) => {
      const width = columns === undefined || columns === null ? 1 : call.integer(columns);
      const height = call.integer(rows);
      if (height < 1 || width < 1) fail("#NUM!", "SEQUENCE attend des dimensions positives.");
      const first = start === undefined || start === null ? 1 : call.number(start);
      const by = step === undefined || step === null ? 1 : call.number(step);
      return Matrix.build(height, width, (row, column) => first + (row * width + column) * by);
    }),
    spills: true,
  },
];
