import { quoted } from "../dossiers/text.js";
import type { Collectivite } from "./collectivite.js";
import type { LigneLue } from "./fichier.js";
import type { Population } from "./protocole.js";
import { memeValeur, montrer } from "./valeurs.js";

/** What a line says once its collectivité is known, and what is worth telling. */
export interface Completee {
  readonly valeurs: LigneLue["valeurs"];
  readonly remarques: readonly string[];
}

/**
 * Adds to a line what INSEE says of its collectivité: type, population and its year, INSEE code of a
 * commune, département where there is one alone. INSEE's figures stand before declared ones, which are
 * told where they differ.
 *
 * @param population which of the two populations counts, a setting
 */
export function completer(
  valeurs: LigneLue["valeurs"],
  one: Collectivite,
  population: Population,
): Completee {
  const count = one[population];
  const [departement, ...others] = one.departements;
  const insee: Partial<LigneLue["valeurs"]> = {
    ...(one.typeLibelle !== "" && { type: one.typeLibelle }),
    ...(one.type === "commune" && one.code !== "" && { code_insee: one.code }),
    ...(departement !== undefined && others.length === 0 && { departement }),
    ...(count !== undefined && { population: count, millesime: one.millesimes[population] }),
  };
  const remarques: string[] = [];
  if (count === undefined) {
    remarques.push(`Population ${population} de ${one.nom} absente des données INSEE.`);
  } else if (
    valeurs.population !== undefined &&
    !memeValeur("population", valeurs.population, count)
  ) {
    remarques.push(
      `Population déclarée\u00a0: ${montrer("population", valeurs.population)}. INSEE\u00a0: ${count} (${population}, ${one.millesimes[population]}), retenue.`,
    );
  }
  if (valeurs.type !== undefined && insee.type && !memeValeur("type", valeurs.type, insee.type)) {
    remarques.push(
      `Type déclaré\u00a0: ${quoted(valeurs.type)}. INSEE\u00a0: ${quoted(insee.type)}, retenu.`,
    );
  }
  return { valeurs: { ...valeurs, ...insee }, remarques };
}
