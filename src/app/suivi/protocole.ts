import type { STATUTS_AVANCEMENT } from "../../dossiers/onglets.js";
import type { Grille } from "../../reports/evaluation.js";
import type { Cents } from "../../rules/cents.js";
import type { Day } from "../../rules/day.js";
import type { Points } from "../../rules/points.js";
import type { Refus } from "../ports.js";

/**
 * What the sidebar of lauréats and the script say to each other: plain data, days as `2021-07-06`, money in
 * whole cents, rates in basis points.
 */

export type Statut = (typeof STATUTS_AVANCEMENT)[number];

export interface EntreeAvancement {
  readonly date?: Day;
  readonly statut?: Statut;
  readonly pourcentage?: Points;
  readonly commentaire: string;
}

export interface EntrepriseConnue {
  readonly nom: string;
  readonly departement?: string;
}

export interface NoteEvaluation {
  readonly code: string;
  readonly note?: number;
  readonly commentaire: string;
}

/** A lauréat and where it stands. */
export interface LaureatSuivi {
  readonly numero: string;
  readonly porteur: string;
  readonly intitule: string;
  readonly etat: string;
  readonly montant?: Cents;
  readonly fin?: Day;
  readonly statut: "retard" | "a_venir" | "inconnue" | "sans_objet";
  readonly echeance?: Day;
  readonly raison: string;
  readonly avancement: readonly EntreeAvancement[];
  readonly entreprises: readonly EntrepriseConnue[];
  readonly evaluation: readonly NoteEvaluation[];
  /** A reminder ready to be copied. */
  readonly relance: string;
}

/** `apiSuiviOuvrir`. */
export type EtatSuivi =
  | {
      readonly kind: "ouvert";
      readonly aujourdhui: Day;
      readonly laureats: readonly LaureatSuivi[];
      readonly grille: Grille;
      /** Number of the dossier of the active row. */
      readonly selection?: string;
    }
  | Refus;

export interface SaisieAvancement {
  readonly numero: string;
  readonly date: Day;
  readonly statut: Statut;
  readonly pourcentage?: Points;
  readonly commentaire: string;
}

export interface SaisieEntreprise {
  readonly numero: string;
  readonly entreprise: string;
  readonly siret: string;
  readonly departement: string;
  readonly montant?: Cents;
  readonly objet: string;
  readonly date?: Day;
}

export interface SaisieReport {
  readonly numero: string;
  readonly echeance: Day;
  readonly motif: string;
}

export interface SaisieEvaluation {
  readonly numero: string;
  readonly notes: readonly NoteEvaluation[];
}

export type ResultatSaisie =
  | {
      readonly kind: "fait";
      readonly message: string;
      /** By which it can be taken back. */
      readonly lot: string;
    }
  | Refus;

export type ResultatRelances =
  | {
      readonly kind: "fait";
      readonly onglet: string;
      readonly enRetard: number;
      readonly laureats: number;
    }
  | Refus;
