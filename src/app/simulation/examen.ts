import { readTheme } from "../../dossiers/themes.js";
import type { DossierSuivi } from "../../reports/suivi.js";
import { examiner } from "../../rules/eligibilite/index.js";

/** A dossier under its guichet's rules: its theme, its outcome, what it may be granted. */
export function examenDe({ dossier, guichet }: DossierSuivi) {
  const reading = readTheme(dossier.faits.theme ?? "", guichet);
  const theme = reading.ok ? reading.value : undefined;
  const { issue, chiffrage } = examiner(guichet, theme, dossier);
  return { theme, issue, possible: chiffrage.possible };
}
