import type { Brut } from "./brut.js";
import { texteBrut } from "./brut.js";

/** Where each dossier stands; a number found twice is in `doubles`. */
export interface LignesParNumero {
  /** One-based row of each number. */
  readonly lignes: ReadonlyMap<string, number>;
  readonly doubles: ReadonlyMap<string, readonly number[]>;
}

/** A dossier's number as it is compared. @example numeroDe(1234567) // "1234567" */
export function numeroDe(cell: Brut | undefined): string {
  return cell === undefined ? "" : texteBrut(cell).trim();
}

/**
 * Finds each dossier's row by its number.
 *
 * @param rows all the cells of the tab
 * @param premiere one-based row of the first dossier
 * @param colonne zero-based column of the numbers
 */
export function lignesParNumero(
  rows: readonly (readonly Brut[])[],
  premiere: number,
  colonne: number,
): LignesParNumero {
  const lignes = new Map<string, number>();
  const doubles = new Map<string, number[]>();
  rows.slice(premiere - 1).forEach((row, index) => {
    const numero = numeroDe(row[colonne]);
    if (numero === "") return;
    const known = lignes.get(numero);
    if (known === undefined) lignes.set(numero, premiere + index);
    else doubles.set(numero, [...(doubles.get(numero) ?? [known]), premiere + index]);
  });
  return { lignes, doubles };
}
