import { isDate } from "../engine/dates/isDate.js";

/**
 * An argument of `google.script.run` as the server gets it: a copy; what cannot be carried fails.
 * @throws where it holds a Date, a function or another object that Google refuses
 */
export function toServer(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint") {
    throw illegal(typeof value);
  }
  if (typeof value !== "object" || value === null) return value;
  if (isDate(value)) throw illegal("Date");
  if (Array.isArray(value)) return value.map(toServer);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toServer(item)]));
}

function illegal(what: string): Error {
  return new TypeError(
    `Failed due to illegal value in property: 0 (google.script.run ne transporte pas : ${what})`,
  );
}

/** A result as the page gets it: `null` for all of it where a Date is anywhere inside, as Google gives. */
export function toPage(value: unknown): unknown {
  return holdsDate(value) ? null : carried(value);
}

function holdsDate(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return isDate(value) || Object.values(value).some(holdsDate);
}

function carried(value: unknown): unknown {
  if (value === undefined || typeof value === "function" || typeof value === "symbol") return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(carried);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, carried(item)]));
}
