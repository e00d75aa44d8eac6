import type { Cents } from "../../rules/cents.js";
import type { Day } from "../../rules/day.js";
import type { GuichetId } from "../../rules/guichet.js";
import type { Mouvement, SituationApres } from "../../rules/mouvements.js";
import type { Refus } from "../ports.js";

/** What the region's page and the script say to each other: plain data, money in whole cents. */

export interface Departement extends SituationApres {
  readonly nom: string;
  readonly dossiers: number;
  readonly engage: Cents;
  readonly paye: Cents;
  readonly consolideLe?: Day;
  /** The guichet does not serve it. */
  readonly horsTerritoire?: true;
}

/** `apiRegionOuvrir`. */
export type EtatRegion =
  | {
      readonly kind: "ouvert";
      readonly aujourdhui: Day;
      readonly guichet: GuichetId;
      readonly departements: readonly Departement[];
      readonly mouvements: readonly Mouvement[];
      readonly revue?: Day;
      /** The guichet's envelope, where it is one for all and not one for each département. */
      readonly enveloppe?: { readonly total: Cents; readonly source: string };
      /** Where drawing rights and the review day come from, and what does not add up. */
      readonly notes: readonly string[];
    }
  | Refus;

/** `apiRegionConsolider`: shown first, written once confirmed. */
export type ResultatConsolider =
  | {
      readonly kind: "apercu" | "fait";
      readonly departement: string;
      readonly nom: string;
      readonly onglet: string;
      readonly dossiers: number;
      /** Rows of this département that are replaced. */
      readonly remplaces: number;
      readonly accorde: Cents;
      readonly paye: Cents;
      /** What does not add up, or could not be read. */
      readonly controles: readonly string[];
      /** Why it is refused, unless it is asked for all the same: the département is outside the territory. */
      readonly obstacle?: string;
      /** By which it can be taken back, once written. */
      readonly lot?: string;
      readonly message: string;
    }
  /** The workbook does not say which département it is. */
  | { readonly kind: "departement"; readonly message: string }
  | Refus;

/** `apiRegionMouvement`: what it would change, then written once confirmed. */
export type ResultatMouvement =
  | {
      readonly kind: "apercu" | "fait";
      readonly apres: readonly SituationApres[];
      /** What to know before it is recorded. */
      readonly attention: readonly string[];
      readonly message: string;
    }
  | Refus;
