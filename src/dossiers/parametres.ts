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
  const guichet = lireReglage({ valeurs }, "guichet", readGuichetId);
  return { guichet, valeurs };
}

/** The guichet where none is set anywhere. */
export const GUICHET_PAR_DEFAUT: GuichetId = "DITP";

/** A key as it compares. @example cleNormale(" HDF.taux.max ") // "hdf.taux.max" */
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
 * The value of a setting; nothing where it is not set.
 *
 * @param cle key as it compares
 * @throws SaisieInvalide naming the key where its value is malformed
 */
export function lireReglage<T>(
  { valeurs }: Pick<Parametres, "valeurs">,
  cle: string,
  reader: Reader<T>,
): T | undefined {
  return lire(`Paramètres, clé ${cle}`, valeurs.get(cle) ?? "", reader);
}

/**
 * The key under which a number of a guichet is set. A key prefixed with the guichet's id wins; a bare
 * key counts for the workbook's own guichet alone.
 *
 * @param cle key of the number, `"taux.max"`
 * @returns `"hdf.taux.max"`, or `"taux.max"`
 */
export function cleDuGuichet(parametres: Parametres, id: GuichetId, cle: string): string {
  const prefixed = cleNormale(`${id}.${cle}`);
  const own = (parametres.guichet ?? GUICHET_PAR_DEFAUT) === id;
  return parametres.valeurs.has(prefixed) || !own ? prefixed : cle;
}

/**
 * A guichet with the préfecture's settings applied.
 *
 * @throws SaisieInvalide where a setting of this guichet is malformed
 */
export function applyParametres(guichet: Guichet, parametres: Parametres): Guichet {
  const numbers = new Map<string, number | string>();
  for (const { cle, kind } of reglagesOf(guichet)) {
    const key = cleDuGuichet(parametres, guichet.id, cle);
    const value = lireReglage(parametres, key, READERS[kind]);
    if (value !== undefined) numbers.set(cle, value);
  }
  refuseUnusable(guichet, numbers);
  return applyReglages(guichet, numbers);
}

/** Numbers that are well written but that no rule could mean. */
function refuseUnusable(guichet: Guichet, numbers: ReadonlyMap<string, number | string>): void {
  const effective = new Map(reglagesOf(guichet).map(({ cle, valeur }) => [cle, valeur]));
  for (const [cle, value] of numbers) effective.set(cle, value);
  const refuse = (cle: string, why: string) => {
    throw new SaisieInvalide(`Paramètres, clé ${cle}\u00a0: ${why}`);
  };
  for (const cle of numbers.keys()) {
    const value = effective.get(cle);
    const pair = PAIRS.find(([low, high]) => cle.endsWith(low) || cle.endsWith(high));
    if (pair) {
      const low = cle.replace(pair[1], pair[0]);
      const high = cle.replace(pair[0], pair[1]);
      if (isAbove(effective.get(low), effective.get(high))) {
        refuse(low, `la borne basse dépasse la borne haute (clé ${high}).`);
      }
    }
    if (cle === "effet.mois" && value === 0) refuse(cle, "lu 0, attendu au moins un mois.");
    if (cle === "resultats.annee" && (Number(value) < 2000 || Number(value) > 2100)) {
      refuse(cle, `lu ${value}, attendu une année, par exemple 2022.`);
    }
  }
  if (
    numbers.has("forfait.commune.petite") &&
    effective.get("forfait.commune.seuil") === undefined
  ) {
    refuse(
      "forfait.commune.petite",
      "il faut aussi la clé forfait.commune.seuil, la population en dessous de laquelle une commune est petite.",
    );
  }
}

/** Ends of keys that bound one number from below and from above. */
const PAIRS: readonly (readonly [string, string])[] = [
  [".min", ".max"],
  [".debut", ".fin"],
];

/** Whether a lower bound lies above its upper one; days and numbers compare as they are. */
function isAbove(low: number | string | undefined, high: number | string | undefined): boolean {
  return low !== undefined && high !== undefined && low > high;
}
