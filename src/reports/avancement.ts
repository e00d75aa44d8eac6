import type { LigneTable } from "../dossiers/table.js";
import type { Day } from "../rules/day.js";
import { formatPoints } from "../rules/points.js";

export type EtatAvancement = LigneTable<"Avancement">;

/** The latest progress entry up to a day; of two on one day, the lower row. */
export function dernierAvancement(
  lignes: readonly EtatAvancement[],
  day: Day,
): EtatAvancement | undefined {
  let latest: EtatAvancement | undefined;
  for (const ligne of lignes) {
    const { date } = ligne.valeurs;
    if (date === undefined || date > day) continue;
    if (latest === undefined || date >= (latest.valeurs.date ?? "")) latest = ligne;
  }
  return latest;
}

/** A progress entry as the list shows it. @example "En cours – 40 % – maquettes validées" */
export function formatAvancement({
  statut,
  pourcentage,
  commentaire,
}: EtatAvancement["valeurs"]): string {
  const parts = [
    statut,
    pourcentage === undefined ? undefined : formatPoints(pourcentage),
    commentaire,
  ];
  return parts.filter((part) => part !== undefined).join(" – ");
}

/** Whether a project needs no further report of progress. */
export function isTermine(entry: EtatAvancement | undefined): boolean {
  const statut = entry?.valeurs.statut;
  return statut === "Terminé" || statut === "Abandonné";
}
