import { runAds } from "./ads.js";
import { runConsomme } from "./consomme.js";
import { runEligible } from "./eligible.js";
import { runForfait } from "./forfait.js";
import { runInstruction } from "./instruction.js";
import { runMotifs } from "./motifs.js";
import { runPlafond } from "./plafond.js";
import { runRelance } from "./relance.js";
import { runConsommation, runReste } from "./reste.js";
import { runScore } from "./score.js";
import { runSubvention } from "./subvention.js";
import { runTaux } from "./taux.js";
import { runTauxMin } from "./taux-min.js";
import { runTheme } from "./theme.js";
import type { Run } from "./types.js";

/**
 * The computations alone, by name: what the pushed bundle holds. The declarations' help is in the JSDoc
 * that the build writes, and would only make every call load it twice.
 */
export const RUNS: Readonly<Record<string, Run>> = {
  FITN_ADS: runAds,
  FITN_CONSOMME: runConsomme,
  FITN_ELIGIBLE: runEligible,
  FITN_FORFAIT: runForfait,
  FITN_INSTRUCTION: runInstruction,
  FITN_MOTIFS: runMotifs,
  FITN_PLAFOND: runPlafond,
  FITN_RELANCE: runRelance,
  FITN_RESTE: runReste,
  FITN_CONSOMMATION: runConsommation,
  FITN_SCORE: runScore,
  FITN_SUBVENTION: runSubvention,
  FITN_TAUX_MIN: runTauxMin,
  FITN_TAUX: runTaux,
  FITN_THEME: runTheme,
};
