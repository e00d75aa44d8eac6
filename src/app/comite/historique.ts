import { CHAMPS } from "../../dossiers/champs.js";
import type { Champ } from "../../rules/dossier.js";
import type { LigneJournal } from "../fin-du-journal.js";
import type { DecisionAnterieure } from "./protocole.js";

/** Line of the Journal that keeps the reason of a reopening. */
export const CHAMP_REOUVERTURE = "Réouverture";

/** Fields whose changes tell the story of a decision. */
const DECISION: readonly Champ[] = [
  "etat",
  "comite",
  "montant_accorde",
  "taux_accorde",
  "exception",
  "motif_exception",
  "motif",
  "conditions",
  "date_decision",
  "date_notification",
];

/** Most that a sidebar shows. */
const MOST = 40;

/** Former changes of a dossier's decision, the latest first; of a reopening, its reason alone. */
export function decisionsAnterieures(
  lignes: readonly LigneJournal[],
  numero: string,
): readonly DecisionAnterieure[] {
  const told = new Set([...DECISION.map((champ) => CHAMPS[champ].titre), CHAMP_REOUVERTURE]);
  return lignes
    .filter((ligne) => ligne.numero === numero && told.has(ligne.champ))
    .slice(-MOST)
    .reverse()
    .map(({ horodatage, qui, champ, avant, apres }) => ({
      quand: horodatage,
      qui,
      champ,
      avant: champ === CHAMP_REOUVERTURE ? "" : avant,
      apres,
    }));
}
