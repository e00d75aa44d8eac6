import { FITN_ADS } from "./ads.js";
import { FITN_CONSOMME } from "./consomme.js";
import { FITN_ELIGIBLE } from "./eligible.js";
import { FITN_FORFAIT } from "./forfait.js";
import { FITN_INSTRUCTION } from "./instruction.js";
import { FITN_MOTIFS } from "./motifs.js";
import { FITN_PLAFOND } from "./plafond.js";
import { FITN_RELANCE } from "./relance.js";
import { FITN_CONSOMMATION, FITN_RESTE } from "./reste.js";
import { FITN_SCORE } from "./score.js";
import { FITN_SUBVENTION } from "./subvention.js";
import { FITN_TAUX } from "./taux.js";
import { FITN_TAUX_MIN } from "./taux-min.js";
import { FITN_THEME } from "./theme.js";
import type { FunctionDeclaration } from "./types.js";

/** Every custom function, in the order the help lists them. */
export const FUNCTIONS: readonly FunctionDeclaration[] = [
  FITN_TAUX,
  FITN_TAUX_MIN,
  FITN_PLAFOND,
  FITN_SUBVENTION,
  FITN_FORFAIT,
  FITN_ADS,
  FITN_ELIGIBLE,
  FITN_MOTIFS,
  FITN_INSTRUCTION,
  FITN_THEME,
  FITN_CONSOMME,
  FITN_RESTE,
  FITN_CONSOMMATION,
  FITN_SCORE,
  FITN_RELANCE,
];
