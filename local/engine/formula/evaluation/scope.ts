import type { Value } from "../../types.js";
import { cellError } from "../values/fault.js";
import { Matrix } from "../values/matrix.js";
import { RangeReference, type Result } from "./result.js";
import type { Home, Workbook } from "./workbook.js";

const NO_INTERSECTION = cellError(
  "#VALUE!",
  "Une seule valeur est attendue, la plage en compte plusieurs et aucune n’est sur la ligne ou dans la colonne de la formule.",
);

/** Where an expression is evaluated: its cell, its LET variables, array context or not. */
export class Scope {
  constructor(
    readonly workbook: Workbook,
    readonly home: Home,
    readonly arrays: boolean,
    readonly variables: ReadonlyMap<string, Result>,
  ) {}

  /** The same scope in array context. */
  inArrays(): Scope {
    return this.arrays ? this : new Scope(this.workbook, this.home, true, this.variables);
  }

  /** The same scope with one more LET variable. */
  with(name: string, value: Result): Scope {
    const variables = new Map(this.variables).set(name.toLowerCase(), value);
    return new Scope(this.workbook, this.home, this.arrays, variables);
  }

  /** One value: a cell's, the intersection of a range with the formula's place, an array's first. */
  scalar(result: Result): Value {
    if (result instanceof Matrix) return result.at(0, 0);
    if (!(result instanceof RangeReference)) return result;
    if (result.isCell) return this.workbook.cellValue(result.sheet, result.row, result.column);
    const { row, column } = this.home;
    if (result.columns === 1 && row >= result.row && row <= result.lastRow) {
      return this.workbook.cellValue(result.sheet, row, result.column);
    }
    if (result.rows === 1 && column >= result.column && column <= result.lastColumn) {
      return this.workbook.cellValue(result.sheet, result.row, column);
    }
    return NO_INTERSECTION;
  }

  /** An operand: in array context ranges become arrays, elsewhere one value. */
  operand(result: Result): Value | Matrix {
    if (!this.arrays) return this.scalar(result);
    if (result instanceof RangeReference) {
      return result.isCell ? this.scalar(result) : this.workbook.matrix(result);
    }
    return result;
  }
}
