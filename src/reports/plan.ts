import type { Cell } from "../dossiers/cell.js";
import type { Day } from "../rules/day.js";

/**
 * What a program writes into a cell: a text stays text whatever it begins with, a day is shown as a
 * date, a formula uses English names, `;`, no decimal and no array literal.
 */
export type Contenu =
  | Cell
  | { readonly formule: string }
  | { readonly jour: Day }
  /** A date as the spreadsheet counts it, time of day included: what a cell held, put back. */
  | { readonly serie: number };

/** How a cell looks; the border knows what each name means. */
export type Style =
  | "titre"
  | "section"
  | "entete"
  | "texte"
  | "long"
  | "note"
  | "euro"
  | "taux"
  | "entier"
  | "jour"
  | "total"
  | "total_euro"
  /** A cell for a person to fill. */
  | "saisie";

export interface Cellule {
  readonly contenu: Contenu;
  readonly style: Style;
}

/** A chart of cells of its own tab; rows and columns count from 1. */
export interface Graphique {
  readonly type: "courbe" | "colonnes";
  readonly titre: string;
  /** Labels in the first column, a series in each other one, their names in the first row. */
  readonly donnees: {
    readonly ligne: number;
    readonly colonne: number;
    readonly lignes: number;
    readonly colonnes: number;
  };
  /** The cell it hangs from, and its size in pixels. */
  readonly ligne: number;
  readonly colonne: number;
  readonly largeur: number;
  readonly hauteur: number;
  readonly couleurs: readonly string[];
}

/** A whole tab as data: what a report makes, and what golden tests compare. */
export interface PlanOnglet {
  readonly nom: string;
  /** Rows of one width: the border writes them in one go. */
  readonly lignes: readonly (readonly Cellule[])[];
  /** Width in pixels of each column. */
  readonly largeurs: readonly number[];
  /** How many rows stay in view. */
  readonly figees: number;
  readonly graphiques?: readonly Graphique[];
}

export const cellule = (contenu: Contenu, style: Style = "texte"): Cellule => ({ contenu, style });

/** A row filled up with empty cells to a width. */
export function completer(cells: readonly Cellule[], width: number): readonly Cellule[] {
  return [
    ...cells,
    ...Array.from({ length: Math.max(0, width - cells.length) }, () => cellule("")),
  ];
}

/** A text inside a formula: quoted, its own quotes doubled. @example texteDeFormule('L"île') // '"L""île"' */
export function texteDeFormule(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** A tab's name inside a formula. @example nomDeFormule("L'onglet") // "'L''onglet'" */
export function nomDeFormule(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}
