import type { Cents } from "./cents.js";
import { chercherDansLeNoyau } from "./optimisation-noyau.js";
import { trier } from "./optimisation-tri.js";

/** A dossier that is retained at its amount or not at all. */
export interface Candidat {
  readonly cle: string;
  /** What it takes from the envelope. */
  readonly montant: Cents;
  /** What it is worth: whole, zero or more (score in hundredths, one dossier, inhabitants). */
  readonly valeur: number;
}

/** A set of dossiers under an envelope, and what is proven about it. */
export interface Choix {
  /** Keys of the dossiers retained, in the order given. */
  readonly retenus: readonly string[];
  readonly montant: Cents;
  readonly valeur: number;
  /** No set under the envelope is worth more than this. */
  readonly borne: number;
  /** The set is worth the bound: none is better. */
  readonly prouve: boolean;
}

/**
 * Looks for the set worth most under an envelope, each dossier whole or not at all. It never reads a
 * clock: it hands over between short pieces of work, each time with the best set so far and its bound,
 * so that a page stays alive and its reader may stop it.
 *
 * Dynamic programming over the dossiers nearest to the break of the greedy order (D. Pisinger, "A minimal
 * algorithm for the 0-1 knapsack problem", Operations Research 45, 1997): states that cost more and are
 * worth no more than another are dropped, and those whose bound does not beat the best set found.
 * The same dossiers give the same set, in whatever order they come.
 *
 * @param candidats dossiers with distinct keys
 * @param enveloppe what may be spent, in cents
 * @returns the best set; `prouve` once the search came to its end
 * @throws RangeError where an amount or a worth is not a whole number, zero or more
 */
export function* chercherMeilleurChoix(
  candidats: readonly Candidat[],
  enveloppe: Cents,
): Generator<Choix, Choix> {
  for (const { cle, montant, valeur } of candidats) {
    if (!isWhole(montant)) throw new RangeError(`montant ${cle}: ${montant}, expected whole cents`);
    if (!isWhole(valeur)) throw new RangeError(`valeur ${cle}: ${valeur}, expected a whole number`);
  }
  const free = candidats.filter(({ montant, valeur }) => montant === 0 && valeur > 0);
  const useful = trier(
    candidats.filter(({ montant, valeur }) => montant > 0 && montant <= enveloppe && valeur > 0),
  );
  const choix = (taken: ReadonlySet<Candidat>, borne: number): Choix => {
    const retenus = candidats.filter((candidat) => taken.has(candidat));
    const valeur = retenus.reduce((sum, candidat) => sum + candidat.valeur, 0);
    return {
      retenus: retenus.map(({ cle }) => cle),
      montant: retenus.reduce((sum, candidat) => sum + candidat.montant, 0),
      valeur,
      borne,
      prouve: borne === valeur,
    };
  };
  const gift = free.reduce((sum, { valeur }) => sum + valeur, 0);
  const search = chercherDansLeNoyau(
    useful.map(({ montant, valeur }) => ({ poids: montant, profit: valeur })),
    enveloppe,
  );
  for (;;) {
    const { value, done } = search.next();
    const taken = new Set(free);
    for (const index of value.pris()) taken.add(useful[index] as Candidat);
    const found = choix(taken, value.borne + gift);
    if (done) return found;
    yield found;
  }
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
