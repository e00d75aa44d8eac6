import type { Value } from "../../types.js";
import type { EagerFunction, FunctionDeclaration, Parameter } from "../functions/declaration.js";
import type { Expression } from "../syntax/expression.js";
import { catching, fail, sound } from "../values/fault.js";
import { Matrix } from "../values/matrix.js";
import { broadcast } from "./broadcast.js";
import { Call } from "./call.js";
import { evaluate } from "./evaluate.js";
import type { Result } from "./result.js";
import type { Scope } from "./scope.js";

/** Calls a built-in function on expressions. */
export function invoke(
  declaration: FunctionDeclaration,
  args: readonly Expression[],
  scope: Scope,
): Result {
  checkCount(declaration, args.length);
  if ("evaluate" in declaration) {
    return declaration.evaluate(args, new Call(scope, declaration.name));
  }
  const inner = declaration.arrayContext ? scope.inArrays() : scope;
  const call = new Call(inner, declaration.name);
  const values: Result[] = new Array(args.length);
  let arrays = false;
  for (let index = 0; index < args.length; index += 1) {
    const result = evaluate(args[index] as Expression, inner);
    if (parameterAt(declaration, index) === "range") values[index] = result;
    else {
      const operand = inner.operand(result);
      values[index] = operand;
      if (operand instanceof Matrix) arrays = true;
    }
  }
  return arrays ? runPerCell(declaration, values, call) : runOnce(declaration, values, call);
}

function runOnce(declaration: EagerFunction, values: Result[], call: Call): Result {
  for (let index = 0; index < values.length; index += 1) {
    if (parameterAt(declaration, index) === "value") sound(values[index] as Value);
  }
  return declaration.run(values, call);
}

function runPerCell(declaration: EagerFunction, values: Result[], call: Call): Result {
  const spread: number[] = [];
  for (let index = 0; index < values.length; index += 1) {
    if (parameterAt(declaration, index) !== "range") spread.push(index);
  }
  const operands = spread.map((index) => values[index] as Value | Matrix);
  return broadcast(operands, (cells) => {
    const filled = [...values];
    for (const [order, index] of spread.entries()) filled[index] = cells[order] ?? null;
    return catching(() => {
      const result = runOnce(declaration, filled, call);
      return result instanceof Matrix ? result : call.scalar(result);
    });
  });
}

function parameterAt(declaration: EagerFunction, index: number): Parameter {
  const { takes, repeat = 0 } = declaration;
  const at =
    index < takes.length ? index : takes.length - repeat + ((index - takes.length) % repeat);
  return takes[at] as Parameter;
}

function checkCount(declaration: FunctionDeclaration, count: number): void {
  const most =
    "evaluate" in declaration
      ? declaration.most
      : declaration.repeat
        ? Number.POSITIVE_INFINITY
        : declaration.takes.length;
  if (count >= declaration.required && count <= most) return;
  const expected =
    most === declaration.required
      ? `${most}`
      : most === Number.POSITIVE_INFINITY
        ? `au moins ${declaration.required}`
        : `de ${declaration.required} à ${most}`;
  fail(
    "#N/A",
    `Nombre d’arguments incorrect pour ${declaration.name} : ${expected} attendus, ${count} reçus.`,
  );
}
