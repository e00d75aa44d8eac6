import { type Cell, isEmpty, type Reader } from "./cell.js";
import { onglet, READERS_ONGLETS } from "./onglets.js";
import { normalise } from "./text.js";

type NomTable = keyof typeof READERS_ONGLETS;
type Readers<N extends NomTable> = (typeof READERS_ONGLETS)[N];
type Value<R> = R extends Reader<infer T> ? T : never;

/** One row of a tab of the contract: its values, its row number, what could not be read. */
export interface LigneTable<N extends NomTable> {
  readonly valeurs: { readonly [K in keyof Readers<N>]?: Value<Readers<N>[K]> };
  /** One-based row in the sheet. */
  readonly ligne: number;
  readonly illisibles: readonly {
    readonly titre: string;
    readonly lu: string;
    readonly attendu: string;
  }[];
}

/**
 * Reads a tab of the contract by its headers, which stand in its first row.
 *
 * @param nom name of the tab
 * @param rows all its cells; none where the tab is missing
 * @returns its filled rows in order; an absent column gives no values
 */
export function readTable<N extends NomTable>(
  nom: N,
  rows: readonly (readonly Cell[])[],
): readonly LigneTable<N>[] {
  const [headers = [], ...body] = rows;
  const positions = positionsOf(nom, headers);
  const readers: Record<string, Reader<unknown>> = READERS_ONGLETS[nom];
  return body.flatMap((row, index) => {
    if (row.every(isEmpty)) return [];
    const valeurs: Record<string, unknown> = {};
    const illisibles: { titre: string; lu: string; attendu: string }[] = [];
    for (const { nom: champ, titre, position } of positions) {
      const cell = row[position] ?? "";
      const reading = readers[champ]?.(cell);
      if (!reading) continue;
      if (!reading.ok) illisibles.push({ titre, lu: String(cell), attendu: reading.attendu });
      else if (reading.value !== undefined) valeurs[champ] = reading.value;
    }
    return [{ valeurs: valeurs as LigneTable<N>["valeurs"], ligne: index + 2, illisibles }];
  });
}

function positionsOf(nom: string, headers: readonly Cell[]) {
  const names = headers.map((header) => normalise(String(header)));
  return onglet(nom)
    .colonnes.map(({ nom: champ, titre }) => ({
      nom: champ,
      titre,
      position: names.indexOf(normalise(titre)),
    }))
    .filter(({ position }) => position >= 0);
}
