import { CHAMPS } from "../../dossiers/champs.js";
import { NOM_JOURNAL, onglet } from "../../dossiers/onglets.js";
import type { Champ } from "../../rules/dossier.js";
import type { Classeur } from "../ports.js";
import type { DecisionAnterieure } from "./protocole.js";

/** How many of the Journal's last rows are read: it may hold hundreds of thousands. */
const LIGNES_LUES = 5_000;

/** One line of the Journal. */
export interface LigneJournal {
  readonly horodatage: string;
  readonly qui: string;
  readonly source: string;
  readonly numero: string;
  readonly champ: string;
  readonly avant: string;
  readonly apres: string;
  readonly lot: string;
}

/** The last lines of the Journal, in their order: two service calls whatever it holds. */
export function lireFinDuJournal(classeur: Classeur): readonly LigneJournal[] {
  const last = classeur.derniereLigne(NOM_JOURNAL);
  const first = Math.max(2, last - LIGNES_LUES + 1);
  if (last < first) return [];
  const names = onglet(NOM_JOURNAL).colonnes.map(({ nom }) => nom);
  return classeur
    .lireLignes(NOM_JOURNAL, first, last - first + 1, names.length)
    .map(
      (row) =>
        Object.fromEntries(
          names.map((nom, index) => [nom, String(row[index] ?? "")]),
        ) as unknown as LigneJournal,
    );
}

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

/** Former changes of a dossier's decision, the latest first. */
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
      avant,
      apres,
    }));
}
