import { type Cell, isEmpty } from "../../dossiers/cell.js";
import type { Contenu } from "../../reports/plan.js";
import { isDay } from "../../rules/day.js";
import { once } from "../../rules/once.js";
import { blocs, type CelluleEcrite } from "../blocs.js";
import type { Classeur, Operation } from "../ports.js";
import { formatsDe, type Table } from "./lignes.js";

/** A row to write, by field; the field `numero` says which former row it takes the place of. */
export type Ligne = Readonly<Record<string, Contenu>>;

/**
 * Writes rows in the place of others: each where the one of its dossier stood, else where one goes, else in
 * an empty row, else below the last. Rows left over are emptied. No row moves, so that columns that are not
 * the program's stay beside the dossier they were typed for, and the batch can be taken back.
 *
 * @param anciennes one-based rows that are replaced
 */
export function remplacerLignes(
  classeur: Classeur,
  table: Table,
  anciennes: readonly number[],
  nouvelles: readonly Ligne[],
): readonly Operation[] {
  const { definition, lignes, colonnes } = table;
  const places = placer(table, anciennes, nouvelles);
  const emptied = anciennes.filter((ligne) => !places.includes(ligne));
  const rows: readonly (readonly [ligne: number, contenus: Ligne])[] = [
    ...nouvelles.map((contenus, index) => [places[index] ?? 0, contenus] as const),
    ...emptied.map((ligne) => [ligne, {}] as const),
  ];
  const cells = rows.flatMap(([ligne, contenus]): CelluleEcrite[] =>
    [...colonnes].map(([champ, colonne]) => ({ ligne, colonne, contenu: contenus[champ] ?? "" })),
  );
  const kinds = new Map(definition.colonnes.map(({ nom, kind }) => [colonnes.get(nom), kind]));
  const formules = once(() => classeur.formules(definition.nom));
  const asItIs = (ligne: number, colonne: number): Contenu | undefined => {
    if ((formules()[ligne - 1]?.[colonne - 1] ?? "") !== "") return undefined;
    const cell = lignes[ligne - 1]?.[colonne - 1] ?? "";
    if (kinds.get(colonne) !== "day" || typeof cell !== "string" || isEmpty(cell)) return cell;
    return isDay(cell) ? { jour: cell } : undefined;
  };
  const first = Math.max(1, lignes.length) + 1;
  const added = places.filter((ligne) => ligne >= first).length;
  return [
    ...blocs(cells, asItIs).map(
      (bloc): Operation => ({ op: "ecrire", onglet: definition.nom, ...bloc }),
    ),
    ...(added > 0 ? formatsDe(table, first, added) : []),
  ];
}

/** The row that each new one goes to. */
function placer(
  { lignes, colonnes }: Table,
  anciennes: readonly number[],
  nouvelles: readonly Ligne[],
): readonly number[] {
  const column = (colonnes.get("numero") ?? 1) - 1;
  const byNumero = new Map<string, number[]>();
  for (const ligne of anciennes) {
    const numero = String(lignes[ligne - 1]?.[column] ?? "");
    byNumero.set(numero, [...(byNumero.get(numero) ?? []), ligne]);
  }
  const same = nouvelles.map(({ numero }) => byNumero.get(String(numero ?? ""))?.shift());
  const taken = new Set(same);
  const free = [
    ...anciennes.filter((ligne) => !taken.has(ligne)),
    ...lignes.flatMap((row, index) => (index > 0 && isVide(row) ? [index + 1] : [])),
  ];
  let next = Math.max(1, lignes.length);
  return same.map((ligne) => ligne ?? free.shift() ?? ++next);
}

function isVide(row: readonly Cell[]): boolean {
  return row.every(isEmpty);
}
