import type { Cents } from "./cents.js";
import type { Day } from "./day.js";

/** An amount of drawing right that passes from one département to another. */
export interface Mouvement {
  readonly date: Day;
  readonly de: string;
  readonly vers: string;
  readonly montant: Cents;
  readonly motif: string;
}

/** What a département was given first and what it granted. */
export interface SituationDepartement {
  readonly code: string;
  /** Drawing right before any movement; none where neither document nor settings give it. */
  readonly initial?: Cents;
  readonly accorde: Cents;
}

/** A département once movements are counted. */
export interface SituationApres extends SituationDepartement {
  /** What came in less what went out. */
  readonly net: Cents;
  readonly droit?: Cents;
  readonly reste?: Cents;
}

/** Why a movement cannot be recorded. */
export type ObstacleMouvement =
  | { readonly code: "MEME_DEPARTEMENT" | "MOTIF_ABSENT" | "MONTANT" }
  | { readonly code: "INCONNU" | "SANS_DROIT"; readonly departement: string }
  | { readonly code: "AVANT_REVUE"; readonly revue: Day }
  | { readonly code: "A_VENIR"; readonly date: Day }
  | {
      readonly code: "DEJA_ACCORDE";
      readonly departement: string;
      readonly droit: Cents;
      readonly accorde: Cents;
      /** The most that may leave. */
      readonly disponible: Cents;
    };

/**
 * What each département gained or lost by movements. The sum is zero: what leaves one comes to another.
 *
 * @example soldes([{ de: "77", vers: "93", montant: 100, … }]) // 77: -100, 93: 100
 */
export function soldes(mouvements: readonly Mouvement[]): ReadonlyMap<string, Cents> {
  const nets = new Map<string, Cents>();
  for (const { de, vers, montant } of mouvements) {
    nets.set(de, (nets.get(de) ?? 0) - montant);
    nets.set(vers, (nets.get(vers) ?? 0) + montant);
  }
  return nets;
}

/** Every département's drawing right once movements are counted, and what is left of it. */
export function situationsApres(
  departements: readonly SituationDepartement[],
  mouvements: readonly Mouvement[],
): readonly SituationApres[] {
  const nets = soldes(mouvements);
  return departements.map((departement) => {
    const net = nets.get(departement.code) ?? 0;
    if (departement.initial === undefined) return { ...departement, net };
    const droit = departement.initial + net;
    return { ...departement, net, droit, reste: droit - departement.accorde };
  });
}

/**
 * Everything that forbids a movement: the same département, no amount, no reason, a département without a
 * drawing right, a day before the review or to come, or a département left with less than it granted.
 *
 * @param mouvements those already in the ledger
 * @param jours day it is recorded on, and first day of movements where a document or a setting gives one
 */
export function obstaclesAuMouvement(
  mouvement: Mouvement,
  departements: readonly SituationDepartement[],
  mouvements: readonly Mouvement[],
  jours: { readonly aujourdhui: Day; readonly revue?: Day },
): readonly ObstacleMouvement[] {
  const { aujourdhui, revue } = jours;
  const { date, de, vers, montant, motif } = mouvement;
  const found: ObstacleMouvement[] = [];
  if (de === vers) found.push({ code: "MEME_DEPARTEMENT" });
  if (!Number.isSafeInteger(montant) || montant <= 0) found.push({ code: "MONTANT" });
  if (motif.trim() === "") found.push({ code: "MOTIF_ABSENT" });
  if (revue !== undefined && date < revue) found.push({ code: "AVANT_REVUE", revue });
  const after = situationsApres(departements, mouvements);
  if (date > aujourdhui) found.push({ code: "A_VENIR", date });
  for (const departement of new Set([de, vers])) {
    const own = after.find(({ code }) => code === departement);
    if (!own) found.push({ code: "INCONNU", departement });
    else if (own.droit === undefined) found.push({ code: "SANS_DROIT", departement });
    else if (departement === de && de !== vers && own.droit - montant < own.accorde) {
      const disponible = Math.max(0, own.droit - own.accorde);
      const { droit, accorde } = own;
      found.push({ code: "DEJA_ACCORDE", departement, droit, accorde, disponible });
    }
  }
  return found;
}
