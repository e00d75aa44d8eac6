import type { Champ, Dossier, Faits, Illisible } from "../rules/dossier.js";
import { type Cell, isEmpty } from "./cell.js";
import { CHAMPS } from "./champs.js";
import type { Entetes } from "./headers.js";

/**
 * Reads one row of the référent's tab: each known column by its field's reader. What can't be read is
 * kept apart, never guessed.
 *
 * @param row cells of the row, in the order of the header row
 * @param entetes the header row, read once for all rows
 * @returns `undefined` where every recognised cell is empty
 */
export function readDossier(row: readonly Cell[], entetes: Entetes): Dossier | undefined {
  const faits: { -readonly [K in Champ]?: unknown } = {};
  const illisibles: Illisible[] = [];
  let filled = false;
  for (const [champ, column] of entetes.colonnes) {
    const cell = row[column] ?? "";
    if (isEmpty(cell)) continue;
    filled = true;
    const reading = CHAMPS[champ].lire(cell);
    if (!reading.ok) illisibles.push({ champ, lu: String(cell), attendu: reading.attendu });
    else if (reading.value !== undefined) faits[champ] = reading.value;
  }
  if (!filled) return undefined;
  derive(faits as { -readonly [K in Champ]?: Faits[K] });
  return { faits: faits as Faits, colonnes: coveredBy(entetes), illisibles };
}

/** What one code says of another: the département of an INSEE code, unless the sheet has one. */
function derive(faits: { -readonly [K in Champ]?: Faits[K] }): void {
  if (faits.departement !== undefined) faits.departement = departementCode(faits.departement);
  else if (faits.code_insee !== undefined) faits.departement = departementOfInsee(faits.code_insee);
}

const covered = new WeakMap<Entetes, ReadonlySet<Champ>>();

function coveredBy(entetes: Entetes): ReadonlySet<Champ> {
  const known = covered.get(entetes) ?? new Set(entetes.colonnes.keys());
  covered.set(entetes, known);
  return known;
}

/** The département of a commune's INSEE code. @example departementOfInsee("2A004") // "2A" */
export function departementOfInsee(code: string): string | undefined {
  const padded = /^\d{4}$/.test(code) ? `0${code}` : code.toUpperCase();
  if (!/^(\d{5}|2[AB]\d{3})$/.test(padded)) return undefined;
  return /^9[78]/.test(padded) ? padded.slice(0, 3) : padded.slice(0, 2);
}

/** A département's code as the lists write it: `1` and `01 – Ain` are `01`. */
export function departementCode(text: string): string {
  const code = /^\s*(2[ab]|\d{1,3})(?![\da-z])/i.exec(text)?.[1]?.toUpperCase();
  if (code === undefined) return text.trim();
  return /^\d$/.test(code) ? `0${code}` : code;
}
