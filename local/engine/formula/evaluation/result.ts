import type { Value } from "../../types.js";
import type { Matrix } from "../values/matrix.js";

/** A range of a sheet that exists, not yet read. */
export class RangeReference {
  constructor(
    readonly sheet: string,
    readonly row: number,
    readonly column: number,
    readonly rows: number,
    readonly columns: number,
  ) {}

  get lastRow(): number {
    return this.row + this.rows - 1;
  }

  get lastColumn(): number {
    return this.column + this.columns - 1;
  }

  get isCell(): boolean {
    return this.rows === 1 && this.columns === 1;
  }
}

/** What an expression evaluates to. */
export type Result = Value | Matrix | RangeReference;
