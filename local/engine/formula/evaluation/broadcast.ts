import type { Value } from "../../types.js";
import { cellError } from "../values/fault.js";
import { Matrix } from "../values/matrix.js";
import type { Result } from "./result.js";

const MISMATCH = cellError("#N/A", "Les tableaux n’ont pas la même taille.");

function pick(operand: Value | Matrix, row: number, column: number): Value {
  if (!(operand instanceof Matrix)) return operand;
  const r = operand.rows === 1 ? 0 : row;
  const c = operand.columns === 1 ? 0 : column;
  return r < operand.rows && c < operand.columns ? operand.at(r, c) : MISMATCH;
}

/**
 * Applies a function cell by cell over arrays and single values; one row or one column repeats.
 * Where a column of calls gives one row each (SPLIT), the rows are stacked.
 */
export function broadcast(
  operands: readonly (Value | Matrix)[],
  apply: (values: Value[]) => Result,
): Matrix {
  let rows = 1;
  let columns = 1;
  for (const operand of operands) {
    if (!(operand instanceof Matrix)) continue;
    rows = Math.max(rows, operand.rows);
    columns = Math.max(columns, operand.columns);
  }
  const results: (Value | Matrix)[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const result = apply(operands.map((operand) => pick(operand, row, column)));
      results.push(result as Value | Matrix);
    }
  }
  if (columns === 1 && results.some((result) => result instanceof Matrix)) {
    return Matrix.ofRows(
      results.map((result) => (result instanceof Matrix ? result.row(0) : [result])),
    );
  }
  const cells = results.map((result) => (result instanceof Matrix ? result.at(0, 0) : result));
  return new Matrix(rows, columns, cells);
}
