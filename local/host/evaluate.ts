import type { Realm } from "../services/index.js";

/** What evaluating a script's text leaves behind. */
export interface Evaluated {
  readonly realm: Realm;
  /** Top-level functions of the script, by name. */
  readonly functions: ReadonlyMap<string, (...args: unknown[]) => unknown>;
}

/**
 * Runs the text of a script where it sees the ECMAScript globals and `globals`, nothing else. Another
 * way than Node's can be given, as a page needs.
 */
export type Evaluate = (code: string, globals: Readonly<Record<string, unknown>>) => Evaluated;
