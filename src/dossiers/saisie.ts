import type { Cell, Reader, Reading } from "./cell.js";
import { luAttendu } from "./text.js";

/** Malformed input: its message names the argument, what was read and what is expected, in French. */
export class SaisieInvalide extends Error {
  override readonly name = "SaisieInvalide";
}

/**
 * The error for a value that is not what was expected.
 *
 * @example invalide("theme", "3z", "un thème").message // "theme : lu « 3z », attendu un thème."
 */
export function invalide(nom: string, lu: unknown, attendu: string): SaisieInvalide {
  return new SaisieInvalide(`${nom}\u00a0: ${luAttendu(lu, attendu)}`);
}

/** The value of a reading. @throws SaisieInvalide where it could not be read */
export function valeurLue<T>(nom: string, lu: Cell, reading: Reading<T>): T | undefined {
  if (!reading.ok) throw invalide(nom, lu, reading.attendu);
  return reading.value;
}

/** The value of a cell. @throws SaisieInvalide where the cell is malformed */
export function lire<T>(nom: string, cell: Cell, reader: Reader<T>): T | undefined {
  return valeurLue(nom, cell, reader(cell));
}

/**
 * The value of a cell that may not be empty.
 *
 * @throws SaisieInvalide where it is empty or malformed
 * @example exiger("cout", "12 500", readEuros) // 1250000
 */
export function exiger<T>(nom: string, cell: Cell, reader: Reader<T>): T {
  const value = lire(nom, cell, reader);
  if (value === undefined) {
    throw new SaisieInvalide(`${nom}\u00a0: cellule vide, une valeur est nécessaire.`);
  }
  return value;
}
