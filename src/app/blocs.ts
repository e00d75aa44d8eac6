import type { Contenu } from "../reports/plan.js";

/** One cell to write; rows and columns count from 1. */
export interface CelluleEcrite {
  readonly ligne: number;
  readonly colonne: number;
  readonly contenu: Contenu;
}

/** A rectangle of cells to write in one call. */
export interface Bloc {
  readonly ligne: number;
  readonly colonne: number;
  readonly contenus: readonly (readonly Contenu[])[];
}

/** Most blocks that one plan writes: beyond, near cells of a column are joined. */
export const BLOCS_MAX = 60;

/** What stands between two cells, to write it again as it is; `undefined` where that would change it. */
export type Tel = (ligne: number, colonne: number) => Contenu | undefined;

/**
 * The cells as few rectangles: neighbours of a row, then equal runs of rows that follow one another.
 * Where they are still more than a cap, the nearest of a column are joined over the cells between them.
 *
 * @param tel what a cell between two others holds
 */
export function blocs(cells: readonly CelluleEcrite[], tel: Tel): readonly Bloc[] {
  const found = rectangles(cells);
  return found.length <= BLOCS_MAX ? found : columns(cells, tel);
}

function rectangles(cells: readonly CelluleEcrite[]): readonly Bloc[] {
  const sorted = [...cells].sort((a, b) => a.ligne - b.ligne || a.colonne - b.colonne);
  const runs: { ligne: number; colonne: number; contenus: Contenu[] }[] = [];
  for (const { ligne, colonne, contenu } of sorted) {
    const last = runs[runs.length - 1];
    if (last?.ligne === ligne && last.colonne + last.contenus.length === colonne) {
      last.contenus.push(contenu);
    } else runs.push({ ligne, colonne, contenus: [contenu] });
  }
  const open = new Map<string, { ligne: number; colonne: number; contenus: Contenu[][] }>();
  const done: Bloc[] = [];
  for (const { ligne, colonne, contenus } of runs) {
    const key = `${colonne}:${contenus.length}`;
    const above = open.get(key);
    if (above && above.ligne + above.contenus.length === ligne) above.contenus.push(contenus);
    else {
      const bloc = { ligne, colonne, contenus: [contenus] };
      open.set(key, bloc);
      done.push(bloc);
    }
  }
  return done;
}

interface Troncon {
  ligne: number;
  readonly colonne: number;
  readonly contenus: Contenu[];
}

function columns(cells: readonly CelluleEcrite[], tel: Tel): readonly Bloc[] {
  const sorted = [...cells].sort((a, b) => a.colonne - b.colonne || a.ligne - b.ligne);
  const parts: Troncon[] = [];
  for (const { ligne, colonne, contenu } of sorted) {
    const last = parts[parts.length - 1];
    if (last?.colonne === colonne && endOf(last) === ligne) last.contenus.push(contenu);
    else parts.push({ ligne, colonne, contenus: [contenu] });
  }
  const gaps = parts
    .slice(1)
    .flatMap((next, index) => {
      const before = parts[index];
      const gap =
        before && before.colonne === next.colonne ? between(before, next, tel) : undefined;
      return before && gap ? [{ next, gap }] : [];
    })
    .sort((a, b) => a.gap.length - b.gap.length)
    .slice(0, Math.max(0, parts.length - BLOCS_MAX));
  const joined = new Map(gaps.map(({ next, gap }) => [next, gap]));
  const merged: Troncon[] = [];
  for (const part of parts) {
    const gap = joined.get(part);
    const last = merged[merged.length - 1];
    if (gap && last) last.contenus.push(...gap, ...part.contenus);
    else merged.push({ ...part, contenus: [...part.contenus] });
  }
  return merged.map(({ ligne, colonne, contenus }) => ({
    ligne,
    colonne,
    contenus: contenus.map((contenu) => [contenu]),
  }));
}

function endOf({ ligne, contenus }: Troncon): number {
  return ligne + contenus.length;
}

function between(before: Troncon, next: Troncon, tel: Tel): readonly Contenu[] | undefined {
  const gap: Contenu[] = [];
  for (let ligne = endOf(before); ligne < next.ligne; ligne += 1) {
    const contenu = tel(ligne, before.colonne);
    if (contenu === undefined) return undefined;
    gap.push(contenu);
  }
  return gap;
}
