import { annulerSaisie, type ResultatAnnulationSaisie } from "../annuler-saisie.js";
import type { Ports } from "../ports.js";
import { SOURCE_SUIVI } from "./saisir-lignes.js";

/**
 * Takes back a report of progress, a company, a due date passed over or an evaluation.
 *
 * @param lot as the entry gave it; the last of one's own where left out
 */
export function annulerSuivi(ports: Ports, lot?: string): ResultatAnnulationSaisie {
  return ports.sousVerrou(() => annulerSaisie(ports, lot, { source: SOURCE_SUIVI }));
}
