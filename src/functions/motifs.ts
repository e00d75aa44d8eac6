import { formatMotifs } from "../dossiers/phrases.js";
import { exempleLignes, MOTIF_EXEMPLE } from "./exemple-lignes.js";
import { instruire, LIGNES_PARAMETERS } from "./lignes.js";
import type { FunctionDeclaration, Run } from "./types.js";

export const runMotifs: Run = (args, context) =>
  instruire(
    args,
    context,
    [""],
    ({ verdict }) => [formatMotifs(verdict.motifs)],
    (message) => [message],
  );

export const FITN_MOTIFS: FunctionDeclaration = {
  name: "FITN_MOTIFS",
  summary:
    "Toutes les raisons de l’issue, avec leurs chiffres et leur source, une cellule par ligne ; chaque raison a un code, à reporter dans « Points vérifiés » une fois vérifiée.",
  parameters: LIGNES_PARAMETERS,
  returns: "Une colonne : les raisons de chaque ligne, une par ligne de texte.",
  source: "Document et section cités dans chaque raison",
  examples: [exempleLignes("FITN_MOTIFS", [[MOTIF_EXEMPLE], [""]])],
  run: runMotifs,
};
