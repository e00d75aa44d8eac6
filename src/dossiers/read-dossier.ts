import type { Champ, Dossier, Faits, Illisible } from "../rules/dossier.js";
import { type Cell, isEmpty } from "./cell.js";
import { CHAMPS } from "./champs.js";
import { departementOfInsee } from "./departements.js";
import type { Entetes } from "./headers.js";
import { normalise, written } from "./text.js";

/**
 * Reads one row of the référent's tab: each known column by its field's reader. What can't be read is
 * kept apart, never guessed.
 *
 * @param row cells of the row, in the order of the header row
 * @param entetes the header row, read once for all rows
 * @returns `undefined` where every recognised cell is empty, or where the row adds the others up
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
    if (!reading.ok) illisibles.push({ champ, lu: written(cell), attendu: reading.attendu });
    else if (reading.value !== undefined) faits[champ] = reading.value;
  }
  if (!filled || isTotal(row)) return undefined;
  derive(faits as { -readonly [K in Champ]?: Faits[K] });
  return { faits: faits as Faits, colonnes: coveredBy(entetes), illisibles };
}

/** A row that référents put at the foot of their list: its first filled cell says so. */
function isTotal(row: readonly Cell[]): boolean {
  const first = row.find((cell) => !isEmpty(cell));
  return (
    typeof first === "string" &&
    /^(sous )?tota(l|ux)( general| genera(l|ux))?$/.test(normalise(first))
  );
}

/** What one code says of another: the département of an INSEE code, unless the sheet has one. */
function derive(faits: { -readonly [K in Champ]?: Faits[K] }): void {
  if (faits.departement === undefined && faits.code_insee !== undefined) {
    faits.departement = departementOfInsee(faits.code_insee);
  }
}

const covered = new WeakMap<Entetes, ReadonlySet<Champ>>();

function coveredBy(entetes: Entetes): ReadonlySet<Champ> {
  const known = covered.get(entetes) ?? new Set(entetes.colonnes.keys());
  covered.set(entetes, known);
  return known;
}
