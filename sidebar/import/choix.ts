import type { Apercu, CaseChangee, Choix, DossierChange } from "../../src/imports/protocole.js";
import type { Champ } from "../../src/rules/dossier.js";

const keyOf = (numero: string, champ: Champ) => `${numero}\n${champ}`;

/** What the person ticks in the preview; kept when a new preview of the same file is asked for. */
export class ChoixApercu {
  private readonly laisses = new Set<string>();
  private readonly cases = new Map<string, { numero: string; champ: Champ; ecrire: boolean }>();
  private readonly collectivites = new Map<string, string>();

  prendre(numero: string, taken: boolean): void {
    if (taken) this.laisses.delete(numero);
    else this.laisses.add(numero);
  }

  estPris(numero: string): boolean {
    return !this.laisses.has(numero);
  }

  ecrire(numero: string, { champ, coche }: CaseChangee, ecrire: boolean): void {
    if (ecrire === coche) this.cases.delete(keyOf(numero, champ));
    else this.cases.set(keyOf(numero, champ), { numero, champ, ecrire });
  }

  estEcrite(numero: string, { champ, coche }: CaseChangee): boolean {
    return this.cases.get(keyOf(numero, champ))?.ecrire ?? coche;
  }

  choisirCollectivite(numero: string, cle: string): void {
    if (cle === "") this.collectivites.delete(numero);
    else this.collectivites.set(numero, cle);
  }

  collectiviteDe(numero: string): string {
    return this.collectivites.get(numero) ?? "";
  }

  /** How many dossiers and cells would be written. */
  compte({ nouveaux, changes, entreprises }: Apercu): {
    readonly nouveaux: number;
    readonly changes: number;
    readonly cases: number;
    readonly entreprises: number;
    readonly collectivites: number;
  } {
    const written = changes.map((dossier) => this.casesEcrites(dossier));
    return {
      nouveaux: nouveaux.filter(({ numero }) => this.estPris(numero)).length,
      changes: written.filter((count) => count > 0).length,
      cases: written.reduce((sum, count) => sum + count, 0),
      entreprises: entreprises.nouvelles,
      collectivites: this.collectivites.size,
    };
  }

  private casesEcrites({ numero, cases }: DossierChange): number {
    if (!this.estPris(numero)) return 0;
    return cases.filter((one) => this.estEcrite(numero, one)).length;
  }

  /** What goes to the script. */
  get envoye(): Choix {
    return {
      laisser: [...this.laisses],
      cases: [...this.cases.values()],
      collectivites: [...this.collectivites].map(([numero, cle]) => ({ numero, cle })),
    };
  }
}
