import type { Value } from "../../types.js";
import type { Call } from "../evaluation/call.js";
import type { Result } from "../evaluation/result.js";
import type { Expression } from "../syntax/expression.js";

/**
 * How an argument is handed over:
 * - `value`: one value, an error stops the call; in array context the function is called per cell;
 * - `any`: the same, errors handed over too;
 * - `range`: a range or an array as it is.
 */
export type Parameter = "value" | "any" | "range";

interface Common {
  readonly name: string;
  /** Fewest arguments accepted. */
  readonly required: number;
  /** Can the result fill several cells? */
  readonly spills?: boolean | ((args: readonly Expression[]) => boolean);
}

/** A function whose arguments are evaluated before it runs. */
export interface EagerFunction extends Common {
  readonly takes: readonly Parameter[];
  /** How many of the last parameters repeat without end; 0 where none does. */
  readonly repeat?: number;
  /** Evaluates its arguments cell by cell, as ARRAYFORMULA does. */
  readonly arrayContext?: true;
  // biome-ignore lint/suspicious/noExplicitAny: each declaration narrows its arguments by `takes`
  readonly run: (args: any[], call: Call) => Result;
}

/** A function that decides which of its arguments are evaluated. */
export interface LazyFunction extends Common {
  /** Most arguments accepted. */
  readonly most: number;
  readonly evaluate: (args: readonly Expression[], call: Call) => Result;
}

export type FunctionDeclaration = EagerFunction | LazyFunction;

/** Shorthand: a function of single values. */
export function ofValues(
  name: string,
  required: number,
  most: number,
  run: (args: (Value | undefined)[], call: Call) => Result,
): EagerFunction {
  return { name, required, takes: new Array<Parameter>(most).fill("value"), run };
}

/** Shorthand: a function of any number of ranges and values. */
export function ofRanges(
  name: string,
  run: (args: Result[], call: Call) => Result,
  options: { readonly arrayContext?: true } = {},
): EagerFunction {
  return { name, required: 1, takes: ["range"], repeat: 1, run, ...options };
}
