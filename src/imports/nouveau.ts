import { CHAMPS } from "../dossiers/champs.js";
import type { Contenu } from "../reports/plan.js";
import type { Champ } from "../rules/dossier.js";
import type { LigneLue } from "./fichier.js";
import { contenuDe } from "./valeurs.js";

/** States of the platform that a decision made. */
const DECIDES: ReadonlySet<string> = new Set(["Retenu", "Non retenu", "Sans suite"]);

/**
 * What a dossier brings to the sheet the first time: every mapped field, and the state that its platform
 * state means. A day of decision counts for a decided dossier alone.
 */
export function contenusDe(valeurs: LigneLue["valeurs"]): ReadonlyMap<Champ, Contenu> {
  const contenus = new Map<Champ, Contenu>();
  for (const champ of Object.keys(valeurs) as Champ[]) {
    const cell = valeurs[champ];
    if (cell !== undefined) contenus.set(champ, contenuDe(champ, cell));
  }
  const platform = valeurs.etat_plateforme;
  const etat = platform === undefined ? undefined : CHAMPS.etat.lire(platform);
  if (etat?.ok && etat.value !== undefined && !contenus.has("etat")) {
    contenus.set("etat", etat.value);
  }
  if (etat?.ok && !DECIDES.has(etat.value ?? "")) contenus.delete("date_decision");
  return contenus;
}
