import type { Avis } from "../../rules/avis.js";
import type { Cents } from "../../rules/cents.js";
import type { Day } from "../../rules/day.js";
import type { Champ } from "../../rules/dossier.js";
import type { GuichetId } from "../../rules/guichet.js";
import type { Issue } from "../../rules/motif.js";
import type { ChoixScenario, Objectif } from "../../rules/scenario.js";
import type { Refus } from "../ports.js";

/**
 * What the page of scenarios and the script say to each other: plain data, days as `2021-07-06`, money in
 * whole cents. A scenario touches nothing of the dossiers.
 */

/** A dossier that is still to be decided. */
export interface DossierSimule {
  readonly numero: string;
  readonly porteur: string;
  readonly intitule: string;
  readonly guichet: GuichetId;
  readonly themeLibelle: string;
  readonly etat: string;
  readonly issue: Issue;
  readonly demande?: Cents;
  /** What the référent typed in `Montant proposé`. */
  readonly propose?: Cents;
  /** The most it may be granted: ceiling, request, other funding. */
  readonly possible?: Cents;
  /** Weighted mean of its scores, in hundredths. */
  readonly score?: number;
  readonly population?: number;
}

/** What is left of a guichet's envelope before any provisional decision. */
export interface EnveloppeSimulee {
  readonly guichet: GuichetId;
  readonly nom: string;
  /** Drawing right and reserve; `undefined` where neither document nor settings give it. */
  readonly total?: Cents;
  readonly accorde: Cents;
  readonly source: string;
}

export interface LigneScenario {
  readonly numero: string;
  readonly choix: ChoixScenario;
  /** Amount in the scenario; none for a dossier forced out. */
  readonly montant?: Cents;
}

export interface Scenario {
  readonly nom: string;
  readonly guichet: GuichetId;
  readonly objectif: Objectif;
  readonly enveloppe: Cents;
  readonly lignes: readonly LigneScenario[];
}

export interface ScenarioEnregistre extends Scenario {
  readonly date?: Day;
  readonly auteur: string;
}

/** `apiSimulationOuvrir`. */
export type EtatSimulation =
  | {
      readonly kind: "ouvert";
      readonly guichet: GuichetId;
      readonly dossiers: readonly DossierSimule[];
      readonly enveloppes: readonly EnveloppeSimulee[];
      readonly scenarios: readonly ScenarioEnregistre[];
      readonly avertissements: readonly string[];
    }
  | Refus;

export type ResultatScenario =
  | {
      readonly kind: "fait";
      readonly message: string;
      /** By which it can be taken back. */
      readonly lot: string;
      readonly scenarios: readonly ScenarioEnregistre[];
    }
  | Refus;

/** `apiSimulationAnnuler`. */
export type ResultatAnnulationScenario =
  | {
      readonly kind: "fait";
      readonly message: string;
      readonly scenarios: readonly ScenarioEnregistre[];
    }
  | Refus;

/** One proposal that a scenario would write. */
export interface LigneProposee {
  readonly numero: string;
  readonly porteur: string;
  readonly avantAvis: string;
  readonly avantMontant?: Cents;
  readonly avis: Avis;
  readonly montant?: Cents;
  /** Something to look at before writing it. */
  readonly attention?: string;
}

/** `apiSimulationProposer`: shown first, written once confirmed. */
export type ResultatProposer =
  | {
      readonly kind: "apercu" | "fait";
      readonly lignes: readonly LigneProposee[];
      /** Dossiers of the scenario that are left as they are, and why. */
      readonly laissees: readonly string[];
      readonly message: string;
      readonly lot?: string;
    }
  | { readonly kind: "colonnes"; readonly champs: readonly Champ[]; readonly message: string }
  | Refus;
