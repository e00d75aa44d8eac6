import { readEuros } from "../dossiers/numbers.js";
import { exiger, lire } from "../dossiers/saisie.js";
import { eurosOf } from "../rules/cents.js";
import { plafondOf, subventionOf } from "../rules/subvention.js";
import { broadcast } from "./broadcast.js";
import { GUICHET_PARAMETER, guichetArgument, guichetRows } from "./guichet-argument.js";
import { COUT_PARAMETER } from "./plafond.js";
import { tauxMaximum } from "./taux.js";
import { EXCEPTION_PARAMETER, POPULATION_PARAMETER, THEME_PARAMETER } from "./taux-arguments.js";
import type { FunctionDeclaration, Run } from "./types.js";

export const runSubvention: Run = (
  [cout, demande, autres, population, theme, guichet, exception],
  context,
) => {
  const guichetOf = guichetArgument(guichet, context);
  return broadcast(
    [
      { name: "cout", value: cout },
      { name: "demande", value: demande },
      { name: "autres", value: autres },
      { name: "population", value: population },
      { name: "theme", value: theme },
      { name: "exception", value: exception },
    ],
    ([c = "", d = "", a = "", p = "", t = "", e = ""], { row }) => {
      const cents = exiger("cout", c, readEuros);
      const asked = exiger("demande", d, readEuros);
      const others = lire("autres", a, readEuros) ?? 0;
      const max = tauxMaximum(guichetOf(row), { population: p, theme: t, exception: e });
      return eurosOf(subventionOf(plafondOf(cents, max), asked, cents, others));
    },
    guichetRows(guichet),
  );
};

export const FITN_SUBVENTION: FunctionDeclaration = {
  name: "FITN_SUBVENTION",
  summary:
    "Subvention possible en euros : le plus petit du plafond, de la demande et de ce que les autres financements laissent ; jamais moins de 0.",
  parameters: [
    COUT_PARAMETER,
    { name: "demande", help: "Subvention demandée en euros (cellule ou plage)." },
    {
      name: "autres",
      help: "Autres financements en euros ; vide compte pour 0 (cellule ou plage).",
    },
    POPULATION_PARAMETER,
    THEME_PARAMETER,
    GUICHET_PARAMETER,
    EXCEPTION_PARAMETER,
  ],
  returns: "La subvention possible en euros.",
  source: "Taux du guichet ; règle du plus petit : choix de l’outil",
  examples: [
    {
      formula: '=FITN_SUBVENTION(50000; 45000; 5000; 20000; "iii"; "MARNE-V1")',
      args: [50_000, 45_000, 5_000, 20_000, "iii", "MARNE-V1"],
      result: 40_000,
    },
    {
      formula: '=FITN_SUBVENTION(50000; 45000; 60000; 20000; "iii"; "MARNE-V1")',
      args: [50_000, 45_000, 60_000, 20_000, "iii", "MARNE-V1"],
      result: 0,
    },
  ],
  run: runSubvention,
};
