import type { Value } from "../../types.js";

/**
 * A rectangle of values. Only its upper left part is stored: what lies outside it is blank, so that
 * an open reference costs what the sheet holds, not what its grid measures.
 */
export class Matrix {
  constructor(
    readonly rows: number,
    readonly columns: number,
    /** Row by row, `storedColumns` wide. */
    readonly cells: readonly Value[],
    readonly storedColumns: number = columns,
    readonly storedRows: number = rows,
  ) {}

  /** Rows given as arrays; the widest row gives the width. */
  static ofRows(rows: readonly (readonly Value[])[]): Matrix {
    const columns = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
    const cells: Value[] = [];
    for (const row of rows) for (let c = 0; c < columns; c += 1) cells.push(row[c] ?? null);
    return new Matrix(rows.length, columns, cells);
  }

  static ofColumn(values: readonly Value[]): Matrix {
    return new Matrix(values.length, 1, values);
  }

  /** Each cell computed from its position, both from 0. */
  static build(
    rows: number,
    columns: number,
    compute: (row: number, column: number) => Value,
  ): Matrix {
    const cells = new Array<Value>(rows * columns);
    for (let r = 0, at = 0; r < rows; r += 1) {
      for (let c = 0; c < columns; c += 1, at += 1) cells[at] = compute(r, c);
    }
    return new Matrix(rows, columns, cells);
  }

  /** Value at a position counted from 0. */
  at(row: number, column: number): Value {
    if (row >= this.storedRows || column >= this.storedColumns) return null;
    return this.cells[row * this.storedColumns + column] ?? null;
  }

  row(row: number): Value[] {
    return Array.from({ length: this.columns }, (_, column) => this.at(row, column));
  }

  column(column: number): Value[] {
    return Array.from({ length: this.rows }, (_, row) => this.at(row, column));
  }

  /** All values, row by row, blanks outside the stored part included. */
  flat(): Value[] {
    if (this.rows === this.storedRows && this.columns === this.storedColumns) {
      return [...this.cells];
    }
    const all: Value[] = [];
    for (let r = 0; r < this.rows; r += 1) all.push(...this.row(r));
    return all;
  }

  toRows(): Value[][] {
    return Array.from({ length: this.rows }, (_, row) => this.row(row));
  }
}
