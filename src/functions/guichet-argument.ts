import type { Cell } from "../dossiers/cell.js";
import { isEmpty } from "../dossiers/cell.js";
import {
  applyParametres,
  GUICHET_PAR_DEFAUT,
  type Parametres,
  readParametres,
} from "../dossiers/parametres.js";
import { lire, SaisieInvalide } from "../dossiers/saisie.js";
import { readGuichetId } from "../dossiers/vocabulary.js";
import { GUICHETS } from "../guichets/index.js";
import type { Guichet, GuichetId } from "../rules/guichet.js";
import { isRange } from "./broadcast.js";
import type { Argument, Context, Parameter } from "./types.js";

/** The guichet of a row of the result; a row's own id wins where one is given. */
export type GuichetOfRow = (row: number, own?: GuichetId) => Guichet;

export const GUICHET_PARAMETER: Parameter = {
  name: "guichet",
  help: "Facultatif : identifiant (« IDF-V1 »), colonne d’identifiants ou plage GUICHET des paramètres. Par défaut : le guichet du classeur, sinon DITP.",
  optional: true,
};

/**
 * What the `guichet` argument says: an id, a column of ids, the two-column settings range, or nothing
 * (the workbook's guichet).
 *
 * @throws SaisieInvalide where the range has another width or a setting is malformed
 */
export function guichetArgument(argument: Argument, context: Context): GuichetOfRow {
  if (isRange(argument) && argument[0]?.length === 2) {
    return withParametres(readParametres(argument));
  }
  if (isRange(argument) && (argument[0]?.length ?? 0) > 2) {
    throw new SaisieInvalide(
      "guichet\u00a0: attendu une cellule, une colonne d’identifiants ou la plage GUICHET à deux colonnes.",
    );
  }
  const cellOf = (row: number): Cell =>
    isRange(argument) ? (argument[argument.length === 1 ? 0 : row]?.[0] ?? "") : (argument ?? "");
  let fallback: GuichetOfRow | undefined;
  const byDefault = () => {
    fallback ??= withParametres(context.parametres() ?? NO_PARAMETRES);
    return fallback;
  };
  return (row, own) => {
    const cell = cellOf(row);
    if (isEmpty(cell)) return byDefault()(row, own);
    const id = own ?? lire("guichet", cell, readGuichetId);
    return id ? GUICHETS[id] : byDefault()(row);
  };
}

/** How many rows a column of guichets has; nothing for a single cell or the settings range. */
export function guichetRows(argument: Argument): number | undefined {
  return isRange(argument) && argument[0]?.length === 1 && argument.length > 1
    ? argument.length
    : undefined;
}

const NO_PARAMETRES: Parametres = { guichet: undefined, valeurs: new Map() };

/** The workbook's guichets with its settings, each worked out once. */
export function withParametres(parametres: Parametres): GuichetOfRow {
  const known = new Map<GuichetId, Guichet>();
  return (_row, own) => {
    const id = own ?? parametres.guichet ?? GUICHET_PAR_DEFAUT;
    const guichet = known.get(id) ?? applyParametres(GUICHETS[id], parametres);
    known.set(id, guichet);
    return guichet;
  };
}
