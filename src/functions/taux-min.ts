import { shareOf } from "../rules/points.js";
import { broadcast } from "./broadcast.js";
import { GUICHET_PARAMETER, guichetArgument, guichetRows } from "./guichet-argument.js";
import { POPULATION_PARAMETER, THEME_PARAMETER, tauxIn } from "./taux-arguments.js";
import type { FunctionDeclaration, Run } from "./types.js";

export const runTauxMin: Run = ([population, theme, guichet], context) => {
  const guichetOf = guichetArgument(guichet, context);
  return broadcast(
    [
      { name: "population", value: population },
      { name: "theme", value: theme },
    ],
    ([p = "", t = ""], { row }) => {
      const taux = tauxIn(guichetOf(row), { population: p, theme: t, exception: "" });
      return taux.kind === "taux" ? shareOf(taux.min?.value ?? 0) : 0;
    },
    guichetRows(guichet),
  );
};

export const FITN_TAUX_MIN: FunctionDeclaration = {
  name: "FITN_TAUX_MIN",
  summary: "Taux minimum de subvention, de 0 à 1, là où le document en indique un ; 0 sinon.",
  parameters: [POPULATION_PARAMETER, THEME_PARAMETER, GUICHET_PARAMETER],
  returns: "Le taux minimum, de 0 à 1.",
  source: "HDF § 5 (plancher : notre lecture) ; MAR § 3",
  examples: [
    { formula: '=FITN_TAUX_MIN(999; "i"; "MARNE-V1")', args: [999, "i", "MARNE-V1"], result: 0.2 },
    { formula: '=FITN_TAUX_MIN(25000; "3"; "HDF")', args: [25_000, "3", "HDF"], result: 0.5 },
    { formula: '=FITN_TAUX_MIN(25000; "3a"; "DITP")', args: [25_000, "3a", "DITP"], result: 0 },
  ],
  run: runTauxMin,
};
