import type { Value } from "../../types.js";
import type { Call } from "../evaluation/call.js";
import type { Result } from "../evaluation/result.js";
import type { Expression } from "../syntax/expression.js";
import { toLogical } from "../values/coerce.js";
import { fail, sound } from "../values/fault.js";
import { Matrix } from "../values/matrix.js";
import type { FunctionDeclaration } from "./declaration.js";

/** What a page draws in a cell that holds SPARKLINE. */
export interface Sparkline {
  readonly data: readonly number[];
  /** Option names in lower case: `charttype`, `max`, `color1`… */
  readonly options: Readonly<Record<string, number | string | boolean>>;
}

const CHART_TYPES = ["line", "bar", "column", "winloss"];

type CallExpression = Extract<Expression, { type: "call" }>;

/** The call that gives a cell's value: the branch that holds where the formula is an IF. */
export function chosenBranch(expression: Expression, call: Call): CallExpression | undefined {
  if (expression.type !== "call") return undefined;
  if (expression.name !== "IF") return expression;
  const [condition, yes, no] = expression.arguments;
  if (!condition) return undefined;
  const tested = call.scope.operand(call.evaluate(condition));
  const holds = toLogical(tested instanceof Matrix ? tested.at(0, 0) : tested);
  const branch = holds ? yes : no;
  return branch && chosenBranch(branch, call);
}

/** Reads SPARKLINE's arguments; what is wrong with them is its error. */
export function readSparkline(data: Result, options: Result | undefined, call: Call): Sparkline {
  const numbers: number[] = [];
  for (const cell of call.matrix(data).cells) {
    const value = sound(cell);
    if (typeof value === "number") numbers.push(value);
  }
  return { data: numbers, options: options === undefined ? {} : readOptions(options, call) };
}

function readOptions(options: Result, call: Call): Record<string, number | string | boolean> {
  const matrix = call.matrix(options);
  if (matrix.columns !== 2)
    fail("#VALUE!", "Les options de SPARKLINE tiennent en deux colonnes : nom et valeur.");
  const read: Record<string, number | string | boolean> = {};
  for (const [name, value] of matrix.toRows() as [Value, Value][]) {
    const plain = sound(value);
    if (name === null || name === "" || plain === null) continue;
    read[call.text(name).toLowerCase()] = plain as number | string | boolean;
  }
  const { charttype = "line" } = read;
  if (!CHART_TYPES.includes(String(charttype).toLowerCase())) {
    fail("#VALUE!", `SPARKLINE ne connaît pas le type « ${charttype} ».`);
  }
  return read;
}

/** SPARKLINE: the cell's value is an empty text, the drawing is read apart. */
export const sparkline: readonly FunctionDeclaration[] = [
  {
    name: "SPARKLINE",
    required: 1,
    takes: ["range", "range"],
    arrayContext: true,
    run: ([data, options], call) => {
      readSparkline(data, options, call);
      return "";
    },
  },
];
