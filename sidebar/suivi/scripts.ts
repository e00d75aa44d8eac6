import type { ResultatAnnulationSaisie } from "../../src/app/annuler-saisie.js";
import type {
  EtatSuivi,
  ResultatRelances,
  ResultatSaisie,
  SaisieAvancement,
  SaisieEntreprise,
  SaisieEvaluation,
  SaisieReport,
} from "../../src/app/suivi/protocole.js";
import { call } from "../kit/call.js";

/** The script's entries that this page calls, with what they take and give. */
export const script = {
  ouvrir: () => call<EtatSuivi>("apiSuiviOuvrir"),
  avancement: (saisie: SaisieAvancement) => call<ResultatSaisie>("apiSuiviAvancement", saisie),
  entreprise: (saisie: SaisieEntreprise) => call<ResultatSaisie>("apiSuiviEntreprise", saisie),
  reporter: (saisie: SaisieReport) => call<ResultatSaisie>("apiSuiviReporter", saisie),
  evaluation: (saisie: SaisieEvaluation) => call<ResultatSaisie>("apiSuiviEvaluation", saisie),
  annuler: (lot?: string) =>
    call<ResultatAnnulationSaisie>("apiSuiviAnnuler", lot === undefined ? {} : { lot }),
  relances: () => call<ResultatRelances>("apiSuiviRelances"),
  evaluations: () =>
    call<{ kind: string; message?: string; onglet?: string }>("apiSuiviEvaluations"),
};
