import { remembered } from "../engine/remembered.js";
import type { ServiceContext } from "./context.js";
import { handOut, membersOf } from "./hand-out.js";
import { type Kind, kindOf, stateOf } from "./kind.js";

interface EnumState {
  readonly name: string;
  readonly ordinal: number;
}

const { free } = membersOf<EnumState>();

const MEMBERS: Kind<EnumState>["members"] = {
  name: free("", ({ state }) => state.name),
  toString: free("", ({ state }) => state.name),
  ordinal: free("", ({ state }) => state.ordinal),
  compareTo: free("any", ({ state }, other: object) => state.ordinal - enumState(other).ordinal),
};

/** Kind of the values of one enumeration. */
const valueKind = remembered(
  (title: string): Kind<EnumState> => ({ family: "SpreadsheetApp", name: title, members: MEMBERS }),
);

function enumState(value: object): EnumState {
  return stateOf(valueKind(kindOf(value)?.name ?? ""), value);
}

/** Name of an enumeration's value: `enumName(SpreadsheetApp.ProtectionType.RANGE)` is `RANGE`. */
export function enumName(value: object): string {
  return enumState(value).name;
}

/** An enumeration of Google's: an object with one constant per name. */
export function enumeration(context: ServiceContext, title: string, names: string): object {
  const kind = valueKind(title);
  const values = names
    .split(" ")
    .map((name, ordinal) => [name, handOut(context, kind, { name, ordinal })] as const);
  const all: Kind<undefined> = {
    family: "SpreadsheetApp",
    name: title,
    members: {},
    constants: Object.fromEntries(values),
  };
  return handOut(context, all, undefined);
}
