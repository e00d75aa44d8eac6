import type { Value } from "../../types.js";
import type { Expression } from "../syntax/expression.js";
import { toNumber, toText } from "../values/coerce.js";
import { Fault, MISSING_REFERENCE } from "../values/fault.js";
import type { Locale } from "../values/locale.js";
import { Matrix } from "../values/matrix.js";
import { evaluate } from "./evaluate.js";
import { RangeReference, type Result } from "./result.js";
import type { Scope } from "./scope.js";

/** What a function may ask while it runs. */
export class Call {
  constructor(
    readonly scope: Scope,
    readonly name: string,
  ) {}

  get locale(): Locale {
    return this.scope.workbook.locale;
  }

  number(value: Value | undefined): number {
    return typeof value === "number" ? value : toNumber(value ?? null, this.locale);
  }

  text(value: Value | undefined): string {
    return typeof value === "string" ? value : toText(value ?? null, this.locale);
  }

  /** A whole number, decimals dropped. */
  integer(value: Value | undefined): number {
    return Math.floor(this.number(value) + 1e-9);
  }

  /** Any argument as a rectangle of values. */
  matrix(result: Result): Matrix {
    if (result instanceof Matrix) return result;
    if (result instanceof RangeReference) return this.scope.workbook.matrix(result);
    return new Matrix(1, 1, [result]);
  }

  /** Any argument as one value: intersection of a range, first value of an array. */
  scalar(result: Result): Value {
    return this.scope.scalar(result);
  }

  evaluate(expression: Expression, scope: Scope = this.scope): Result {
    return evaluate(expression, scope);
  }

  /** A range that the formula's text does not name: the formula depends on it from now on. */
  range(sheet: string, row: number, column: number, rows: number, columns: number): RangeReference {
    const size = this.scope.workbook.size(sheet);
    const inside =
      size !== undefined &&
      row >= 1 &&
      column >= 1 &&
      rows >= 1 &&
      columns >= 1 &&
      row + rows - 1 <= size.rows &&
      column + columns - 1 <= size.columns;
    if (!inside) throw new Fault(MISSING_REFERENCE);
    const range = new RangeReference(sheet, row, column, rows, columns);
    this.scope.workbook.dependsOn(this.scope.home, range);
    return range;
  }
}
