import type { Cell } from "../dossiers/cell.js";
import { normalise } from "../dossiers/text.js";

/** A value with its type: a date is its serial number, a text stays a text whatever it looks like. */
export type Valeur = Cell | { readonly serie: number };

/** A tab as values and number formats: what a file is made from. */
export interface TableTypee {
  readonly valeurs: readonly (readonly Valeur[])[];
  /** Google's number format of each cell. */
  readonly formats: readonly (readonly string[])[];
}

/** First cells of the header row of a list, in the tabs that reports make. */
const PREMIERES = new Set(["N° dossier", "Collectivité", "nomAttribuant"].map(normalise));

const isBlank = (row: readonly Valeur[]): boolean => row.every((value) => value === "");

const first = (row: readonly Valeur[]): string => String(row[0] ?? "");

/** Where what is missing begins: it is for whoever keeps the sheet, not for whom the report goes to. */
function finDuRapport({ valeurs }: TableTypee): number {
  const found = valeurs.findIndex((row) => first(row).startsWith("Ce qui manque"));
  return found < 0 ? valeurs.length : found;
}

function coupe({ valeurs, formats }: TableTypee, from: number, to: number): TableTypee {
  let last = to;
  while (last > from && isBlank(valeurs[last - 1] ?? [])) last -= 1;
  return { valeurs: valeurs.slice(from, last), formats: formats.slice(from, last) };
}

/**
 * What a report's file holds: all down to what is missing, or everything.
 *
 * @param complet with what is missing and what changed
 */
export function contenuDuFichier(table: TableTypee, complet: boolean): TableTypee {
  return coupe(table, 0, complet ? table.valeurs.length : finDuRapport(table));
}

/**
 * The list alone, its header row first: what a .csv holds. The last table of the report whose header
 * begins as a list does, down to its total or to a blank row; the whole report where there is none.
 */
export function listeDuFichier(table: TableTypee): TableTypee {
  const end = finDuRapport(table);
  const header = table.valeurs.findIndex(
    (row, index) => index < end && PREMIERES.has(normalise(first(row))) && row[1] !== "",
  );
  if (header < 0) return contenuDuFichier(table, false);
  const after = table.valeurs.findIndex(
    (row, index) => index > header && (isBlank(row) || first(row) === "Total"),
  );
  const list = coupe(table, header, after < 0 ? end : Math.min(after, end));
  return isNote(list) ? coupe(list, 0, 1) : list;
}

/** Whether a list holds but the sentence that says it is empty. */
function isNote({ valeurs }: TableTypee): boolean {
  const [, only, more] = valeurs;
  return only !== undefined && more === undefined && isBlank(only.slice(1));
}

/** Control characters, halves of a pair alone, and the two codes that are no character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const ILLISIBLES = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff\ud800-\udfff]/gu;

/** A text without what no file of a spreadsheet may hold; tabs stay, line ends are those of a cell. */
export function texteDeFichier(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(ILLISIBLES, "");
}

/** A name that every system takes for a file. @example nomDeFichier("Démat.ADS 2021-06", "csv") // "Démat.ADS 2021-06.csv" */
export function nomDeFichier(onglet: string, extension: string): string {
  return `${onglet.replace(/[\\/:*?"<>|]/g, "-")}.${extension}`;
}
