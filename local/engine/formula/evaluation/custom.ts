import { isDate } from "../../dates/isDate.js";
import { fromSerial, toSerial } from "../../dates/zone.js";
import type { CustomFunction, Value } from "../../types.js";
import type { Expression } from "../syntax/expression.js";
import { cellError, isError, sound } from "../values/fault.js";
import { Matrix } from "../values/matrix.js";
import { evaluate } from "./evaluate.js";
import { messageOf } from "./messageOf.js";
import { RangeReference, type Result } from "./result.js";
import type { Scope } from "./scope.js";
import type { DateFlags } from "./workbook.js";
import { yieldsDate } from "./yieldsDate.js";

/** Calls a function of the add-in as Google does, and reads its result as Google does. */
export function callCustom(
  custom: CustomFunction,
  args: readonly Expression[],
  scope: Scope,
): Result {
  const values = args.map((argument) => argumentOf(argument, scope));
  const { timeZone } = scope.workbook;
  let returned: unknown;
  try {
    returned = custom(...values);
  } catch (problem) {
    if (isSignal(problem)) throw problem;
    return cellError("#ERROR!", messageOf(problem));
  }
  scope.workbook.noteDates(scope.home, args, datesIn(returned));
  return resultOf(returned, timeZone());
}

/** Evaluation signals of the calculator pass through a function that reads cells by itself. */
function isSignal(problem: unknown): boolean {
  return typeof problem === "object" && problem !== null && "calculatorSignal" in problem;
}

function argumentOf(expression: Expression, scope: Scope): unknown {
  if (expression.type === "missing") return "";
  const { workbook } = scope;
  const result = evaluate(expression, scope);
  if (result instanceof RangeReference) {
    if (result.isCell) {
      const { sheet, row, column } = result;
      return handOut(workbook.cellValue(sheet, row, column), scope, () =>
        workbook.holdsDate(sheet, row, column),
      );
    }
    const matrix = workbook.matrix(result);
    return rowsOf(matrix, (value, row, column) =>
      handOut(value, scope, () =>
        workbook.holdsDate(result.sheet, result.row + row, result.column + column),
      ),
    );
  }
  if (result instanceof Matrix) {
    return rowsOf(result, (value, row, column) =>
      handOut(value, scope, () => yieldsDate(expression, workbook, scope.home, { row, column })),
    );
  }
  return handOut(result, scope, () => yieldsDate(expression, workbook, scope.home));
}

/**
 * An array as a function gets it. An error in it comes as its text (`"#N/A"`), as `getValues` gives it,
 * where a lone cell's error stops the call. That Google does so is from memory: nothing public was
 * found that says what it does, either way.
 */
function rowsOf(
  matrix: Matrix,
  hand: (value: Value, row: number, column: number) => unknown,
): unknown[][] {
  const rows: unknown[][] = new Array(matrix.rows);
  for (let r = 0; r < matrix.rows; r += 1) {
    const row: unknown[] = new Array(matrix.columns).fill("");
    if (r < matrix.storedRows) {
      for (let c = 0; c < matrix.storedColumns; c += 1) {
        const value = matrix.at(r, c);
        row[c] = isError(value) ? value.error : hand(value, r, c);
      }
    }
    rows[r] = row;
  }
  return rows;
}

function handOut(value: Value, scope: Scope, isDate: () => boolean): unknown {
  const plain = sound(value);
  if (plain === null) return "";
  if (typeof plain === "number" && isDate()) {
    return new Date(fromSerial(plain, scope.workbook.timeZone()));
  }
  return plain;
}

/** Where a returned value holds dates: Sheets shows those cells as dates by itself. */
function datesIn(returned: unknown): DateFlags | undefined {
  const rows: unknown[] = Array.isArray(returned) ? returned : [returned];
  const flags = rows.map((row) => (Array.isArray(row) ? row.map(isDate) : [isDate(row)]));
  return flags.some((row) => row.includes(true)) ? flags : undefined;
}

function resultOf(returned: unknown, timeZone: string): Result {
  if (!Array.isArray(returned)) return readValue(returned, timeZone);
  if (returned.length === 0) return null;
  return Matrix.ofRows(
    returned.map((row: unknown) =>
      Array.isArray(row)
        ? row.map((value) => readValue(value, timeZone))
        : [readValue(row, timeZone)],
    ),
  );
}

function readValue(returned: unknown, timeZone: string): Value {
  switch (typeof returned) {
    case "number":
      return Number.isFinite(returned)
        ? returned
        : cellError("#NUM!", "La fonction a rendu un nombre non représentable.");
    case "string":
    case "boolean":
      return returned;
    case "undefined":
      return null;
    default:
      if (returned === null) return null;
      if (isDate(returned)) {
        const instant = returned.getTime();
        return Number.isNaN(instant)
          ? cellError("#NUM!", "La fonction a rendu une date invalide.")
          : toSerial(instant, timeZone);
      }
      return String(returned);
  }
}
