import type { LigneJournal } from "./fin-du-journal.js";
import { CHAMP_ANNULATION } from "./journal.js";
import { type Refus, refus } from "./ports.js";

/** Which batches may be taken back, and what is said where none may. */
export interface Annulables {
  readonly isSource: (source: string) => boolean;
  /** None of one's own is left. */
  readonly aucun: string;
  /** The one asked for is somebody else's, or too old. */
  readonly autre: string;
}

/**
 * The batch to undo: one's own, and not undone already.
 *
 * @param journal its last lines
 * @param qui who asks
 * @param lot the batch asked for; the last of one's own where left out
 */
export function lotAAnnuler(
  journal: readonly LigneJournal[],
  qui: string,
  lot: string | undefined,
  { isSource, aucun, autre }: Annulables,
): string | Refus {
  const undone = new Set(
    journal.filter(({ champ }) => champ === CHAMP_ANNULATION).map(({ avant }) => avant),
  );
  const mine = journal.filter((ligne) => ligne.qui === qui && isSource(ligne.source));
  if (lot === undefined) {
    const left = mine.filter((ligne) => !undone.has(ligne.lot));
    return left[left.length - 1]?.lot ?? refus(aucun);
  }
  if (undone.has(lot)) return refus("Cet enregistrement est déjà annulé.");
  return mine.some((ligne) => ligne.lot === lot) ? lot : refus(autre);
}
