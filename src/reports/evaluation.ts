import type { Cell } from "../dossiers/cell.js";
import type { LigneTable } from "../dossiers/table.js";
import { normalise } from "../dossiers/text.js";

/** One criterion of the grid that the regional level sets. */
export interface CritereEvaluation {
  readonly code: string;
  readonly libelle: string;
}

/** The grid, from the settings: criteria and highest score; no document gives any. */
export interface Grille {
  readonly criteres: readonly CritereEvaluation[];
  /** Scores go from 0 to this. */
  readonly echelle: number;
}

const PREFIXE = "evaluation.";
const CLE_ECHELLE = "evaluation.echelle";

/** Highest score where the settings give none. */
const ECHELLE = 5;

/**
 * The grid of evaluation set in `Paramètres`: one key `evaluation.CODE` for each criterion, its wording as
 * value; `evaluation.echelle` is the highest score.
 *
 * @param valeurs settings by key, in lower case
 * @returns no criterion where the regional level's grid was not typed in
 */
export function grilleDe(valeurs: ReadonlyMap<string, Cell>): Grille {
  const echelle = Number(valeurs.get(CLE_ECHELLE));
  return {
    criteres: [...valeurs].flatMap(([cle, valeur]) =>
      cle.startsWith(PREFIXE) && cle !== CLE_ECHELLE
        ? [critereDe(cle.slice(PREFIXE.length), String(valeur).trim())]
        : [],
    ),
    echelle: Number.isInteger(echelle) && echelle > 0 ? echelle : ECHELLE,
  };
}

/** A criterion without a wording goes by its code. */
function critereDe(code: string, libelle: string): CritereEvaluation {
  return { code, libelle: libelle === "" ? code : libelle };
}

export type LigneEvaluation = LigneTable<"Évaluations">;

/** The row of a criterion among a lauréat's; by its code or its wording, the last one written. */
export function evaluationDe(
  lignes: readonly LigneEvaluation[],
  { code, libelle }: CritereEvaluation,
): LigneEvaluation | undefined {
  const names = new Set([normalise(code), normalise(libelle)]);
  return [...lignes].reverse().find(({ valeurs }) => names.has(normalise(valeurs.critere ?? "")));
}
