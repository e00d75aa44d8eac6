import { isDate } from "../engine/dates/isDate.js";

/** The constructors of the world the script runs in: what crosses to it must be made with them. */
export interface Realm {
  readonly Date: DateConstructor;
  readonly Error: ErrorConstructor;
  readonly Array: ArrayConstructor;
  readonly Object: ObjectConstructor;
}

/** The world that this code itself runs in. */
export const OWN_REALM: Realm = { Date, Error, Array, Object };

/** Whether a value is an object written `{…}`, of any realm. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype as object) === null;
}

/** Rebuilds arrays, plain objects and dates with the constructors of a realm; other values pass. */
export function inRealm(value: unknown, realm: Realm): unknown {
  if (Array.isArray(value)) return realm.Array.from(value, (item) => inRealm(item, realm));
  if (typeof value !== "object" || value === null) return value;
  if (isDate(value)) return new realm.Date(value.getTime());
  if (!isPlainObject(value)) return value;
  const copy = new realm.Object() as Record<string, unknown>;
  for (const [key, item] of Object.entries(value)) copy[key] = inRealm(item, realm);
  return copy;
}

/** The same failure as an `Error` of a realm. */
export function errorInRealm(error: unknown, realm: Realm): unknown {
  if (realm.Error === Error || !(error instanceof Error)) return error;
  const copy = new realm.Error(error.message, { cause: error });
  copy.name = error.name;
  return copy;
}
