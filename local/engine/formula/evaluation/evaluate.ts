import { findFunction } from "../functions/registry.js";
import type { Expression } from "../syntax/expression.js";
import { boundsOf, type ReferenceText } from "../syntax/reference.js";
import { toNumber } from "../values/coerce.js";
import {
  catching,
  cellError,
  Fault,
  fail,
  MISSING_REFERENCE,
  typedError,
} from "../values/fault.js";
import { Matrix } from "../values/matrix.js";
import { broadcast } from "./broadcast.js";
import { callCustom } from "./custom.js";
import { invoke } from "./invoke.js";
import { applyBinary } from "./operators.js";
import { RangeReference, type Result } from "./result.js";
import type { Scope } from "./scope.js";
import type { Home, Workbook } from "./workbook.js";

/** Value of an expression; faults come back as error values. */
export function evaluate(expression: Expression, scope: Scope): Result {
  switch (expression.type) {
    case "number":
    case "text":
    case "boolean":
      return expression.value;
    case "missing":
      return null;
    case "error":
      return typedError(expression.code);
    case "reference":
      return (
        resolveReference(expression.reference, scope.workbook, scope.home) ?? MISSING_REFERENCE
      );
    case "name":
      return evaluateName(expression.name, scope);
    case "unary": {
      if (expression.operator === "+") return evaluate(expression.operand, scope);
      return perCell(expression.operand, scope, (value) => -value);
    }
    case "percent":
      return perCell(expression.operand, scope, (value) => value / 100);
    case "binary": {
      const left = scope.operand(evaluate(expression.left, scope));
      const right = scope.operand(evaluate(expression.right, scope));
      const { locale } = scope.workbook;
      if (left instanceof Matrix || right instanceof Matrix) {
        return broadcast([left, right], (values) =>
          applyBinary(expression.operator, values[0] ?? null, values[1] ?? null, locale),
        );
      }
      return applyBinary(expression.operator, left, right, locale);
    }
    case "span":
      return catching(() => span(expression.left, expression.right, scope));
    case "array":
      return arrayOf(expression.rows, scope);
    case "call":
      return evaluateCall(expression.name, expression.arguments, scope);
  }
}

function perCell(operand: Expression, scope: Scope, apply: (value: number) => number): Result {
  const value = scope.operand(evaluate(operand, scope));
  const { locale } = scope.workbook;
  if (value instanceof Matrix) {
    return broadcast([value], ([cell]) => catching(() => apply(toNumber(cell ?? null, locale))));
  }
  return catching(() => apply(toNumber(value, locale)));
}

/** The range that a reference names, cut at the grid's edge; `undefined` where there is none. */
export function resolveReference(
  reference: ReferenceText,
  workbook: Workbook,
  home: Home,
): RangeReference | undefined {
  const sheet = reference.sheet ?? home.sheet;
  const size = workbook.size(sheet);
  if (!size) return undefined;
  const { row, column, lastRow, lastColumn } = boundsOf(reference);
  const rows = Math.min(lastRow ?? size.rows, size.rows) - row + 1;
  const columns = Math.min(lastColumn ?? size.columns, size.columns) - column + 1;
  if (rows < 1 || columns < 1) return undefined;
  return new RangeReference(sheet, row, column, rows, columns);
}

function evaluateName(name: string, scope: Scope): Result {
  const variable = scope.variables.get(name.toLowerCase());
  if (variable !== undefined) return variable;
  const area = scope.workbook.namedRange(name);
  if (area) {
    return new RangeReference(area.sheet, area.row, area.column, area.rows, area.columns);
  }
  return cellError("#NAME?", `Nom inconnu : « ${name} » n’est pas une plage nommée.`);
}

function span(left: Expression, right: Expression, scope: Scope): Result {
  const a = evaluate(left, scope);
  const b = evaluate(right, scope);
  if (!(a instanceof RangeReference) || !(b instanceof RangeReference)) {
    return fail("#REF!", "« : » attend une référence de chaque côté.");
  }
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  const range = new RangeReference(
    a.sheet,
    row,
    column,
    Math.max(a.lastRow, b.lastRow) - row + 1,
    Math.max(a.lastColumn, b.lastColumn) - column + 1,
  );
  scope.workbook.dependsOn(scope.home, range);
  return range;
}

/** `{1;2}`, `{A1:A3;B1:B3}`: pieces side by side, rows stacked. */
function arrayOf(rows: readonly (readonly Expression[])[], scope: Scope): Result {
  const bands: Matrix[][] = rows.map((row) =>
    row.map((item) => {
      const result = evaluate(item, scope);
      if (result instanceof Matrix) return result;
      if (result instanceof RangeReference) return scope.workbook.matrix(result);
      return new Matrix(1, 1, [result]);
    }),
  );
  const width = (band: Matrix[]) => band.reduce((sum, piece) => sum + piece.columns, 0);
  const columns = width(bands[0] as Matrix[]);
  const uneven =
    bands.some((band) => width(band) !== columns) ||
    bands.some((band) => band.some((piece) => piece.rows !== band[0]?.rows));
  if (uneven) {
    return cellError(
      "#VALUE!",
      "Dans un tableau entre accolades, les lignes n’ont pas la même taille.",
    );
  }
  const lines = bands.flatMap((band) =>
    Array.from({ length: band[0]?.rows ?? 0 }, (_, r) => band.flatMap((piece) => piece.row(r))),
  );
  return Matrix.ofRows(lines);
}

function evaluateCall(name: string, args: readonly Expression[], scope: Scope): Result {
  try {
    const declaration = findFunction(name);
    if (declaration) return invoke(declaration, args, scope);
    const custom = scope.workbook.customFunction(name);
    if (custom) return callCustom(custom, args, scope);
    return cellError(
      "#NAME?",
      `La fonction ${name} n’existe pas dans l’hôte local ; elle existe peut-être dans Google Sheets.`,
    );
  } catch (problem) {
    if (problem instanceof Fault) return problem.cell;
    throw problem;
  }
}
