import type { Cell } from "../../dossiers/cell.js";
import { type Onglet, onglet } from "../../dossiers/onglets.js";
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
  /** Operations that make the tab, where it is missing. */
  readonly creation: readonly Operation[];
}

/** Reads a tab of the contract, in one service call; a missing one is to be made. */
export function lireTable(classeur: Classeur, nom: string): Table | Refus {
  const definition = onglet(nom);
  const lu = classeur.lire(nom).lignes;
  const missing = !classeur.noms().includes(nom);
  const headers = missing ? definition.colonnes.map(({ titre }) => titre) : (lu[0] ?? []);
  const names = headers.map((header) => normalise(String(header)));
  const colonnes = new Map<string, number>();
  for (const { nom: champ, titre } of definition.colonnes) {
    const at = names.indexOf(normalise(titre));
    if (at < 0) {
      return refus(
        `L’onglet ${quoted(nom)} n’a plus de colonne ${quoted(titre)} en première ligne\u00a0: remettez-la. Rien n’a été modifié.`,
      );
    }
    colonnes.set(champ, at + 1);
  }
  return { definition, lignes: lu, colonnes, creation: missing ? creerOnglet(definition) : [] };
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
