import { sentence } from "../dossiers/phrases.js";
import type { Verdict } from "../rules/eligibilite/index.js";
import { instruire, LIGNES_PARAMETERS } from "./lignes.js";
import type { FunctionDeclaration, Run } from "./types.js";

/** The outcome; a row with an unreadable cell says which one. */
function shownIssue({ issue, motifs }: Verdict): string {
  const unread = motifs.filter(({ code }) => code === "ILLISIBLE").map(sentence);
  return [issue, ...unread].join(" — ");
}

export const EXEMPLE_ENTETES = [
  ["N° dossier", "Thématique", "Pop.", "Type", "Dept", "Coût total HT", "Montant sollicité"],
] as const;

export const runEligible: Run = (args, context) =>
  instruire(args, context, [""], ({ verdict }) => [shownIssue(verdict)]);

export const FITN_ELIGIBLE: FunctionDeclaration = {
  name: "FITN_ELIGIBLE",
  summary: "Éligible, Inéligible ou À vérifier, une réponse par ligne.",
  parameters: LIGNES_PARAMETERS,
  returns: "Une colonne : l’issue de chaque ligne.",
  source: "Conditions d’éligibilité de chaque guichet, citées par FITN_MOTIFS",
  examples: [
    {
      formula: '=FITN_ELIGIBLE(A1:G1; A2:G3; "HDF")',
      args: [
        EXEMPLE_ENTETES,
        [
          ["101", "3", 25_000, "commune", "59", 120_000, 50_000],
          ["", "", "", "", "", "", ""],
        ],
        "HDF",
      ],
      result: [["Inéligible"], [""]],
    },
  ],
  run: runEligible,
};
