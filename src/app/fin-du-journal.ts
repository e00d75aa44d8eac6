import { NOM_JOURNAL, onglet } from "../dossiers/onglets.js";
import type { Classeur } from "./ports.js";

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
