import type { Cell } from "../../dossiers/cell.js";
import { CHAMPS } from "../../dossiers/champs.js";
import { written } from "../../dossiers/text.js";
import { formatEuros, groupThousands } from "../../rules/cents.js";
import { LIBELLES_TYPE, type TypeCollectivite } from "../../rules/collectivite.js";
import { formatDay } from "../../rules/day.js";
import type { Champ } from "../../rules/dossier.js";
import { formatPoints } from "../../rules/points.js";
import type { LigneSeance, Seance } from "./lire-seance.js";

/** The cell of a field; empty where the tab has no such column. */
export function celluleDe({ onglet }: Seance, { cellules }: LigneSeance, champ: Champ): Cell {
  const column = onglet.entetes.colonnes.get(champ);
  return column === undefined ? "" : (cellules[column] ?? "");
}

/** A field's value in French; what can't be read is shown as it is written. */
export function montrer(champ: Champ, cell: Cell): string {
  const { kind, lire } = CHAMPS[champ];
  const reading = lire(cell);
  if (!reading.ok || reading.value === undefined) return written(cell).trim();
  const { value } = reading;
  if (champ === "type") return LIBELLES_TYPE[value as TypeCollectivite];
  if (typeof value === "boolean") return value ? "Oui" : "Non";
  if (typeof value === "string") return kind === "day" ? formatDay(value) : value;
  if (kind === "euro") return formatEuros(value);
  return kind === "rate" ? formatPoints(value) : groupThousands(value);
}
