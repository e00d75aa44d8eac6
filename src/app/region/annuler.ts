import { annulerSaisie, type ResultatAnnulationSaisie } from "../annuler-saisie.js";
import type { Ports } from "../ports.js";
import { SOURCE_CONSOLIDER } from "./consolider.js";

/**
 * Takes back the consolidation of a département: its rows are what they were before. A movement is never
 * taken back, as the ledger keeps each; the way back is a movement the other way.
 *
 * @param lot as `consolider` gave it
 */
export function annulerConsolidation(ports: Ports, lot: string): ResultatAnnulationSaisie {
  return ports.sousVerrou(() => annulerSaisie(ports, lot, { source: SOURCE_CONSOLIDER }));
}
