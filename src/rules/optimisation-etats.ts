/**
 * States of the search, by weight: each is a way of departing from the greedy set. A state's node leads
 * back through the departures that made it.
 */
export class Etats {
  poids: Float64Array;
  profit: Float64Array;
  noeud: Int32Array;
  nombre = 0;

  constructor(capacity: number) {
    this.poids = new Float64Array(capacity);
    this.profit = new Float64Array(capacity);
    this.noeud = new Int32Array(capacity);
  }

  /** Makes room for a number of states; what was there is not kept. */
  vider(capacity: number): void {
    this.nombre = 0;
    if (this.poids.length >= capacity) return;
    const room = Math.ceil(capacity * 1.5);
    this.poids = new Float64Array(room);
    this.profit = new Float64Array(room);
    this.noeud = new Int32Array(room);
  }

  ajouter(poids: number, profit: number, noeud: number): void {
    this.poids[this.nombre] = poids;
    this.profit[this.nombre] = profit;
    this.noeud[this.nombre] = noeud;
    this.nombre += 1;
  }
}

/** The departures that states came through: an item, and the departure before it. */
export class Ecarts {
  private objet = new Int32Array(1 << 12);
  private avant = new Int32Array(1 << 12);
  nombre = 0;

  ajouter(objet: number, avant: number): number {
    if (this.nombre === this.objet.length) this.grow();
    this.objet[this.nombre] = objet;
    this.avant[this.nombre] = avant;
    this.nombre += 1;
    return this.nombre - 1;
  }

  /** Items on the way to a node. */
  *objets(noeud: number): Generator<number> {
    for (let at = noeud; at >= 0; at = this.avant[at] ?? -1) yield this.objet[at] ?? 0;
  }

  /** Forgets the departures that no state came through; the states' nodes are put right. */
  oublier(etats: Etats): void {
    const place = new Int32Array(this.nombre);
    for (let index = 0; index < etats.nombre; index++) {
      let at = etats.noeud[index] ?? -1;
      while (at >= 0 && place[at] === 0) {
        place[at] = 1;
        at = this.avant[at] ?? -1;
      }
    }
    let kept = 0;
    for (let at = 0; at < this.nombre; at++) {
      if (place[at] === 0) continue;
      const before = this.avant[at] ?? -1;
      this.objet[kept] = this.objet[at] ?? 0;
      this.avant[kept] = before < 0 ? -1 : (place[before] ?? 0);
      place[at] = kept;
      kept += 1;
    }
    this.nombre = kept;
    for (let index = 0; index < etats.nombre; index++) {
      const at = etats.noeud[index] ?? -1;
      if (at >= 0) etats.noeud[index] = place[at] ?? -1;
    }
  }

  private grow(): void {
    const objet = new Int32Array(this.objet.length * 2);
    const avant = new Int32Array(this.avant.length * 2);
    objet.set(this.objet);
    avant.set(this.avant);
    this.objet = objet;
    this.avant = avant;
  }
}
