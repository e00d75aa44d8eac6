import { isDate } from "../engine/dates/isDate.js";
import { GoogleError } from "./errors.js";
import { kindOf } from "./kind.js";
import { isPlainObject } from "./realm.js";

/**
 * The ways a member may be called, separated by ` | `, each a list of types: `int int | string`.
 * `?` after a type also takes null, `...` after the last one any number of it.
 */
export type Signature = readonly (readonly string[])[];

export function readSignature(text: string): Signature {
  return text.split("|").map((way) => way.trim().split(/\s+/).filter(Boolean));
}

/** Throws Google's sentence where the arguments fit none of the ways. */
export function checkArguments(
  member: string,
  signature: Signature,
  args: readonly unknown[],
): void {
  if (signature.some((types) => fits(types, args))) return;
  const given = args.map(typeName).join(",");
  throw new GoogleError(
    `The parameters (${given}) don't match the method signature for ${member}.`,
  );
}

function fits(types: readonly string[], args: readonly unknown[]): boolean {
  const last = types.at(-1);
  if (last?.endsWith("...")) {
    const fixed = types.slice(0, -1);
    if (args.length < fixed.length) return false;
    return args.every((arg, at) => isOf(fixed[at] ?? last.slice(0, -3), arg));
  }
  return args.length === types.length && types.every((type, at) => isOf(type, args[at]));
}

function isOf(type: string, value: unknown): boolean {
  if (type.endsWith("?")) {
    return value === null || value === undefined || isOf(type.slice(0, -1), value);
  }
  switch (type) {
    case "any":
      return true;
    case "int":
      return Number.isInteger(value);
    case "number":
    case "string":
    case "boolean":
    case "function":
      return typeof value === type;
    case "date":
      return isDate(value);
    case "list":
      return Array.isArray(value);
    case "grid":
      return Array.isArray(value) && value.length > 0 && value.every(Array.isArray);
    case "object":
      return isPlainObject(value);
    default:
      return kindOf(value)?.name === type;
  }
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return "String";
  if (typeof value === "boolean") return "Boolean";
  if (typeof value === "number") return "number";
  if (Array.isArray(value)) return `${typeName(value.flat(2)[0])}[]`;
  if (isDate(value)) return "Date";
  const kind = kindOf(value);
  return kind ? `${kind.family}.${kind.name}` : "(class)";
}
