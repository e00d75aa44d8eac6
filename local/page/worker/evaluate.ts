import type { Evaluate } from "../../host/evaluate.js";
import { OWN_REALM } from "../../services/index.js";

/** What a script sees of the worker's globals: ECMAScript's own, none of the browser's. */
const ECMASCRIPT = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date
  Promise RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError
  JSON Math Intl ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array
  Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set
  WeakMap WeakSet WeakRef FinalizationRegistry Proxy Reflect decodeURI decodeURIComponent encodeURI
  encodeURIComponent escape unescape eval isFinite isNaN Iterator`.split(/\s+/),
);

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** Names of every global of the worker, inherited ones too. */
function globalNames(): Set<string> {
  const names = new Set<string>();
  for (let at: object | null = globalThis; at; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  }
  return names;
}

/**
 * Evaluates the script in a function whose parameters are the services and hide the browser's globals.
 * The script loads a part of itself with `new Function`, which would see the worker's own globals: it
 * gets a `Function` that makes functions of the same scope.
 */
export const workerEvaluate: Evaluate = (code, globals) => {
  const scope: Record<string, unknown> = {};
  for (const name of globalNames()) {
    if (IDENTIFIER.test(name) && !ECMASCRIPT.has(name)) scope[name] = undefined;
  }
  Object.assign(scope, globals);
  scope.Function = scopedFunction(scope);
  scope.globalThis = { ...ownGlobals(), ...scope };
  const declared = [...code.matchAll(/^function ([A-Za-z_$][\w$]*)\(/gm)].map((match) => match[1]);
  const run = inScope(scope, `${code}\nreturn { ${declared.join(", ")} };`);
  const functions = run() as Record<string, (...args: unknown[]) => unknown>;
  return { realm: OWN_REALM, functions: new Map(Object.entries(functions)) };
};

/** ECMAScript's globals by name. */
function ownGlobals(): Record<string, unknown> {
  const world = globalThis as unknown as Record<string, unknown>;
  return Object.fromEntries([...ECMASCRIPT].map((name) => [name, world[name]]));
}

/** A function of no argument with this body, whose free names are those of the scope. */
function inScope(scope: Readonly<Record<string, unknown>>, body: string): () => unknown {
  const make = new Function(...Object.keys(scope), `return function () {\n${body}\n};`);
  return make(...Object.values(scope)) as () => unknown;
}

function scopedFunction(scope: Readonly<Record<string, unknown>>): FunctionConstructor {
  const make = (texts: string[]) => {
    const body = texts.pop() ?? "";
    return inScope(scope, `return function (${texts.join(", ")}) {\n${body}\n};`)() as object;
  };
  return new Proxy(Function, {
    apply: (_function, _self, texts: string[]) => make([...texts]),
    construct: (_function, texts: string[]) => make([...texts]),
  });
}
