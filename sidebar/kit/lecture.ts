import { expected, type Reading } from "../../src/dossiers/cell.js";
import { isTooPrecise, readRate, readTypedEuros, readWhole } from "../../src/dossiers/numbers.js";
import { luAttendu } from "../../src/dossiers/text.js";
import type { Cents } from "../../src/rules/cents.js";
import type { Points } from "../../src/rules/points.js";

/** What a typed text says: its value, nothing where it is empty, or what is wrong with it, in French. */
export type Lecture<T> =
  | { readonly valeur?: T; readonly erreur?: undefined }
  | { readonly valeur?: undefined; readonly erreur: string };

function lecture<T>(text: string, reading: Reading<T>): Lecture<T> {
  if (!reading.ok) return { erreur: luAttendu(text, reading.attendu) };
  return reading.value === undefined ? {} : { valeur: reading.value };
}

/** Reads a typed amount. @example lireMontant("12 000,50 €") // { valeur: 1200050 } */
export function lireMontant(text: string): Lecture<Cents> {
  return lecture(text, readTypedEuros(text));
}

/**
 * Reads a typed rate. With a sign, `80 %`, or as a share up to 1, `0,8`; above 1 it can only be
 * a percentage, `80`. A percentage has two decimals at most.
 *
 * @example lireTaux("80") // { valeur: 8000 }
 */
export function lireTaux(text: string): Lecture<Points> {
  const plain = readRate(text);
  const signed = /%\s*$/.test(text);
  const reading = plain.ok || signed ? plain : readRate(`${text}%`);
  if (!reading.ok) return lecture(text, plain);
  const share = plain.ok && !signed;
  return lecture(
    text,
    isTooPrecise(text.replace(/%\s*$/, ""), share ? 4 : 2) ? expected(TAUX_PRECIS) : reading,
  );
}

const TAUX_PRECIS = "un taux à deux décimales au plus (par exemple 66,67\u00a0%)";

/** Reads a typed score, a whole number from 0 to the highest. @example lireNote("3", 5) // { valeur: 3 } */
export function lireNote(text: string, max: number): Lecture<number> {
  const reading = readWhole()(text);
  const fits = reading.ok && (reading.value === undefined || reading.value <= max);
  return lecture(text, fits ? reading : expected(`un nombre entier de 0 à ${max}`));
}

/** A mean of scores as it is shown. @example ecrireNote(3.5) // "3,5" */
export function ecrireNote(note: number): string {
  return String(note).replace(".", ",");
}
