import type { WorkbookSnapshot } from "../../local/engine/snapshot.js";
import type { Value } from "../../local/engine/types.js";
import type { Atelier } from "../app/aides/atelier.js";
import { seance } from "../app/aides/comite.js";
import { poser } from "../app/aides/poser.js";

/** The dossiers' tab of Marne, and the row of its headers. */
export const TAB = "Dossiers 2021";
export const HEADER = 3;

/** Not decided: 9 600 €, 15 100 € and more are asked. */
export const NUMEROS = ["4307173", "4306077", "4305255"] as const;

/** Marne before a committee, its envelope with room for so many euros more than was granted. */
export function enveloppeAvec(place: number): WorkbookSnapshot {
  const { host, api } = seance("suivi-marne.xlsx");
  const [{ accorde = 0 } = {}] = api("apiComiteOuvrir").enveloppes as { accorde?: number }[];
  const row = host.values("Paramètres").findIndex(([cle]) => cle === "MARNE-V1.enveloppe") + 1;
  poser(host, "Paramètres", row, 2, accorde / 100 + place);
  return host.workbook.snapshot();
}

/** The rows of dossiers, by number. */
export function parNumero({ host }: Atelier): ReadonlyMap<string, readonly Value[]> {
  const rows = host.values(TAB).slice(HEADER);
  return new Map(
    rows
      .filter(([numero]) => numero !== null && numero !== "")
      .map((row) => [String(row[0]), row] as const),
  );
}

/** What a dossier holds under a header, wherever its row is. */
export function valeur(opened: Atelier, numero: string, entete: string): Value {
  const column = (opened.host.values(TAB)[HEADER - 1] ?? []).indexOf(entete);
  return parNumero(opened).get(numero)?.[column] ?? null;
}

/** Puts the rows of dossiers in another order, as a person who sorts does: it takes no lock. */
export function ranger(
  { host }: Atelier,
  order: (rows: readonly (readonly Value[])[]) => readonly number[],
): void {
  const all = host.values(TAB);
  const width = Math.max(...all.map((row) => row.length));
  const contents = order(all.slice(HEADER)).map((index) =>
    Array.from({ length: width }, (_, column) =>
      host.workbook.content(TAB, HEADER + index + 1, column + 1),
    ),
  );
  host.workbook.write(
    { sheet: TAB, row: HEADER + 1, column: 1, rows: contents.length, columns: width },
    (row, column) => contents[row]?.[column],
  );
}

/** Sorts the dossiers by a column, up or down. */
export function trier(opened: Atelier, by: number, way: 1 | -1 = 1): void {
  ranger(opened, (rows) =>
    rows
      .map((row, index) => ({ key: String(row[by] ?? ""), index }))
      .sort((a, b) => way * a.key.localeCompare(b.key))
      .map(({ index }) => index),
  );
}
