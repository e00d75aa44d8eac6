import type { Value } from "../../types.js";
import { fail, sound } from "./fault.js";
import type { Locale } from "./locale.js";
import { numberOfText } from "./readText.js";

/** The value as a number; a blank is 0, a text that spells none is #VALUE!. */
export function toNumber(value: Value, locale: Locale): number {
  if (typeof value === "number") return value;
  const plain = sound(value);
  if (plain === null) return 0;
  if (typeof plain === "boolean") return plain ? 1 : 0;
  const read = numberOfText(plain as string, locale);
  if (read !== undefined) return read;
  return fail("#VALUE!", `Un nombre est attendu, « ${plain} » est un texte.`);
}

/** The value as a text, with the locale's decimal mark; a blank is `""`. */
export function toText(value: Value, locale: Locale): string {
  if (typeof value === "string") return value;
  const plain = sound(value);
  if (plain === null) return "";
  if (typeof plain === "boolean") return booleanText(plain, locale);
  return numberText(plain as number, locale);
}

function booleanText(value: boolean, locale: Locale): string {
  if (locale.decimal === ",") return value ? "VRAI" : "FAUX";
  return value ? "TRUE" : "FALSE";
}

/** Fifteen significant digits, as a cell in automatic format shows a number joined to a text. */
export function numberText(value: number, locale: Locale): string {
  const text = String(Number(value.toPrecision(15)))
    .replace(/e([+-])(\d)$/, "E$10$2")
    .replace("e", "E");
  return locale.decimal === "," ? text.replace(".", ",") : text;
}

/** The value as a condition; a blank is FALSE. */
export function toLogical(value: Value): boolean {
  if (typeof value === "boolean") return value;
  const plain = sound(value);
  if (plain === null) return false;
  if (typeof plain === "number") return plain !== 0;
  const upper = (plain as string).trim().toUpperCase();
  if (upper === "TRUE" || upper === "VRAI") return true;
  if (upper === "FALSE" || upper === "FAUX" || upper === "") return false;
  return fail("#VALUE!", `VRAI ou FAUX est attendu, « ${plain} » est un texte.`);
}
