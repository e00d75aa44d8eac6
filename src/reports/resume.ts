import type { Cents } from "../rules/cents.js";
import { phraseDuManque } from "./parties.js";
import type { ResumeRapport } from "./rapport.js";
import type { DossierSuivi, Manque } from "./suivi.js";

type Montant = "montant_accorde" | "montant_propose";

/** The sum of an amount over dossiers; one that has none counts for nothing. */
export function totalDe(
  dossiers: readonly Pick<DossierSuivi, "dossier">[],
  champ: Montant = "montant_accorde",
): Cents {
  return dossiers.reduce((sum, { dossier }) => sum + (dossier.faits[champ] ?? 0), 0);
}

/** What a run of a report says of itself: its lines, what they add up to, what is missing. */
export function resumeDe(
  lignes: readonly unknown[],
  total: Cents,
  manques: readonly Manque[],
): ResumeRapport {
  return { nombre: lignes.length, total, manques: manques.map(phraseDuManque) };
}
