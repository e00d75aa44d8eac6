import { exiger, invalide, SaisieInvalide } from "../dossiers/saisie.js";
import { readType } from "../dossiers/vocabulary.js";
import { eurosOf } from "../rules/cents.js";
import { forfaitOf } from "../rules/subvention.js";
import { broadcast } from "./broadcast.js";
import { GUICHET_PARAMETER, guichetArgument, guichetRows } from "./guichet-argument.js";
import { POPULATION_PARAMETER, populationIn } from "./taux-arguments.js";
import type { FunctionDeclaration, Run } from "./types.js";

/** Where the documents are silent. */
const NON_PREVU = "Non prévu";

export const runForfait: Run = ([population, type, guichet], context) => {
  const guichetOf = guichetArgument(guichet, context);
  return broadcast(
    [
      { name: "type", value: type },
      { name: "population", value: population },
    ],
    ([t = "", p = ""], { row }) => {
      const { forfaits } = guichetOf(row);
      const kind = exiger("type", t, readType);
      const inhabitants = populationIn(p);
      if (kind === "epci") {
        throw invalide("type", t, "la nature de l’EPCI (communauté de communes, d’agglomération…)");
      }
      const forfait = forfaitOf(forfaits, kind, inhabitants);
      if (forfait === "population") {
        throw new SaisieInvalide(
          "population\u00a0: cellule vide, le forfait d’une commune dépend du nombre d’habitants.",
        );
      }
      return forfait ? eurosOf(forfait.value) : NON_PREVU;
    },
    guichetRows(guichet),
  );
};

export const FITN_FORFAIT: FunctionDeclaration = {
  name: "FITN_FORFAIT",
  summary:
    "Forfait recommandé en euros pour un accompagnement (3a) ; « Non prévu » là où le guichet n’en indique pas.",
  parameters: [
    {
      ...POPULATION_PARAMETER,
      help: "Nombre d’habitants ; nécessaire pour une commune (cellule ou plage).",
    },
    {
      name: "type",
      help: "Type de collectivité : commune, communauté de communes, département… (cellule ou plage).",
    },
    GUICHET_PARAMETER,
  ],
  returns: "Le forfait en euros, ou le texte « Non prévu ».",
  source: "DITP et DEP « Montants de financement » (montants donnés à titre d’exemple)",
  examples: [
    {
      formula: '=FITN_FORFAIT(4999; "commune"; "DITP")',
      args: [4_999, "commune", "DITP"],
      result: 5_000,
    },
    {
      formula: '=FITN_FORFAIT(5000; "commune"; "DITP")',
      args: [5_000, "commune", "DITP"],
      result: 10_000,
    },
    {
      formula: '=FITN_FORFAIT(30000; "communauté de communes"; "DEP")',
      args: [30_000, "communauté de communes", "DEP"],
      result: 20_000,
    },
    {
      formula: '=FITN_FORFAIT(200000; "métropole"; "DITP")',
      args: [200_000, "métropole", "DITP"],
      result: NON_PREVU,
    },
  ],
  run: runForfait,
};
