import type { Guichet, GuichetId } from "../rules/guichet.js";
import { applyReglages, type KindReglage, reglagesOf } from "../rules/reglages.js";
import { type Cell, isEmpty, type Reader } from "./cell.js";
import { readEuros, readNumber, readRate, readWhole } from "./numbers.js";
import { readDay } from "./readers.js";
import { lire, SaisieInvalide } from "./saisie.js";
import { readGuichetId } from "./vocabulary.js";

/** The settings tab as read: values by key, in lower case. */
export interface Parametres {
  readonly guichet: GuichetId | undefined;
  readonly valeurs: ReadonlyMap<string, Cell>;
}

/**
 * Reads the first two columns of the settings tab. Keys compare without case; the first of a key
 * written twice counts.
 *
 * @param rows key and value of each row, a header row or not
 * @throws SaisieInvalide where the guichet is not one
 */
export function readParametres(rows: readonly (readonly Cell[])[]): Parametres {
  const valeurs = new Map<string, Cell>();
  for (const [cle = "", valeur = ""] of rows) {
    const key = cleNormale(String(cle));
    if (key !== "" && !isEmpty(valeur) && !valeurs.has(key)) valeurs.set(key, valeur);
  }
  const guichet = lire("Paramètres, clé guichet", valeurs.get("guichet") ?? "", readGuichetId);
  return { guichet, valeurs };
}

/** A key as it compares. */
export function cleNormale(cle: string): string {
  return cle.trim().toLowerCase();
}

const READERS: Readonly<Record<KindReglage, Reader<number | string>>> = {
  euro: readEuros,
  rate: readRate,
  day: readDay,
  integer: readWhole(),
  weight: readNumber,
};

/**
 * A guichet with the préfecture's settings applied. A key prefixed with the guichet's id wins; a bare
 * key counts for the workbook's own guichet alone.
 *
 * @throws SaisieInvalide where a setting of this guichet is malformed
 */
export function applyParametres(guichet: Guichet, parametres: Parametres): Guichet {
  const own = parametres.guichet === guichet.id;
  const numbers = new Map<string, number | string>();
  for (const { cle, kind } of reglagesOf(guichet)) {
    const prefixed = cleNormale(`${guichet.id}.${cle}`);
    const key = parametres.valeurs.has(prefixed) || !own ? prefixed : cle;
    const value = lire(`Paramètres, clé ${key}`, parametres.valeurs.get(key) ?? "", READERS[kind]);
    if (value !== undefined) numbers.set(cle, value);
  }
  refuseUnusable(guichet, numbers);
  return applyReglages(guichet, numbers);
}

/** Numbers that are well written but that no rule could mean. */
function refuseUnusable(guichet: Guichet, numbers: ReadonlyMap<string, number | string>): void {
  for (const { cle, kind, valeur } of reglagesOf(guichet)) {
    if (kind !== "rate" || !cle.endsWith(".min")) continue;
    const max = cle.replace(/min$/, "max");
    const upper = numbers.get(max) ?? reglagesOf(guichet).find((r) => r.cle === max)?.valeur;
    const lower = numbers.get(cle) ?? valeur;
    if (typeof lower === "number" && typeof upper === "number" && lower > upper) {
      throw new SaisieInvalide(
        `Paramètres, clé ${cle}\u00a0: le taux minimum dépasse le taux maximum (clé ${max}).`,
      );
    }
  }
}
