import { admit } from "./admit.js";
import type { ServiceContext } from "./context.js";
import { NotImplementedError } from "./errors.js";
import { errorInRealm, inRealm } from "./realm.js";
import { checkArguments, readSignature, type Signature } from "./signature.js";

/** What a member's body works with: the object's own state, the world, and the object as scripts hold it. */
export interface On<S> {
  readonly state: S;
  readonly context: ServiceContext;
  readonly self: object;
}

/** `free`: navigation and builders; `read` and `write`: calls that Google's servers answer, counted. */
export type Cost = "free" | "read" | "write";

export interface Member<S> {
  readonly cost: Cost;
  readonly takes: Signature;
  readonly run: (on: On<S>, ...args: never[]) => unknown;
}

/** A class of Google's services: `family` is the service it belongs to. */
export interface Kind<S> {
  readonly family: string;
  readonly name: string;
  readonly members: Readonly<Record<string, Member<S>>>;
  /** Values that are read without a call, such as enumerations. */
  readonly constants?: Readonly<Record<string, unknown>>;
}

type Body<S> = Member<S>["run"];

function member<S>(cost: Cost): (takes: string, run: Body<S>) => Member<S> {
  return (takes, run) => ({ cost, takes: readSignature(takes), run });
}

/** The three ways to declare a member of a kind whose objects carry the state `S`. */
export function membersOf<S>() {
  return { free: member<S>("free"), read: member<S>("read"), write: member<S>("write") };
}

interface Held {
  readonly kind: Kind<unknown>;
  readonly state: unknown;
  readonly context: ServiceContext;
}

const held = new WeakMap<object, Held>();

/** Names that the language itself looks up on any object. */
const LANGUAGE_NAMES = new Set(["then", "toJSON", "valueOf", "constructor"]);

/** Tells handed-out objects from plain ones. */
class HandedOut {}

/** Makes the object that a script holds: it has the kind's members and throws on any other. */
export function handOut<S>(context: ServiceContext, kind: Kind<S>, state: S): object {
  const self: object = new Proxy(new HandedOut(), {
    get(_, name) {
      if (typeof name === "symbol") return undefined;
      if (Object.hasOwn(kind.members, name)) return caller(kind as Kind<unknown>, name);
      if (kind.constants && Object.hasOwn(kind.constants, name)) return kind.constants[name];
      if (name === "toString") return () => kind.name;
      if (LANGUAGE_NAMES.has(name)) return undefined;
      throw errorInRealm(new NotImplementedError(`${kind.name}.${name}`), context.realm);
    },
    set(_, name) {
      const error = new NotImplementedError(`Setting ${kind.name}.${String(name)}`);
      throw errorInRealm(error, context.realm);
    },
  });
  held.set(self, { kind: kind as Kind<unknown>, state, context });
  return self;
}

/** The kind of an object that was handed out; `undefined` for anything else. */
export function kindOf(value: unknown): Kind<unknown> | undefined {
  return typeof value === "object" && value !== null ? held.get(value)?.kind : undefined;
}

/** The state of an object that was handed out as `kind`. */
export function stateOf<S>(kind: Kind<S>, value: object): S {
  const found = held.get(value);
  if (found?.kind !== kind) throw new Error(`Not a ${kind.name}`);
  return found.state as S;
}

const callers = new WeakMap<Kind<unknown>, Map<string, unknown>>();

function caller(kind: Kind<unknown>, name: string): unknown {
  let known = callers.get(kind);
  if (!known) {
    known = new Map();
    callers.set(kind, known);
  }
  let found = known.get(name);
  if (!found) {
    found = function (this: unknown, ...args: unknown[]) {
      return call(this, kind, name, args);
    };
    known.set(name, found);
  }
  return found;
}

function call(self: unknown, kind: Kind<unknown>, name: string, args: unknown[]): unknown {
  const found = typeof self === "object" && self !== null ? held.get(self) : undefined;
  const declared = kind.members[name];
  if (!found || found.kind !== kind || !declared) {
    throw new TypeError(`${kind.name}.${name} was called without its object`);
  }
  const { context, state } = found;
  try {
    const title = kind.family === kind.name ? kind.name : `${kind.family}.${kind.name}`;
    checkArguments(`${title}.${name}`, declared.takes, args);
    admit(context, kind.name, name, declared.cost);
    const result = declared.run({ state, context, self: self as object }, ...(args as never[]));
    return kindOf(result) ? result : inRealm(result, context.realm);
  } catch (error) {
    throw errorInRealm(error, context.realm);
  }
}
