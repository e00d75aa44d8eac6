import { type Cents, ratioToNearest } from "./cents.js";
import { type Etat, isEngage, isLaureat } from "./etat.js";
import type { Points } from "./points.js";

/** What of an envelope is counted: granted, committed or paid. */
export const ETAPES = ["accordé", "engagé", "payé"] as const;

export type Etape = (typeof ETAPES)[number];

/** What one dossier weighs on its envelope. */
export interface LigneEnveloppe {
  readonly etat: Etat | undefined;
  readonly montant: Cents;
  readonly paye: Cents;
}

/**
 * What one dossier consumes at a stage, in cents. An abandoned dossier counts for what was paid and nothing more.
 *
 * @example consommeParLigne({ etat: "Abandonné", montant: 1000000, paye: 300000 }, "accordé") // 300000
 */
export function consommeParLigne({ etat, montant, paye }: LigneEnveloppe, etape: Etape): Cents {
  if (etat === "Abandonné") return paye;
  if (etat === undefined || !isLaureat(etat)) return 0;
  if (etape === "payé") return paye;
  return etape === "accordé" || isEngage(etat) ? montant : 0;
}

/**
 * What all dossiers consume at a stage, in cents; the order of rows does not matter.
 *
 * @example consomme([{ etat: "Retenu", montant: 1000000, paye: 0 }], "accordé") // 1000000
 */
export function consomme(lignes: readonly LigneEnveloppe[], etape: Etape): Cents {
  return lignes.reduce((sum, ligne) => sum + consommeParLigne(ligne, etape), 0);
}

/**
 * The consumed share of an envelope, to the nearest basis point: what a sheet shows of it.
 *
 * @returns `undefined` where the envelope is zero
 * @example consommation(27000000, 22454666) // 8317
 */
export function consommation(enveloppe: Cents, montant: Cents): Points | undefined {
  return ratioToNearest(montant, enveloppe);
}
