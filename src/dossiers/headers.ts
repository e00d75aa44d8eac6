import type { Champ } from "../rules/dossier.js";
import { once } from "../rules/once.js";
import type { Cell } from "./cell.js";
import { CHAMPS, NOMS_CHAMPS } from "./champs.js";
import { normalise } from "./text.js";

/** Units and tax marks that a header may end with; they say nothing of the field. */
const UNITS = /(\s(en|eur|euros?|ht|ttc|hors taxes?|previsionnel ht))+$/;

/** What a header row says: the column of each field, and the columns that claim the same field. */
export interface Entetes {
  /** Zero-based column of each recognised field. */
  readonly colonnes: ReadonlyMap<Champ, number>;
  readonly ambigus: readonly { readonly champ: Champ; readonly colonnes: readonly number[] }[];
  /** Columns left aside because another one has the field's own title. */
  readonly ecartes: readonly { readonly champ: Champ; readonly colonne: number }[];
  readonly textes: readonly string[];
}

/** Fields by normalised title and by synonym; built when first needed, not at each load of the bundle. */
const byName = once(() => {
  const titles = new Map<string, Champ>();
  const synonyms = new Map<string, Champ>();
  for (const champ of NOMS_CHAMPS) {
    titles.set(normalise(CHAMPS[champ].titre), champ);
    for (const synonym of CHAMPS[champ].synonymes) synonyms.set(synonym, champ);
  }
  return { titles, synonyms };
});

function champOf(header: string): { champ: Champ; exact: boolean } | undefined {
  const name = normalise(header);
  const bare = name.replace(UNITS, "");
  const { titles, synonyms } = byName();
  const exact = titles.get(name) ?? titles.get(bare);
  if (exact) return { champ: exact, exact: true };
  const champ = synonyms.get(name) ?? synonyms.get(bare);
  return champ && { champ, exact: false };
}

/**
 * Recognises the fields of a header row by name. A canonical header wins over a synonym; two columns
 * of the same rank for one field are reported, and neither is taken.
 *
 * @example readEntetes(["N° dossier", "Pop."]).colonnes.get("population") // 1
 */
export function readEntetes(row: readonly Cell[]): Entetes {
  const candidates = new Map<Champ, { exact: number[]; others: number[] }>();
  row.forEach((cell, column) => {
    const found = champOf(String(cell));
    if (!found) return;
    const entry = candidates.get(found.champ) ?? { exact: [], others: [] };
    (found.exact ? entry.exact : entry.others).push(column);
    candidates.set(found.champ, entry);
  });
  const colonnes = new Map<Champ, number>();
  const ambigus: { champ: Champ; colonnes: number[] }[] = [];
  const ecartes: { champ: Champ; colonne: number }[] = [];
  for (const [champ, { exact, others }] of candidates) {
    const best = exact.length > 0 ? exact : others;
    if (best.length === 1) colonnes.set(champ, best[0] as number);
    else ambigus.push({ champ, colonnes: best });
    if (exact.length > 0) ecartes.push(...others.map((colonne) => ({ champ, colonne })));
  }
  return { colonnes, ambigus, ecartes, textes: row.map(String) };
}

/** The titles that name no known field. @example titresInconnus(readEntetes(["Pop.", "Vu ?"])) // ["Vu ?"] */
export function titresInconnus({ textes }: Entetes): readonly string[] {
  return textes.filter((text) => text.trim() !== "" && champOf(text) === undefined);
}

/** How many rows from the top a header row is looked for. */
const SEARCHED_ROWS = 10;

/**
 * Finds the header row of a référent's tab among its first ten rows: the one that names the most
 * fields, the first of equals.
 *
 * @returns its zero-based index, or `undefined` where no row names at least three fields
 */
export function findHeaderRow(rows: readonly (readonly Cell[])[]): number | undefined {
  let best: number | undefined;
  let most = 2;
  rows.slice(0, SEARCHED_ROWS).forEach((row, index) => {
    const { colonnes, ambigus } = readEntetes(row);
    const count = colonnes.size + ambigus.length;
    if (count > most) {
      most = count;
      best = index;
    }
  });
  return best;
}
