import type { Candidat } from "./optimisation.js";

/** Dossiers by what a cent of them is worth, best first; of two alike, the cheaper, then by key. */
export function trier(candidats: readonly Candidat[]): readonly Candidat[] {
  return [...candidats].sort(
    (a, b) =>
      b.valeur / b.montant - a.valeur / a.montant ||
      a.montant - b.montant ||
      (a.cle < b.cle ? -1 : a.cle > b.cle ? 1 : 0),
  );
}
