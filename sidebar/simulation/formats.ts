import { compter } from "../../src/dossiers/text.js";
import { type Cents, formatAmount, formatEuros, groupThousands } from "../../src/rules/cents.js";
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

/** An amount as a field shows it, empty where there is none. @example saisi(1250050) // "12 500,50" */
export const saisi = (cents: Cents | undefined) => (cents === undefined ? "" : formatAmount(cents));

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
