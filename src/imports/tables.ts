import { type Cell, isEmpty } from "../dossiers/cell.js";
import { normalise } from "../dossiers/text.js";

/** A tab of a file: texts, numbers, days as `2021-06-30`. */
export interface TableRecue {
  readonly nom: string;
  readonly lignes: readonly (readonly Cell[])[];
}

/** A file as read in the browser or on the command line. */
export interface Tables {
  readonly onglets: readonly TableRecue[];
}

/** A tab by its name, however it is written. */
export function tableNommee({ onglets }: Tables, nom: string): TableRecue | undefined {
  return onglets.find((table) => normalise(table.nom) === nom);
}

/** How many rows of a table hold something, from a zero-based index on. */
export function compterLignes({ lignes }: TableRecue, from: number): number {
  return lignes.slice(from).filter((row) => !row.every(isEmpty)).length;
}

/** Place of a column by its normalised header, or −1. */
export function positionDe(headers: readonly Cell[], name: string): number {
  return headers.findIndex((header) => normalise(String(header)) === name);
}

/** A row of a table under some of its columns. */
export interface LigneTable {
  /** One-based line in the file. */
  readonly ligne: number;
  readonly cells: readonly Cell[];
}

/** The filled rows of a table under some columns, by normalised header; `""` where one is missing. */
export function sousColonnes(table: TableRecue, names: readonly string[]): readonly LigneTable[] {
  const [headers = [], ...rows] = table.lignes;
  const positions = names.map((name) => positionDe(headers, name));
  return rows.flatMap((row, index) =>
    row.every(isEmpty)
      ? []
      : [{ ligne: index + 2, cells: positions.map((position) => row[position] ?? "") }],
  );
}
