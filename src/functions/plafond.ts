import { readEuros } from "../dossiers/numbers.js";
import { exiger } from "../dossiers/saisie.js";
import { eurosOf } from "../rules/cents.js";
import { plafondOf } from "../rules/subvention.js";
import { broadcast } from "./broadcast.js";
import { GUICHET_PARAMETER, guichetArgument, guichetRows } from "./guichet-argument.js";
import { tauxMaximum } from "./taux.js";
import { EXCEPTION_PARAMETER, POPULATION_PARAMETER, THEME_PARAMETER } from "./taux-arguments.js";
import type { FunctionDeclaration, Parameter, Run } from "./types.js";

export const COUT_PARAMETER: Parameter = {
  name: "cout",
  help: "Coût total du projet en euros (cellule ou plage).",
};

export const runPlafond: Run = ([cout, population, theme, guichet, exception], context) => {
  const guichetOf = guichetArgument(guichet, context);
  return broadcast(
    [
      { name: "cout", value: cout },
      { name: "population", value: population },
      { name: "theme", value: theme },
      { name: "exception", value: exception },
    ],
    ([c = "", p = "", t = "", e = ""], { row }) => {
      const cents = exiger("cout", c, readEuros);
      const max = tauxMaximum(guichetOf(row), { population: p, theme: t, exception: e });
      return eurosOf(plafondOf(cents, max));
    },
    guichetRows(guichet),
  );
};

export const FITN_PLAFOND: FunctionDeclaration = {
  name: "FITN_PLAFOND",
  summary: "Plafond de la subvention en euros : coût × taux maximum, centimes arrondis en dessous.",
  parameters: [
    COUT_PARAMETER,
    POPULATION_PARAMETER,
    THEME_PARAMETER,
    GUICHET_PARAMETER,
    EXCEPTION_PARAMETER,
  ],
  returns: "Le plafond en euros.",
  source: "Taux du guichet ; arrondi : choix de l’outil",
  examples: [
    {
      formula: '=FITN_PLAFOND(33333,33; 20000; "iii"; "MARNE-V1")',
      args: [33_333.33, 20_000, "iii", "MARNE-V1"],
      result: 26_666.66,
    },
    {
      formula: '=FITN_PLAFOND("12 500,50 €"; 900; "3b"; "MARNE-V1")',
      args: ["12 500,50 €", 900, "3b", "MARNE-V1"],
      result: 12_500.5,
    },
  ],
  run: runPlafond,
};
