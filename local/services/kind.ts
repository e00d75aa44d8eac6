import type { ServiceContext } from "./context.js";
import type { Signature } from "./signature.js";

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

/** What is behind an object that a script holds. */
interface Held {
  readonly kind: Kind<unknown>;
  readonly state: unknown;
  readonly context: ServiceContext;
}

const held = new WeakMap<object, Held>();

/** The kind of an object that was handed out; `undefined` for anything else. */
export function kindOf(value: unknown): Kind<unknown> | undefined {
  return behind(value)?.kind;
}

/** The state of an object that was handed out as `kind`. */
export function stateOf<S>(kind: Kind<S>, value: object): S {
  const found = held.get(value);
  if (found?.kind !== kind) throw new Error(`Not a ${kind.name}`);
  return found.state as S;
}

/** Notes what is behind an object. */
export function hold(self: object, behind: Held): void {
  held.set(self, behind);
}

/** What is behind a value; `undefined` where it was not handed out. */
export function behind(value: unknown): Held | undefined {
  return typeof value === "object" && value !== null ? held.get(value) : undefined;
}
