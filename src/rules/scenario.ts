import type { Cents } from "./cents.js";
import { chercherMeilleurChoix } from "./optimisation.js";

/** What a scenario makes as large as it can. */
export const OBJECTIFS = ["Score", "Dossiers", "Population"] as const;

export type Objectif = (typeof OBJECTIFS)[number];

/** What a scenario says of a dossier: taken by the computing, forced in, forced out. */
export const CHOIX_SCENARIO = ["Retenu", "Imposé", "Écarté"] as const;

export type ChoixScenario = (typeof CHOIX_SCENARIO)[number];

/** What becomes of the dossiers that a scenario does not retain, once it is proposed. */
export const SORTS = ["laisser", "ajourné", "défavorable"] as const;

export type Sort = (typeof SORTS)[number];

/** A dossier as a scenario weighs it. */
export interface DossierPese {
  readonly cle: string;
  /** What it would be granted; without one it can't be retained. */
  readonly montant?: Cents;
  /** In hundredths. */
  readonly score?: number;
  readonly population?: number;
  /** Forced in or out by hand; free where left out. */
  readonly position?: "Imposé" | "Écarté";
}

/** What some retained dossiers amount to. */
export interface Bilan {
  readonly nombre: number;
  readonly montant: Cents;
  /** In hundredths. */
  readonly score: number;
  readonly population: number;
}

/** A set of dossiers under an envelope. */
export interface ChoixPropose {
  readonly retenus: readonly string[];
  readonly bilan: Bilan;
  /** No choice that keeps what is forced amounts to more of what is looked for. */
  readonly borne: number;
  readonly prouve: boolean;
  /** The dossiers forced in cost more than the envelope: nothing else was looked for. */
  readonly depasse: boolean;
}

/** What a set amounts to of what is looked for. @example mesure("Dossiers", bilan) // bilan.nombre */
export function mesure(objectif: Objectif, { nombre, score, population }: Bilan): number {
  return { Score: score, Dossiers: nombre, Population: population }[objectif];
}

/** Sums over retained dossiers; one without a score or a population counts for zero there. */
export function bilanDe(dossiers: readonly DossierPese[]): Bilan {
  const sum = (of: (dossier: DossierPese) => number | undefined) =>
    dossiers.reduce((total, dossier) => total + (of(dossier) ?? 0), 0);
  return {
    nombre: dossiers.length,
    montant: sum(({ montant }) => montant),
    score: sum(({ score }) => score),
    population: sum(({ population }) => population),
  };
}

/**
 * Looks for the best choice under an envelope, around the dossiers forced in and out; hands over between
 * short pieces of work with the best choice so far.
 *
 * @param dossiers with distinct keys
 * @param enveloppe in cents, what is forced in included
 */
export function* chercherScenario(
  dossiers: readonly DossierPese[],
  objectif: Objectif,
  enveloppe: Cents,
): Generator<ChoixPropose, ChoixPropose> {
  const imposes = dossiers.filter(({ position }) => position === "Imposé");
  const already = bilanDe(imposes);
  const kept = new Set(imposes.map(({ cle }) => cle));
  const retained = (found: readonly string[]) => {
    const all = new Set([...kept, ...found]);
    return dossiers.filter(({ cle }) => all.has(cle));
  };
  const propose = (found: readonly string[], borne: number, depasse = false): ChoixPropose => {
    const chosen = retained(found);
    const bilan = bilanDe(chosen);
    const own = mesure(objectif, bilan);
    return { retenus: chosen.map(({ cle }) => cle), bilan, borne, prouve: own === borne, depasse };
  };
  const gained = mesure(objectif, already);
  if (already.montant > enveloppe) return { ...propose([], gained, true), prouve: false };
  const free = dossiers.flatMap((dossier) =>
    dossier.position === undefined && dossier.montant !== undefined && dossier.montant > 0
      ? [
          {
            cle: dossier.cle,
            montant: dossier.montant,
            valeur: mesure(objectif, bilanDe([dossier])),
          },
        ]
      : [],
  );
  const search = chercherMeilleurChoix(free, enveloppe - already.montant);
  for (;;) {
    const { value, done } = search.next();
    const found = propose(value.retenus, gained + value.borne);
    if (done) return found;
    yield found;
  }
}
