import type { Contenu } from "../reports/plan.js";
import { remembered } from "../rules/once.js";
import type { CelluleEcrite } from "./blocs.js";
import { type Brut, brutDe, encodeBrut, memeBrut } from "./brut.js";
import { numeroDe } from "./lignes-par-numero.js";

/** A value written for a dossier, before the rows could move. */
export interface ValeurEcrite {
  readonly numero: string;
  /** One-based column. */
  readonly colonne: number;
  readonly avant: Contenu;
  readonly apres: Contenu;
}

/** The tab before and after a write. */
export interface Relecture {
  /** One-based row of the first dossier. */
  readonly premiere: number;
  /** Zero-based column of the numbers. */
  readonly numeros: number;
  readonly avant: readonly (readonly Brut[])[];
  /** Formulas before the write, `""` where there is none. */
  readonly formules: readonly (readonly string[])[];
  readonly apres: readonly (readonly Brut[])[];
}

/**
 * What to write so that every value is on its own dossier, where rows were sorted by hand during the
 * write: sorting takes no lock. A value that landed on another row gives way to what that row held;
 * a value that somebody typed since is left.
 *
 * @param remises what earlier corrections of the same write put back: it may have landed elsewhere too,
 *   where rows moved once more
 * @returns nothing where no row moved
 */
export function corrections(
  ecrites: readonly ValeurEcrite[],
  { premiere, numeros, avant, formules, apres }: Relecture,
  remises: readonly CelluleEcrite[] = [],
): readonly CelluleEcrite[] {
  const columns = new Set(ecrites.map(({ colonne }) => colonne));
  const rowsByKey = (rows: readonly (readonly Brut[])[]) =>
    new Map(
      rows
        .slice(premiere - 1)
        .map((row, index) => [keyOf(row, numeros, columns), premiere + index] as const),
    );
  const before = rowsByKey(avant);
  const after = rowsByKey(apres);
  if (![...before].some(([key, ligne]) => after.get(key) !== ligne)) return [];
  const returned = remembered((colonne: number) => valeurs(remises, colonne));
  const found: CelluleEcrite[] = [];
  const ours = new Set<string>();
  for (const { numero, colonne, avant: former, apres: contenu } of ecrites) {
    ours.add(`${colonne}:${numero}`);
    const ligne = after.get(numero);
    const was = brutDe(former);
    if (ligne === undefined || was === undefined) continue;
    const wanted = brutDe(contenu);
    const now = cell(apres, ligne, colonne);
    const isDone = wanted !== undefined && memeBrut(now, wanted);
    const isOurs = memeBrut(now, was) || returned(colonne).has(valeurDe(now));
    if (isOurs && !isDone) found.push({ ligne, colonne, contenu });
  }
  for (const colonne of columns) {
    const strays = new Set([
      ...valeurs(
        ecrites.map((ecrite) => ({ colonne: ecrite.colonne, contenu: ecrite.apres })),
        colonne,
      ),
      ...returned(colonne),
    ]);
    for (const [key, ligne] of after) {
      const from = before.get(key);
      if (from === undefined || ours.has(`${colonne}:${key}`)) continue;
      const former = cell(avant, from, colonne);
      const now = cell(apres, ligne, colonne);
      if (memeBrut(now, former) || !strays.has(valeurDe(now))) continue;
      const formule = formules[from - 1]?.[colonne - 1];
      found.push({ ligne, colonne, contenu: formule ? { formule } : former });
    }
  }
  return found;
}

/** What was written in a column, as values compare; formulas are not. */
function valeurs(
  cells: readonly Pick<CelluleEcrite, "colonne" | "contenu">[],
  colonne: number,
): ReadonlySet<string> {
  return new Set(
    cells.flatMap((written) => {
      const brut = written.colonne === colonne ? brutDe(written.contenu) : undefined;
      return brut === undefined ? [] : [valeurDe(brut)];
    }),
  );
}

/** A row is known by its number, else by what it holds outside the columns that were written. */
function keyOf(row: readonly Brut[], numeros: number, written: ReadonlySet<number>): string {
  const numero = numeroDe(row[numeros]);
  if (numero !== "") return numero;
  return `\u0000${row.map((brut, index) => (written.has(index + 1) ? "" : encodeBrut(brut))).join("\u0000")}`;
}

/** A cell's value as it compares: a day is its number, in a cell that shows dates or not. */
function valeurDe(brut: Brut): string {
  return encodeBrut(typeof brut === "object" ? brut.serie : brut);
}

function cell(rows: readonly (readonly Brut[])[], ligne: number, colonne: number): Brut {
  return rows[ligne - 1]?.[colonne - 1] ?? "";
}
