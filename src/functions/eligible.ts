import { sentence } from "../dossiers/phrases.js";
import type { Verdict } from "../rules/eligibilite/index.js";
import { exempleLignes } from "./exemple-lignes.js";
import { instruire, LIGNES_PARAMETERS } from "./lignes.js";
import type { FunctionDeclaration, Run } from "./types.js";

/** The outcome; a row with an unreadable cell says which one. */
function shownIssue({ issue, motifs }: Verdict): string {
  const unread = motifs.filter(({ code }) => code === "ILLISIBLE").map(sentence);
  return [issue, ...unread].join(" — ");
}

export const runEligible: Run = (args, context) =>
  instruire(
    args,
    context,
    [""],
    ({ verdict }) => [shownIssue(verdict)],
    (message) => [message],
  );

export const FITN_ELIGIBLE: FunctionDeclaration = {
  name: "FITN_ELIGIBLE",
  summary: "Éligible, Inéligible ou À vérifier, une réponse par ligne.",
  parameters: LIGNES_PARAMETERS,
  returns: "Une colonne : l’issue de chaque ligne.",
  source: "Conditions d’éligibilité de chaque guichet, citées par FITN_MOTIFS",
  examples: [exempleLignes("FITN_ELIGIBLE", [["Éligible"], [""]])],
  run: runEligible,
};
