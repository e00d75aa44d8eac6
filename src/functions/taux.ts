import type { Cell } from "../dossiers/cell.js";
import type { Guichet } from "../rules/guichet.js";
import { type Points, shareOf } from "../rules/points.js";
import { broadcast } from "./broadcast.js";
import { GUICHET_PARAMETER, guichetArgument, guichetRows } from "./guichet-argument.js";
import {
  EXCEPTION_PARAMETER,
  montantSansTaux,
  POPULATION_PARAMETER,
  THEME_PARAMETER,
  tauxIn,
} from "./taux-arguments.js";
import type { FunctionDeclaration, Run } from "./types.js";

/**
 * The maximum rate that cells ask for, zero where the project can't be funded.
 *
 * @throws SaisieInvalide as `tauxIn` does, and where the theme has an amount and no rate
 */
export function tauxMaximum(
  guichet: Guichet,
  cells: { population: Cell; theme: Cell; exception: Cell },
): Points {
  const taux = tauxIn(guichet, cells);
  if (taux.kind === "montant") throw montantSansTaux(guichet);
  return taux.kind === "taux" ? taux.max.value : 0;
}

export const runTaux: Run = ([population, theme, guichet, exception], context) => {
  const guichetOf = guichetArgument(guichet, context);
  return broadcast(
    [
      { name: "population", value: population },
      { name: "theme", value: theme },
      { name: "exception", value: exception },
    ],
    ([p = "", t = "", e = ""], { row }) =>
      shareOf(tauxMaximum(guichetOf(row), { population: p, theme: t, exception: e })),
    guichetRows(guichet),
  );
};

export const FITN_TAUX: FunctionDeclaration = {
  name: "FITN_TAUX",
  summary:
    "Taux maximum de subvention, de 0 à 1, selon la population, le thème et le guichet. 0 si le projet n’est pas finançable.",
  parameters: [POPULATION_PARAMETER, THEME_PARAMETER, GUICHET_PARAMETER, EXCEPTION_PARAMETER],
  returns: "Le taux maximum, de 0 à 1.",
  source: "DITP « Pour qui ? » ; HDF § 5 ; IDF « 2. Modalités de subventionnement » ; MAR § 3",
  examples: [
    {
      formula: '=FITN_TAUX(80000; "iii"; "MARNE-V1")',
      args: [80_000, "iii", "MARNE-V1"],
      result: 0.8,
    },
    {
      formula: '=FITN_TAUX(80001; "3c"; "MARNE-V1")',
      args: [80_001, "3c", "MARNE-V1"],
      result: 0.2,
    },
    {
      formula: '=FITN_TAUX(15001; "3c"; "IDF-V1"; VRAI)',
      args: [15_001, "3c", "IDF-V1", true],
      result: 0.8,
    },
    {
      formula: '=FITN_TAUX(100000; "3c"; "MARNE-V1")',
      args: [100_000, "3c", "MARNE-V1"],
      result: 0,
    },
  ],
  run: runTaux,
};
