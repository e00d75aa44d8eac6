import type { CellError, Value } from "../../types.js";
import { broadcast } from "../evaluation/broadcast.js";
import type { Call } from "../evaluation/call.js";
import { RangeReference, type Result } from "../evaluation/result.js";
import type { Expression } from "../syntax/expression.js";
import { toLogical } from "../values/coerce.js";
import { equalValues } from "../values/compare.js";
import { catching, cellError, fail, isError, NOT_AVAILABLE, sound } from "../values/fault.js";
import { Matrix } from "../values/matrix.js";
import { type FunctionDeclaration, ofRanges, ofValues } from "./declaration.js";

type Arguments = readonly Expression[];

function operand(expression: Expression | undefined, call: Call): Value | Matrix {
  return expression ? call.scope.operand(call.evaluate(expression)) : null;
}

function evaluateIf([condition, yes, no]: Arguments, call: Call): Result {
  const tested = operand(condition, call);
  const otherwise = (): Result => (no ? call.evaluate(no) : false);
  if (tested instanceof Matrix) {
    const branches = [operand(yes, call), no ? operand(no, call) : false];
    return broadcast([tested, ...branches], ([test, first, second]) =>
      catching(() => (toLogical(test ?? null) ? (first ?? null) : (second ?? null))),
    );
  }
  return toLogical(tested) ? call.evaluate(yes as Expression) : otherwise();
}

function evaluateIfs(args: Arguments, call: Call): Result {
  if (args.length % 2 === 1) fail("#N/A", "IFS attend une valeur après chaque condition.");
  const conditions = args.filter((_, index) => index % 2 === 0);
  for (const [index, condition] of conditions.entries()) {
    const tested = operand(condition, call);
    if (tested instanceof Matrix) return ifsPerCell(args.slice(index * 2), call);
    if (toLogical(tested)) return call.evaluate(args[index * 2 + 1] as Expression);
  }
  return NO_CONDITION;
}

const NO_CONDITION = cellError("#N/A", "Aucune condition de IFS n’est remplie.");

function ifsPerCell(args: Arguments, call: Call): Result {
  const operands = args.map((argument) => operand(argument, call));
  return broadcast(operands, (cells) =>
    catching(() => {
      for (let index = 0; index < cells.length; index += 2) {
        if (toLogical(cells[index] ?? null)) return cells[index + 1] ?? null;
      }
      return NO_CONDITION;
    }),
  );
}

function replacing(replaces: (error: CellError) => boolean) {
  return ([expression, fallback]: Arguments, call: Call): Result => {
    const result = call.evaluate(expression as Expression);
    const value = result instanceof Matrix ? result : operandOf(result, call);
    const instead = (): Result => (fallback ? call.evaluate(fallback) : null);
    if (value instanceof Matrix) {
      if (!value.cells.some((cell) => isError(cell) && replaces(cell))) return value;
      const other = fallback ? operand(fallback, call) : null;
      return broadcast([value, other], ([cell, second]) =>
        isError(cell) && replaces(cell) ? (second ?? null) : (cell ?? null),
      );
    }
    if (isError(value)) return replaces(value) ? instead() : value;
    return result;
  };
}

/** A range handed on whole is not looked into; a cell is. */
function operandOf(result: Result, call: Call): Value | Matrix {
  if (result instanceof RangeReference && !result.isCell && !call.scope.arrays) return null;
  return call.scope.operand(result);
}

function evaluateSwitch([subject, ...cases]: Arguments, call: Call): Result {
  const value = operand(subject, call);
  if (value instanceof Matrix) {
    const operands = cases.map((item) => operand(item, call));
    return broadcast([value, ...operands], ([cell, ...items]) =>
      catching(() => {
        for (let index = 0; index + 1 < items.length; index += 2) {
          if (equalValues(cell ?? null, items[index] ?? null)) return items[index + 1] ?? null;
        }
        return items.length % 2 === 1 ? (items.at(-1) ?? null) : NO_CASE;
      }),
    );
  }
  sound(value);
  for (let index = 0; index + 1 < cases.length; index += 2) {
    const candidate = call.scalar(call.evaluate(cases[index] as Expression));
    if (equalValues(value, candidate)) return call.evaluate(cases[index + 1] as Expression);
  }
  return cases.length % 2 === 1 ? call.evaluate(cases.at(-1) as Expression) : NO_CASE;
}

const NO_CASE = cellError("#N/A", "SWITCH n’a trouvé aucun cas correspondant.");

function evaluateLet(args: Arguments, call: Call): Result {
  if (args.length % 2 === 0) fail("#N/A", "LET attend des paires nom et valeur, puis une formule.");
  let scope = call.scope.inArrays();
  for (let index = 0; index + 1 < args.length; index += 2) {
    const name = args[index] as Expression;
    if (name.type !== "name") return fail("#NAME?", "LET attend un nom avant chaque valeur.");
    scope = scope.with(name.name, call.evaluate(args[index + 1] as Expression, scope));
  }
  return call.evaluate(args.at(-1) as Expression, scope);
}

/** The truth of all values: ranges pass over texts and blanks. */
function truths(args: Result[], call: Call): boolean[] {
  const found: boolean[] = [];
  for (const argument of args) {
    if (argument instanceof Matrix || argument instanceof RangeReference) {
      for (const cell of call.matrix(argument).cells) {
        const value = sound(cell);
        if (typeof value === "boolean" || typeof value === "number") found.push(Boolean(value));
      }
    } else found.push(toLogical(argument));
  }
  if (found.length === 0) fail("#VALUE!", `${call.name} n’a trouvé aucune valeur logique.`);
  return found;
}

/** Conditions, choices and LET. */
export const logical: readonly FunctionDeclaration[] = [
  { name: "IF", required: 2, most: 3, evaluate: evaluateIf },
  { name: "IFS", required: 2, most: Number.POSITIVE_INFINITY, evaluate: evaluateIfs },
  { name: "IFERROR", required: 1, most: 2, evaluate: replacing(() => true) },
  {
    name: "IFNA",
    required: 2,
    most: 2,
    evaluate: replacing((error) => error.error === NOT_AVAILABLE.error),
  },
  { name: "SWITCH", required: 3, most: Number.POSITIVE_INFINITY, evaluate: evaluateSwitch },
  {
    name: "LET",
    required: 3,
    most: Number.POSITIVE_INFINITY,
    spills: true,
    evaluate: evaluateLet,
  },
  {
    name: "CHOOSE",
    required: 2,
    most: Number.POSITIVE_INFINITY,
    evaluate: ([index, ...choices], call) => {
      const position = call.integer(call.scalar(call.evaluate(index as Expression)));
      const choice = choices[position - 1];
      if (choice) return call.evaluate(choice);
      return fail("#NUM!", `CHOOSE n’a pas de valeur numéro ${position}.`);
    },
  },
  ofRanges("AND", (args, call) => truths(args, call).every(Boolean)),
  ofRanges("OR", (args, call) => truths(args, call).some(Boolean)),
  ofRanges("XOR", (args, call) => truths(args, call).filter(Boolean).length % 2 === 1),
  ofValues("NOT", 1, 1, ([value]) => !toLogical(value ?? null)),
  ofValues("TRUE", 0, 0, () => true),
  ofValues("FALSE", 0, 0, () => false),
];
