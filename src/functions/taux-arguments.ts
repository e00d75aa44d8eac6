import type { Cell } from "../dossiers/cell.js";
import { readWhole } from "../dossiers/numbers.js";
import { readYesNo } from "../dossiers/readers.js";
import { lire, SaisieInvalide, valeurLue } from "../dossiers/saisie.js";
import { readTheme } from "../dossiers/themes.js";
import type { Guichet } from "../rules/guichet.js";
import { type Taux, tauxOf } from "../rules/taux.js";
import type { Theme } from "../rules/theme.js";
import type { Parameter } from "./types.js";

export const POPULATION_PARAMETER: Parameter = {
  name: "population",
  help: "Nombre d’habitants de la collectivité (cellule ou plage).",
};

export const THEME_PARAMETER: Parameter = {
  name: "theme",
  help: "Thème : 3a, 3b, 3c, 3d, ADS, ou son nom dans le guichet (cellule ou plage).",
};

export const EXCEPTION_PARAMETER: Parameter = {
  name: "exception",
  help: "Facultatif. VRAI pour le taux exceptionnel, là où le document en prévoit un. Par défaut : FAUX.",
  optional: true,
};

const readPopulation = readWhole("d’habitants");

/** The theme of a cell in a guichet. @throws SaisieInvalide where it is empty or unknown */
export function themeIn(cell: Cell, guichet: Guichet): Theme {
  const theme = valeurLue("theme", cell, readTheme(cell, guichet));
  if (theme === undefined) {
    throw new SaisieInvalide(
      "theme\u00a0: cellule vide, attendu un thème (3a, 3b, 3c, 3d ou ADS).",
    );
  }
  return theme;
}

/** The population of a cell. @throws SaisieInvalide where it is malformed */
export function populationIn(cell: Cell): number | undefined {
  return lire("population", cell, readPopulation);
}

/**
 * The rates that cells ask for.
 *
 * @throws SaisieInvalide where a cell is malformed, where the population is needed and missing, where
 * an exception is asked for that nothing provides for
 */
export function tauxIn(
  guichet: Guichet,
  cells: { population: Cell; theme: Cell; exception: Cell },
): Taux {
  const population = populationIn(cells.population);
  const theme = themeIn(cells.theme, guichet);
  const exception = lire("exception", cells.exception, readYesNo) === true;
  const taux = tauxOf(guichet, { population, theme, exception });
  if (taux.kind === "population") {
    throw new SaisieInvalide(
      `population\u00a0: cellule vide, le taux de ${guichet.id} dépend du nombre d’habitants.`,
    );
  }
  if (taux.kind === "exception") {
    throw new SaisieInvalide(
      `exception\u00a0: lu VRAI, mais ${guichet.id} ne prévoit pas de taux exceptionnel pour le thème ${theme} et cette population. Attendu FAUX ou rien.`,
    );
  }
  return taux;
}

/** The error for a theme that has an amount and no rate. */
export function montantSansTaux(guichet: Guichet): SaisieInvalide {
  return new SaisieInvalide(
    `theme\u00a0: ${guichet.id} prévoit un montant et non un taux. Utilisez FITN_ADS(communes).`,
  );
}
