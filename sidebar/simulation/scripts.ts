import type {
  EtatSimulation,
  ResultatAnnulationScenario,
  ResultatProposer,
  ResultatScenario,
  Scenario,
} from "../../src/app/simulation/protocole.js";
import type { Sort } from "../../src/rules/scenario.js";
import { call } from "../kit/call.js";

/** The script's entries that this page calls, with what they take and give. */
export const script = {
  ouvrir: () => call<EtatSimulation>("apiSimulationOuvrir"),
  enregistrer: (scenario: Scenario) => call<ResultatScenario>("apiSimulationEnregistrer", scenario),
  supprimer: (nom: string) => call<ResultatScenario>("apiSimulationSupprimer", { nom }),
  annuler: (lot: string) => call<ResultatAnnulationScenario>("apiSimulationAnnuler", { lot }),
  colonnes: () => call<{ kind: string; message?: string }>("apiSimulationColonnes"),
  proposer: (nom: string, autres: Sort, apercu: boolean) =>
    call<ResultatProposer>("apiSimulationProposer", { nom, autres, apercu }),
};
