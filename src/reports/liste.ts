import { columnLetters } from "../dossiers/column-letters.js";
import { type Citation, formatCitation } from "../rules/citation.js";
import { typeset } from "../rules/typographie.js";
import {
  type Etendue,
  isVide,
  ligneEntete,
  nombre,
  sectionManques,
  somme,
  titres,
} from "./parties.js";
import { type Cellule, cellule, completer, type PlanOnglet } from "./plan.js";
import type { Manque } from "./suivi.js";

/** A column of a list. */
export interface ColonneListe<T> {
  readonly titre: string;
  /** Pixels. */
  readonly largeur: number;
  readonly cellule: (ligne: T) => Cellule;
  /** The column is added up at the foot. */
  readonly total?: true;
}

/** A list as a tab: what it is made of. */
export interface Liste<T> {
  readonly nom: string;
  readonly titre: string;
  /** What stands above the list: label and value. */
  readonly entete: readonly (readonly [libelle: string, valeur: string])[];
  /** What its lines are called: "Demandes". */
  readonly compte: string;
  /** Label and column of the total that the header repeats. */
  readonly montant?: { readonly libelle: string; readonly colonne: string };
  /** Texts that ask for the list, and readings of ours. */
  readonly sources: readonly Citation[];
  readonly remarques?: readonly string[];
  readonly colonnes: readonly ColonneListe<T>[];
  readonly lignes: readonly T[];
  /** Said in place of lines where there are none. */
  readonly vide: string;
  readonly manques: readonly Manque[];
  /** Zero-based columns wide enough for what is missing: number, applicant, what, where. */
  readonly places: readonly number[];
  /** Rows below what is missing. */
  readonly pied?: readonly (readonly Cellule[])[];
}

/**
 * The plan of a list: header with count and total, sources, one row for each line, totals as formulas,
 * what is missing and where to type it.
 */
export function planListe<T>(liste: Liste<T>): PlanOnglet {
  const { colonnes, lignes } = liste;
  const first = enteteDe(liste, VIDE).length + 3;
  const list: Etendue = { first, last: first + lignes.length - 1 };
  const rows: (readonly Cellule[])[] = [
    ...enteteDe(liste, list),
    [],
    titres(colonnes.map(({ titre }) => titre)),
    ...lignes.map((ligne) => colonnes.map((colonne) => colonne.cellule(ligne))),
    ...(isVide(list) ? [[cellule(liste.vide, "note")]] : []),
    ligneTotal(colonnes, list),
    [],
    ...sectionManques(liste.manques, liste.places),
    ...(liste.pied ?? []),
  ];
  return {
    nom: liste.nom,
    lignes: rows.map((row) => completer(row, colonnes.length)),
    largeurs: colonnes.map(({ largeur }) => largeur),
    figees: 1,
  };
}

const VIDE: Etendue = { first: 1, last: 0 };

/** Above the list: what it is, how much, and who asks for it. */
function enteteDe<T>(liste: Liste<T>, list: Etendue): readonly (readonly Cellule[])[] {
  const { titre, entete, compte, sources, remarques = [] } = liste;
  return [
    [cellule(titre, "titre")],
    ...entete.map(([libelle, valeur]) => ligneEntete(libelle, cellule(valeur))),
    ligneEntete(compte, nombre(list)),
    ...ligneMontant(liste, list),
    ...sources.map((source) => ligneEntete("Source", cellule(sourceDe(source)))),
    ...remarques.map((remarque) => ligneEntete("À noter", cellule(typeset(remarque)))),
  ];
}

/** A source as a reader follows it: what it asks, and where it says so. */
export function sourceDe(citation: Citation): string {
  return `${typeset(citation.note)} ${formatCitation(citation)}`;
}

function ligneMontant<T>({ montant, colonnes }: Liste<T>, list: Etendue): Cellule[][] {
  if (!montant) return [];
  const column = colonnes.findIndex(({ titre }) => titre === montant.colonne);
  return [ligneEntete(montant.libelle, cellule(somme(columnLetters(column), list), "euro"))];
}

function ligneTotal<T>(colonnes: readonly ColonneListe<T>[], list: Etendue): Cellule[] {
  return colonnes.map(({ total }, column) => {
    if (column === 0) return cellule("Total", "total");
    return total ? cellule(somme(columnLetters(column), list), "total_euro") : cellule("", "total");
  });
}
