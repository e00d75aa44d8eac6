import { NOM_SIMULATION } from "../../dossiers/onglets-demande.js";
import { annulerSaisie } from "../annuler-saisie.js";
import type { Ports } from "../ports.js";
import { SOURCE_SIMULATION } from "./enregistrer-scenario.js";
import { lireScenarios } from "./lire.js";
import { isSourceProposer } from "./proposer.js";
import type { ResultatAnnulationScenario } from "./protocole.js";

/**
 * Takes back a scenario kept or taken away, or the proposals that one was made.
 *
 * @param lot as the entry gave it
 */
export function annulerSimulation(ports: Ports, lot: string): ResultatAnnulationScenario {
  return ports.sousVerrou(() => {
    const done = annulerSaisie(ports, lot, {
      source: SOURCE_SIMULATION,
      isDossiers: isSourceProposer,
    });
    if (done.kind === "refus") return done;
    return { ...done, scenarios: lireScenarios(ports.classeur.lire(NOM_SIMULATION).lignes) };
  });
}
