import type { Contenu } from "../reports/plan.js";
import type { Champ } from "../rules/dossier.js";
import type { Brut } from "./brut.js";
import { type LignesParNumero, lignesParNumero } from "./lignes-par-numero.js";
import type { OngletDossiers } from "./lire-suivi.js";
import type { Classeur, Refus } from "./ports.js";
import { refus } from "./ports.js";

/** The référent's tab as it stands now, cell by cell, with its formulas. */
export interface GrilleDossiers extends LignesParNumero {
  readonly nom: string;
  /** One-based row of the first dossier. */
  readonly premiere: number;
  /** Zero-based column of the numbers. */
  readonly numeros: number;
  readonly rows: readonly (readonly Brut[])[];
  readonly formules: readonly (readonly string[])[];
  /** One-based column of a field; `undefined` where the tab has none. */
  readonly colonneDe: (champ: Champ) => number | undefined;
  /** Formula of a cell, `""` where it has none. */
  readonly formuleDe: (ligne: number, colonne: number) => string;
  readonly valeurDe: (ligne: number, colonne: number) => Brut;
  /** What a cell holds, to be written again as it is. */
  readonly telQuel: (ligne: number, colonne: number) => Contenu;
  /** Last row in which a field of a dossier stands. */
  readonly derniere: number;
}

/**
 * Reads values and formulas of the référent's tab, in two service calls.
 *
 * @param onglet the tab as recognised just before: its header row must still be there
 */
export function lireGrille(classeur: Classeur, onglet: OngletDossiers): GrilleDossiers | Refus {
  const { nom, ligneEntetes, entetes } = onglet;
  const numeros = entetes.colonnes.get("numero");
  if (numeros === undefined) {
    return refus(
      `L’onglet «\u00a0${nom}\u00a0» n’a pas de colonne «\u00a0N° dossier\u00a0»\u00a0: sans elle, une ligne ne peut pas être retrouvée.`,
    );
  }
  const rows = classeur.lireBrut(nom);
  const formules = classeur.formules(nom);
  const headers = rows[ligneEntetes - 1] ?? [];
  const sameHeader = (header: Brut, texte: string) =>
    typeof header === "object" || String(header) === texte;
  if (!entetes.textes.every((texte, index) => sameHeader(headers[index] ?? "", texte))) {
    return refus(
      `Les en-têtes de l’onglet «\u00a0${nom}\u00a0» ont changé pendant l’enregistrement. Rien n’a été modifié\u00a0: recommencez.`,
    );
  }
  const formuleDe = (ligne: number, colonne: number) => formules[ligne - 1]?.[colonne - 1] ?? "";
  const valeurDe = (ligne: number, colonne: number) => rows[ligne - 1]?.[colonne - 1] ?? "";
  const known = [...entetes.colonnes.values()];
  const last = lastIndex(rows, (row) => known.some((column) => (row[column] ?? "") !== ""));
  return {
    ...lignesParNumero(rows, ligneEntetes + 1, numeros),
    nom,
    premiere: ligneEntetes + 1,
    numeros,
    rows,
    formules,
    colonneDe: (champ) => {
      const column = entetes.colonnes.get(champ);
      return column === undefined ? undefined : column + 1;
    },
    formuleDe,
    valeurDe,
    telQuel: (ligne, colonne) => {
      const formule = formuleDe(ligne, colonne);
      return formule === "" ? valeurDe(ligne, colonne) : { formule };
    },
    derniere: Math.max(ligneEntetes, last + 1),
  };
}

function lastIndex<T>(items: readonly T[], test: (item: T) => boolean): number {
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index];
    if (item !== undefined && test(item)) return index;
  }
  return -1;
}
