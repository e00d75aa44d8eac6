import { compter } from "../dossiers/text.js";
import type { DossierSuivi } from "./suivi.js";

/** How many dossiers a cell names. */
const NOMMES = 15;

/** What a dossier goes by: its number, else its row. */
export function numeroOuLigne({ dossier, ligne }: Pick<DossierSuivi, "dossier" | "ligne">): string {
  return dossier.faits.numero ?? `ligne ${ligne}`;
}

/**
 * Dossiers as a cell names them; the first ones where there are many.
 *
 * @example nommer(["12", "15"]) // "12, 15"
 */
export function nommer(numeros: readonly string[]): string {
  const more = numeros.length - NOMMES;
  const rest = more > 0 ? ` et ${compter(more, "autre", "autres")}` : "";
  return `${numeros.slice(0, NOMMES).join(", ")}${rest}`;
}
