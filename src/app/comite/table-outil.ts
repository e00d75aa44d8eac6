import type { Cell } from "../../dossiers/cell.js";
import { onglet as ongletPrevu } from "../../dossiers/onglets.js";
import { normalise, quoted } from "../../dossiers/text.js";
import type { Contenu } from "../../reports/plan.js";
import type { Classeur, Operation, Refus } from "../ports.js";
import { refus } from "../ports.js";

/** A tab of the program, where its columns stand now. */
export interface TableOutil {
  readonly nom: string;
  readonly lignes: readonly (readonly Cell[])[];
  /** One-based column of each field. */
  readonly colonnes: ReadonlyMap<string, number>;
}

/**
 * Reads a tab of the program to write into it; refused where the tab or a column that is written is gone.
 *
 * @param ecrits fields that are written
 */
export function lireTableOutil(
  classeur: Classeur,
  nom: string,
  ecrits: readonly string[],
): TableOutil | Refus {
  const { lignes } = classeur.lire(nom);
  const names = (lignes[0] ?? []).map((header) => normalise(String(header)));
  const colonnes = new Map<string, number>();
  for (const { nom: champ, titre } of ongletPrevu(nom).colonnes) {
    const index = names.indexOf(normalise(titre));
    if (index >= 0) colonnes.set(champ, index + 1);
    else if (ecrits.includes(champ)) {
      return refus(
        `L’onglet ${quoted(nom)} n’a pas de colonne ${quoted(titre)}. Lancez FITN7 ▸ Installer le suivi si l’onglet manque, ou rétablissez la colonne.`,
      );
    }
  }
  return { nom, lignes, colonnes };
}

/** A row to write: the fields named, the others left as they are. */
export interface LigneAEcrire {
  /** One-based row. */
  readonly ligne: number;
  readonly contenus: Readonly<Record<string, Contenu>>;
}

/**
 * Writes of rows of a tab of the program: fields in neighbouring columns and rows that follow one another
 * with the same fields go into one.
 */
export function ecrireLignes(
  { nom, colonnes }: TableOutil,
  rows: readonly LigneAEcrire[],
): readonly Operation[] {
  const blocs = new Map<string, { ligne: number; colonne: number; contenus: Contenu[][] }[]>();
  for (const { ligne, contenus } of [...rows].sort((a, b) => a.ligne - b.ligne)) {
    for (const { colonne, cells } of runs(contenus, colonnes)) {
      const key = `${colonne}:${cells.length}`;
      const known = blocs.get(key) ?? [];
      const last = known[known.length - 1];
      if (last && last.ligne + last.contenus.length === ligne) last.contenus.push(cells);
      else known.push({ ligne, colonne, contenus: [cells] });
      blocs.set(key, known);
    }
  }
  return [...blocs.values()].flat().map((bloc) => ({ op: "ecrire", onglet: nom, ...bloc }));
}

/** The fields of a row as runs of neighbouring columns. */
function runs(
  contenus: Readonly<Record<string, Contenu>>,
  colonnes: ReadonlyMap<string, number>,
): readonly { readonly colonne: number; readonly cells: Contenu[] }[] {
  const cells = Object.entries(contenus)
    .flatMap(([champ, contenu]) => {
      const colonne = colonnes.get(champ);
      return colonne === undefined ? [] : [{ colonne, contenu }];
    })
    .sort((a, b) => a.colonne - b.colonne);
  const found: { colonne: number; cells: Contenu[] }[] = [];
  for (const { colonne, contenu } of cells) {
    const last = found[found.length - 1];
    if (last && last.colonne + last.cells.length === colonne) last.cells.push(contenu);
    else found.push({ colonne, cells: [contenu] });
  }
  return found;
}
