import { eurosOf } from "../rules/cents.js";
import { CONSOMME_PARAMETERS, consommeIn } from "./enveloppe-arguments.js";
import type { FunctionDeclaration, Run } from "./types.js";

export const runConsomme: Run = (args) => eurosOf(consommeIn(args));

export const FITN_CONSOMME: FunctionDeclaration = {
  name: "FITN_CONSOMME",
  summary: "Euros accordés, engagés ou payés sur une enveloppe, selon l’état des dossiers.",
  parameters: CONSOMME_PARAMETERS,
  returns: "Le montant consommé en euros.",
  source: "États et étapes : choix de l’outil (les documents n’en nomment pas)",
  examples: [
    {
      formula: "=FITN_CONSOMME(A2:A4; B2:B4)",
      args: [
        [[10_000], [5_000.5], [8_000]],
        [["Retenu"], ["Engagé"], ["Non retenu"]],
      ],
      result: 15_000.5,
    },
    {
      formula: '=FITN_CONSOMME(A2:A3; B2:B3; "engagé"; C2:C3)',
      args: [[[10_000], [5_000]], [["Abandonné"], ["Payé"]], "engagé", [[3_000], [1_000]]],
      result: 8_000,
    },
  ],
  run: runConsomme,
};
