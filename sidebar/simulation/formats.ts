import { readEuros } from "../../src/dossiers/numbers.js";
import { compter } from "../../src/dossiers/text.js";
import { type Cents, formatEuros, groupThousands } from "../../src/rules/cents.js";
import type { Bilan, Objectif } from "../../src/rules/scenario.js";

/** An amount, or a dash. */
export const euros = (cents: Cents | undefined) => (cents === undefined ? "–" : formatEuros(cents));

/** A score in hundredths. @example score(1250) // "12,50" */
export const score = (hundredths: number | undefined) =>
  hundredths === undefined
    ? "–"
    : `${groupThousands(Math.floor(hundredths / 100))},${String(hundredths % 100).padStart(2, "0")}`;

export const habitants = (count: number | undefined) =>
  count === undefined ? "–" : groupThousands(count);

/** An amount as a field shows it, ready to be typed over. @example saisi(1250050) // "12500,50" */
export function saisi(cents: Cents | undefined): string {
  if (cents === undefined) return "";
  const rest = cents % 100;
  const whole = String((cents - rest) / 100);
  return rest === 0 ? whole : `${whole},${String(rest).padStart(2, "0")}`;
}

/** The amount typed; `undefined` where there is none, and what is wrong where it is no amount. */
export function lireSaisie(text: string): { cents?: Cents; erreur?: string } {
  const reading = readEuros(text);
  if (!reading.ok) return { erreur: `lu «\u00a0${text}\u00a0», attendu ${reading.attendu}.` };
  return reading.value === undefined ? {} : { cents: reading.value };
}

/** An amount of what is looked for, with its unit. */
export function quantite(objectif: Objectif, value: number): string {
  if (objectif === "Score") return `un score total de ${score(value)}`;
  return objectif === "Dossiers"
    ? compter(value, "dossier", "dossiers")
    : `${habitants(value)}\u00a0habitants`;
}

/** What a choice amounts to, in a sentence. */
export function phraseBilan({ nombre, montant, score: points, population }: Bilan): string {
  const count = compter(nombre, "dossier", "dossiers");
  return `${count}, ${euros(montant)}, score total ${score(points)}, ${habitants(population)} habitants`;
}
