import type { Lettre } from "../../reports/lettres.js";
import type { Cents } from "../../rules/cents.js";
import type { Day } from "../../rules/day.js";
import type { Etat } from "../../rules/etat.js";
import type { GuichetId } from "../../rules/guichet.js";
import type { EtatSuite } from "../../rules/suites.js";
import type { ColonnesManquantes } from "../colonnes-requises.js";
import type { Refus } from "../ports.js";

/**
 * What the pages of the time after a committee and the script say to each other: plain data, days as
 * `2021-07-06`, money in whole cents. Texts for people are French and ready to be shown.
 */

/** A committee to choose from. */
export interface ComiteChoix {
  /** What the other entries are given: its name, or its day where it has none. */
  readonly cle: string;
  readonly libelle: string;
  readonly date: Day;
}

/** A dossier of the committee, where it stands. */
export interface DossierSuites {
  readonly numero: string;
  readonly porteur: string;
  readonly intitule: string;
  readonly guichet: GuichetId;
  readonly etat?: Etat;
  /** The day of that state, where it is known. */
  readonly depuis?: Day;
  readonly montant?: Cents;
  /** The next state in order; nothing after the last, or for a dossier that is no lauréat. */
  readonly suivant?: EtatSuite;
}

/** `apiSuites`: the time after a committee. */
export type SuitesDuComite =
  | {
      readonly kind: "suites";
      readonly aujourdhui: Day;
      readonly comites: readonly ComiteChoix[];
      /** The committee asked for, else the latest; nothing where there is none. */
      readonly comite?: ComiteChoix;
      /** When its decisions are to be notified, by guichet, with the source. */
      readonly notification: readonly string[];
      /** The regional list: whether it is provided for, and what the document says. */
      readonly information: { readonly prevue: boolean; readonly texte: string };
      /** Tabs already made for this committee. */
      readonly onglets: readonly string[];
      readonly dossiers: readonly DossierSuites[];
      readonly avertissements: readonly string[];
    }
  | Refus;

/** `apiReleve`, `apiInformation`: the tab that was made. */
export type ResultatOnglet =
  | {
      readonly kind: "fait";
      readonly onglet: string;
      readonly message: string;
      readonly avertissements: readonly string[];
    }
  | Refus;

/** `apiMarquerEtat`. */
export interface DemandeEtat {
  readonly numeros: readonly string[];
  readonly vers: EtatSuite;
  /** Not asked for `Payé`: the payments give it. */
  readonly jour?: Day;
}

/** What became of one dossier. */
export interface LigneEtat {
  readonly numero: string;
  readonly porteur: string;
  readonly ok: boolean;
  readonly message: string;
  readonly avis: readonly string[];
}

export type ResultatEtat =
  | {
      readonly kind: "fait";
      readonly message: string;
      readonly lignes: readonly LigneEtat[];
      /** Batch of the Journal, for undoing it; empty where nothing was written. */
      readonly lot: string;
    }
  | ColonnesManquantes
  | Refus;

/** `apiSuitesAnnuler`: undoes a change of states by its batch. */
export type ResultatAnnulationSuites = { readonly kind: "fait"; readonly message: string } | Refus;

/** `apiLettres`: the letters of a committee. */
export type ResultatLettres =
  | {
      readonly kind: "lettres";
      readonly comites: readonly ComiteChoix[];
      readonly comite: ComiteChoix;
      readonly lettres: readonly Lettre[];
      /** Models that were written into `Modèles` by this call. */
      readonly modelesAjoutes: readonly string[];
    }
  /** What the models have wrong, each with what is expected. */
  | {
      readonly kind: "modeles";
      readonly comites: readonly ComiteChoix[];
      readonly comite: ComiteChoix;
      readonly messages: readonly string[];
    }
  | Refus;
