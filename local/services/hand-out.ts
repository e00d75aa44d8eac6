import { remembered, rememberedOf } from "../engine/remembered.js";
import { admit } from "./admit.js";
import type { ServiceContext } from "./context.js";
import { NotImplementedError } from "./errors.js";
import { behind, type Cost, hold, type Kind, kindOf, type Member } from "./kind.js";
import { errorInRealm, inRealm } from "./realm.js";
import { checkArguments, readSignature } from "./signature.js";

type Body<S> = Member<S>["run"];

function member<S>(cost: Cost): (takes: string, run: Body<S>) => Member<S> {
  return (takes, run) => ({ cost, takes: readSignature(takes), run });
}

/** The three ways to declare a member of a kind whose objects carry the state `S`. */
export function membersOf<S>() {
  return { free: member<S>("free"), read: member<S>("read"), write: member<S>("write") };
}

/** Names that the language itself looks up on any object. */
const LANGUAGE_NAMES = new Set(["then", "toJSON", "valueOf", "constructor"]);

/** Tells handed-out objects from plain ones. */
class HandedOut {}

/** Makes the object that a script holds: it has the kind's members and throws on any other. */
export function handOut<S>(context: ServiceContext, kind: Kind<S>, state: S): object {
  const self: object = new Proxy(new HandedOut(), {
    get(_, name) {
      if (typeof name === "symbol") return undefined;
      if (Object.hasOwn(kind.members, name)) return callersOf(kind as Kind<unknown>)(name);
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
  hold(self, { kind: kind as Kind<unknown>, state, context });
  return self;
}

const callersOf = rememberedOf((kind: Kind<unknown>) =>
  remembered(
    (name: string) =>
      function (this: unknown, ...args: unknown[]) {
        return call(this, kind, name, args);
      },
  ),
);

function call(self: unknown, kind: Kind<unknown>, name: string, args: unknown[]): unknown {
  const found = behind(self);
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
