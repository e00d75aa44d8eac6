import { Ecarts, Etats } from "./optimisation-etats.js";

/** A dossier as the search sees it; they come best profit by weight first. */
export interface Objet {
  readonly poids: number;
  readonly profit: number;
}

/** Where the search stands. */
export interface Avancee {
  readonly profit: number;
  /** No set is worth more. */
  readonly borne: number;
  /** Places of the items of the best set. */
  readonly pris: () => ReadonlySet<number>;
}

/** States handled between two hand-overs: a few milliseconds. */
const TRANCHE = 40_000;

/** Above this many states the least promising are dropped, down to `GARDES`; their bound is remembered. */
const MAX_ETATS = 3_000_000;
const GARDES = 1_000_000;

/** Departures kept before those that lead nowhere are forgotten. */
const MAX_ECARTS = 8_000_000;

/** Rounding of a quotient and a product: bounds are raised by it, so that they stay bounds. */
const MARGE = 1e-14;

/** Worth of some weight at a rate, never too little. */
function borneHaute(poids: number, taux: number): number {
  return poids * taux * (1 + MARGE);
}

/** Worth of some weight at a rate, never too much. */
function borneBasse(poids: number, taux: number): number {
  return poids * taux * (1 - MARGE);
}

/**
 * Exact search for the subset of most profit within a capacity.
 *
 * @param objets each lighter than the capacity, best profit by weight first
 */
export function* chercherDansLeNoyau(
  objets: readonly Objet[],
  capacite: number,
): Generator<Avancee, Avancee> {
  return yield* new Noyau(objets, capacite).chercher();
}

class Noyau {
  private readonly taux: readonly number[];
  private readonly ecarts = new Ecarts();
  private etats = new Etats(1 << 10);
  private suivants = new Etats(1 << 10);
  /** Items before it make the greedy set. */
  private readonly coupure: number;
  /** Next item of the greedy set that may leave it, and next one that may join it. */
  private gauche: number;
  private droite: number;
  private meilleur = 0;
  private pris: ReadonlySet<number>;
  private borne: number;
  /** Best bound among the states dropped for want of room. */
  private perdue = 0;
  private reste = TRANCHE;

  constructor(
    private readonly objets: readonly Objet[],
    private readonly capacite: number,
  ) {
    this.taux = objets.map(({ poids, profit }) => profit / poids);
    let poids = 0;
    let profit = 0;
    let coupure = 0;
    for (const objet of objets) {
      if (poids + objet.poids > capacite) break;
      poids += objet.poids;
      profit += objet.profit;
      coupure += 1;
    }
    this.coupure = coupure;
    this.gauche = coupure - 1;
    this.droite = coupure;
    this.pris = this.glouton();
    for (const index of this.pris) this.meilleur += objets[index]?.profit ?? 0;
    this.borne = this.meilleur;
    this.garder(poids, profit, -1);
    this.echanger();
  }

  *chercher(): Generator<Avancee, Avancee> {
    while (this.etats.nombre > 0) yield* this.etape();
    return this.avancee();
  }

  private avancee(): Avancee {
    const { meilleur: profit, borne, pris } = this;
    return { profit, borne: Math.max(borne, profit), pris: () => pris };
  }

  /** Takes every item that still fits, best first. */
  private glouton(): ReadonlySet<number> {
    const pris = new Set<number>();
    let room = this.capacite;
    this.objets.forEach(({ poids }, index) => {
      if (poids > room) return;
      pris.add(index);
      room -= poids;
    });
    return pris;
  }

  /** Decides one more item, on the side that is nearer to the break. */
  private *etape(): Generator<Avancee> {
    const right =
      this.droite < this.objets.length &&
      (this.gauche < 0 || this.droite - this.coupure <= this.coupure - 1 - this.gauche);
    const index = right ? this.droite : this.gauche;
    const { poids = 0, profit = 0 } = this.objets[index] ?? {};
    if (right) this.droite += 1;
    else this.gauche -= 1;
    yield* this.fusionner(index, right ? poids : -poids, right ? profit : -profit);
    this.echanger();
    if (this.ecarts.nombre > MAX_ECARTS) this.ecarts.oublier(this.etats);
  }

