import type { Cell } from "../../dossiers/cell.js";
import { type Colonne, type Onglet, onglet } from "../../dossiers/onglets.js";
import { normalise, quoted } from "../../dossiers/text.js";
import type { Contenu } from "../../reports/plan.js";
import { creerOnglet } from "../nouvel-onglet.js";
import type { Classeur, Operation, Refus } from "../ports.js";
import { refus } from "../ports.js";

/** A tab of the contract as it stands: its rows, and the column of each field by its header. */
export interface Table {
  readonly definition: Onglet;
  readonly lignes: readonly (readonly Cell[])[];
  /** One-based column of each field. */
  readonly colonnes: ReadonlyMap<string, number>;
  /** Operations that make the tab where it is missing, or the columns that it lacks. */
  readonly creation: readonly Operation[];
  /** Headers of the columns to be added at its right. */
  readonly ajoutees: readonly string[];
}

/**
 * Reads a tab of the contract, in one service call; a missing one is to be made.
 *
 * @param cles fields that must have their column for the others to be added at the right where they are
 *   missing; left out, a tab without one of its columns is refused
 */
export function lireTable(
  classeur: Classeur,
  nom: string,
  cles?: readonly string[],
): Table | Refus {
  const definition = onglet(nom);
  const lu = classeur.lire(nom).lignes;
  if (!classeur.noms().includes(nom)) {
    const colonnes = new Map(definition.colonnes.map((column, index) => [column.nom, index + 1]));
    return { definition, lignes: lu, colonnes, creation: creerOnglet(definition), ajoutees: [] };
  }
  const names = (lu[0] ?? []).map((header) => normalise(String(header)));
  const colonnes = new Map<string, number>();
  const missing: Colonne[] = [];
  for (const column of definition.colonnes) {
    const at = names.indexOf(normalise(column.titre));
    if (at >= 0) colonnes.set(column.nom, at + 1);
    else if (cles && !cles.includes(column.nom)) missing.push(column);
    else {
      return refus(
        `L’onglet ${quoted(nom)} n’a plus de colonne ${quoted(column.titre)} en première ligne\u00a0: remettez-la. Rien n’a été modifié.`,
      );
    }
  }
  missing.forEach((column, index) => {
    colonnes.set(column.nom, names.length + index + 1);
  });
  return {
    definition,
    lignes: lu,
    colonnes,
    creation: missing.length === 0 ? [] : colonnesADroite(classeur, nom, missing, names.length),
    ajoutees: missing.map(({ titre }) => titre),
  };
}

/** Headers, formats and widths of columns added at the right of a tab, none of which has a list. */
function colonnesADroite(
  classeur: Classeur,
  onglet: string,
  missing: readonly Colonne[],
  width: number,
): readonly Operation[] {
  const below = Math.max(1, classeur.taille(onglet).lignes - 1);
  const zone = { ligne: 1, colonne: width + 1, lignes: 1, colonnes: missing.length };
  return [
    {
      op: "ecrire",
      onglet,
      ligne: 1,
      colonne: width + 1,
      contenus: [missing.map(({ titre }) => titre)],
    },
    { op: "entete", onglet, zone },
    ...missing.flatMap(({ kind, largeur }, index): Operation[] => {
      const colonne = width + 1 + index;
      return [
        { op: "format", onglet, zone: { ligne: 2, colonne, lignes: below, colonnes: 1 }, kind },
        ...(largeur ? [{ op: "largeur" as const, onglet, colonne, pixels: largeur }] : []),
      ];
    }),
  ];
}

/** Rows written below the last one, by column: columns that are not the program's stay as they are. */
export function ajouterLignes(
  table: Table,
  rows: readonly Readonly<Record<string, Contenu>>[],
): readonly Operation[] {
  if (rows.length === 0) return [];
  const { definition, lignes, colonnes } = table;
  const first = Math.max(1, lignes.length) + 1;
  return [
    ...blocsDe(colonnes).map(
      ({ colonne, champs }): Operation => ({
        op: "ecrire",
        onglet: definition.nom,
        ligne: first,
        colonne,
        contenus: rows.map((row) => champs.map((champ) => row[champ] ?? "")),
      }),
    ),
    ...formatsDe(table, first, rows.length),
  ];
}

/** Rows past those that a new tab formats show their amounts and days as the others. */
export function formatsDe(
  { definition, colonnes }: Table,
  ligne: number,
  lignes: number,
): readonly Operation[] {
  return definition.colonnes.flatMap(({ nom, kind }): Operation[] => {
    const colonne = colonnes.get(nom);
    if (kind === "text" || colonne === undefined) return [];
    return [
      {
        op: "format",
        onglet: definition.nom,
        zone: { ligne, colonne, lignes, colonnes: 1 },
        kind,
      },
    ];
  });
}

/** Fields that stand side by side, so that each run takes one write. */
function blocsDe(
  colonnes: ReadonlyMap<string, number>,
): readonly { colonne: number; champs: string[] }[] {
  const blocs: { colonne: number; champs: string[] }[] = [];
  for (const [champ, colonne] of [...colonnes].sort(([, a], [, b]) => a - b)) {
    const last = blocs[blocs.length - 1];
    if (last && last.colonne + last.champs.length === colonne) last.champs.push(champ);
    else blocs.push({ colonne, champs: [champ] });
  }
  return blocs;
}

/** Writes of the fields of one row, each in its column. */
export function modifierLigne(
  { definition, colonnes }: Table,
  ligne: number,
  contenus: Readonly<Record<string, Contenu>>,
): readonly Operation[] {
  return Object.entries(contenus).flatMap(([champ, contenu]): Operation[] => {
    const colonne = colonnes.get(champ);
    if (colonne === undefined) return [];
    const kind = definition.colonnes.find((column) => column.nom === champ)?.kind ?? "text";
    const zone = { ligne, colonne, lignes: 1, colonnes: 1 };
    return [
      { op: "ecrire", onglet: definition.nom, ligne, colonne, contenus: [[contenu]] },
      ...(kind === "text" ? [] : [{ op: "format" as const, onglet: definition.nom, zone, kind }]),
    ];
  });
}
