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
  { definition, lignes, colonnes }: Table,
  rows: readonly Readonly<Record<string, Contenu>>[],
): readonly Operation[] {
  const first = Math.max(1, lignes.length) + 1;
  return rows.length === 0
    ? []
    : blocsDe(colonnes).flatMap(({ colonne, champs }) => [
        {
          op: "ecrire",
          onglet: definition.nom,
          ligne: first,
          colonne,
          contenus: rows.map((row) => champs.map((champ) => row[champ] ?? "")),
        },
        ...formats(definition, first, rows.length, colonne, champs),
      ]);
}

/** A row past those that a new tab formats shows its amounts and days as the others. */
function formats(
  { nom, colonnes }: Onglet,
  ligne: number,
  lignes: number,
  colonne: number,
  champs: readonly string[],
): readonly Operation[] {
  return champs.flatMap((champ, index): Operation[] => {
    const kind = colonnes.find((column) => column.nom === champ)?.kind ?? "text";
    if (kind === "text") return [];
    const zone = { ligne, colonne: colonne + index, lignes, colonnes: 1 };
    return [{ op: "format", onglet: nom, zone, kind }];
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

/** Rows taken out, from the bottom up, one step for each run of rows that follow one another. */
export function enleverLignes(
  { definition }: Table,
  numeros: readonly number[],
): readonly Operation[] {
  const runs: { ligne: number; lignes: number }[] = [];
  for (const ligne of [...numeros].sort((a, b) => b - a)) {
    const last = runs[runs.length - 1];
    if (last && last.ligne === ligne + 1) {
      last.ligne = ligne;
      last.lignes += 1;
    } else runs.push({ ligne, lignes: 1 });
  }
  return runs.map((run) => ({ op: "enlever", onglet: definition.nom, ...run }));
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
