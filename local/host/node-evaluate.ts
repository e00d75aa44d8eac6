import { createContext, runInContext } from "node:vm";
import type { Realm } from "../services/index.js";
import type { Evaluate } from "./evaluate.js";

/** Globals of a fresh context that are V8's and not ECMAScript's, or that Apps Script lacks. */
const FOREIGN = ["WebAssembly", "console", "SharedArrayBuffer", "Atomics"];

/** Evaluates a script in a new context of Node's. */
export const nodeEvaluate: Evaluate = (code, globals) => {
  const sandbox: Record<string, unknown> = Object.create(null);
  createContext(sandbox);
  for (const name of FOREIGN) runInContext(`delete globalThis.${name}`, sandbox);
  Object.assign(sandbox, globals);
  const realm = runInContext("({ Date, Error, Array, Object })", sandbox) as Realm;
  runInContext(code, sandbox, { filename: "Code.js" });
  const functions = Object.entries(sandbox).flatMap(([name, value]) =>
    typeof value === "function" && !Object.hasOwn(globals, name)
      ? [[name, value as (...args: unknown[]) => unknown] as const]
      : [],
  );
  return { realm, functions: new Map(functions) };
};