  /** Merges the states with themselves once the item changed sides, by weight; the dominated are left out. */
  private *fusionner(index: number, poids: number, profit: number): Generator<Avancee> {
    const { etats } = this;
    this.suivants.vider(2 * etats.nombre);
    let most = Number.NEGATIVE_INFINITY;
    let same = 0;
    let moved = 0;
    while (same < etats.nombre || moved < etats.nombre) {
      const sameWeight = same < etats.nombre ? (etats.poids[same] ?? 0) : Number.POSITIVE_INFINITY;
      const movedWeight =
        moved < etats.nombre ? (etats.poids[moved] ?? 0) + poids : Number.POSITIVE_INFINITY;
      const sameProfit = etats.profit[same] ?? 0;
      const movedProfit = (etats.profit[moved] ?? 0) + profit;
      const stays =
        sameWeight < movedWeight || (sameWeight === movedWeight && sameProfit >= movedProfit);
      const at = stays ? same++ : moved++;
      const ownProfit = stays ? sameProfit : movedProfit;
      if (ownProfit > most) {
        const node = etats.noeud[at] ?? -1;
        if (this.garder(stays ? sameWeight : movedWeight, ownProfit, node, stays ? -1 : index)) {
          most = ownProfit;
        }
      }
      this.reste -= 1;
      if (this.reste === 0) {
        this.reste = TRANCHE;
        yield this.avancee();
      }
    }
  }

  /** Keeps a state whose bound beats the best set; a state that is itself better becomes it. */
  private garder(poids: number, profit: number, avant: number, objet = -1): boolean {
    const room = this.capacite - poids;
    if (room >= 0 && profit > this.meilleur) this.retenir(profit, avant, objet);
    if (this.borneDe(room, profit) <= this.meilleur) return false;
    const node = objet < 0 ? avant : this.ecarts.ajouter(objet, avant);
    this.suivants.ajouter(poids, profit, node);
    return true;
  }

  /** The most that a state can lead to: it is filled up, or relieved, by fractions of the next items. */
  private borneDe(room: number, profit: number): number {
    if (room >= 0) return Math.floor(profit + borneHaute(room, this.taux[this.droite] ?? 0));
    const rate = this.gauche < 0 ? Number.POSITIVE_INFINITY : (this.taux[this.gauche] ?? 0);
    return Math.floor(profit - borneBasse(-room, rate));
  }

  private retenir(profit: number, avant: number, objet: number): void {
    this.meilleur = profit;
    const pris = new Set(Array.from({ length: this.coupure }, (_, index) => index));
    const switched = [...this.ecarts.objets(avant), ...(objet < 0 ? [] : [objet])];
    for (const index of switched) {
      if (!pris.delete(index)) pris.add(index);
    }
    this.pris = pris;
  }

  /** The states made become the states; the bound is the best of theirs and of those dropped. */
  private echanger(): void {
    [this.etats, this.suivants] = [this.suivants, this.etats];
    const { etats } = this;
    const bornes = new Float64Array(etats.nombre);
    let borne = Math.max(this.meilleur, this.perdue);
    for (let index = 0; index < etats.nombre; index++) {
      const room = this.capacite - (etats.poids[index] ?? 0);
      const own = this.borneDe(room, etats.profit[index] ?? 0);
      bornes[index] = own;
      if (own > borne) borne = own;
    }
    this.borne = borne;
    if (etats.nombre > MAX_ETATS) this.alleger(bornes);
  }

  /** Drops the states of the lowest bounds; what they could have led to stays in the bound. */
  private alleger(bornes: Float64Array): void {
    const seuil = bornes.slice().sort()[bornes.length - GARDES] ?? 0;
    const { etats } = this;
    const nombre = etats.nombre;
    etats.nombre = 0;
    for (let index = 0; index < nombre; index++) {
      const borne = bornes[index] ?? 0;
      if (borne >= seuil && etats.nombre < GARDES) {
        etats.ajouter(etats.poids[index] ?? 0, etats.profit[index] ?? 0, etats.noeud[index] ?? -1);
      } else if (borne > this.perdue) {
        this.perdue = borne;
      }
    }
  }
}
