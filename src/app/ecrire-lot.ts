import { NOM_JOURNAL } from "../dossiers/onglets.js";
import { fermerLot, oublierAnciens, ouvrirLot, type Trace } from "./annulation.js";
import { type Changement, journaliser, lotDe } from "./journal.js";
import { tracesCellules } from "./plan-enregistrement.js";
import type { Classeur, Operation, Ports } from "./ports.js";
import { remettre } from "./remettre.js";

/** What a batch needs to be taken back, and what the Journal tells of it. */
export interface Lot {
  readonly traces: readonly Trace[];
  readonly changements: readonly Changement[];
  readonly source: string;
}

/**
 * Writes as one batch: marked, written, journaled. Where a service fails it is put back; where even that
 * fails, the next action does it. To be called under the document's lock.
 *
 * @param ecrire what is written besides the Journal
 * @returns the batch of the Journal
 * @throws Error in French where a service fails
 */
export function ecrireLot(ports: Ports, demande: Lot, ecrire: () => void): string {
  const { classeur, contexte } = ports;
  const { traces, changements, source } = demande;
  const last = classeur.derniereLigne(NOM_JOURNAL);
  const lot = `${lotDe(contexte.maintenant())}-${last}`;
  try {
    classeur.appliquer(ouvrirLot(classeur, lot, traces));
    ecrire();
    classeur.appliquer(journaliser(changements, last, source, contexte, lot));
  } catch (error) {
    throw undone(classeur, traces, error);
  }
  fermer(classeur);
  return lot;
}

/**
 * The same for cells of the program's own tabs.
 *
 * @param operations writes; what else they hold, a tab made or a format, is not taken back
 */
export function ecrireOutils(
  ports: Ports,
  operations: readonly Operation[],
  changements: readonly Changement[],
  source: string,
): string {
  const traces = tracesCellules(ports.classeur, operations);
  return ecrireLot(ports, { traces, changements, source }, () =>
    ports.classeur.appliquer(operations),
  );
}

/** All is written by then: a mark that stays is taken away by the next action. */
function fermer(classeur: Classeur): void {
  try {
    classeur.appliquer([fermerLot(), ...oublierAnciens(classeur)]);
  } catch {
    return;
  }
}

function undone(classeur: Classeur, traces: readonly Trace[], error: unknown): Error {
  const cause = error instanceof Error ? error.message : String(error);
  try {
    remettre(classeur, traces);
    classeur.appliquer([fermerLot()]);
    return new Error(
      `L’enregistrement a échoué, tout a été remis comme avant\u00a0: recommencez. (${cause})`,
    );
  } catch {
    return new Error(
      `L’enregistrement a été interrompu. La prochaine action remettra le classeur comme avant\u00a0: relancez-la dans une minute. (${cause})`,
    );
  }
}
