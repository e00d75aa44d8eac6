import { NOM_JOURNAL } from "../dossiers/onglets.js";
import { clore, ouvrirLot, type Trace } from "./annulation.js";
import { type Changement, journaliser, nomDeLot } from "./journal.js";
import { tracesCellules } from "./plan-enregistrement.js";
import type { Operation, Ports } from "./ports.js";
import { remettreLot } from "./remettre.js";

/** What a batch needs to be taken back, and what the Journal tells of it. */
export interface Lot {
  readonly traces: readonly Trace[];
  readonly changements: readonly Changement[];
  readonly source: string;
}

/**
 * Writes as one batch: what it changes is kept, it is written, the Journal tells it and so closes it, what
 * was written is read again. Where a service fails it is put back; where even that fails, the next action
 * does it. To be called under the document's lock.
 *
 * @param ecrire what is written besides the Journal
 * @param verifier reads again what was written and mends it: comes last, so that nothing is left to commit
 * @returns the batch of the Journal
 * @throws Error in French where a service fails
 */
export function ecrireLot(
  ports: Ports,
  demande: Lot,
  ecrire: () => void,
  verifier: () => void = () => undefined,
): string {
  const { classeur, contexte } = ports;
  const { traces, changements, source } = demande;
  const last = classeur.derniereLigne(NOM_JOURNAL);
  const lot = nomDeLot(contexte.maintenant(), last);
  const ouverture = ouvrirLot(classeur, lot, traces);
  try {
    classeur.appliquer(ouverture.operations);
    ecrire();
    const told = journaliser(changements, last, source, contexte, lot);
    classeur.appliquer(told.length > 0 || ouverture.ligne === 0 ? told : [clore(ouverture.ligne)]);
    verifier();
  } catch (error) {
    throw undone(ports, { lot, traces }, error);
  }
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

function undone(
  { classeur }: Ports,
  begun: { readonly lot: string; readonly traces: readonly Trace[] },
  error: unknown,
): Error {
  const cause = error instanceof Error ? error.message : String(error);
  try {
    remettreLot(classeur, begun);
    return new Error(
      `L’enregistrement a échoué, tout a été remis comme avant\u00a0: recommencez. (${cause})`,
    );
  } catch {
    return new Error(
      `L’enregistrement a été interrompu. La prochaine action vérifiera le classeur et le remettra comme avant si besoin\u00a0: relancez-la dans une minute. (${cause})`,
    );
  }
}
