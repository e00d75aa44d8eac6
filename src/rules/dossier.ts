import type { Cents } from "./cents.js";
import type { TypeCollectivite } from "./collectivite.js";
import type { Day } from "./day.js";
import type { Etat } from "./etat.js";
import type { GuichetId } from "./guichet.js";
import type { Points } from "./points.js";

/** What is known of a dossier, as typed facts; a field left out is unknown or empty. */
export interface Faits {
  readonly numero?: string;
  readonly guichet?: GuichetId;
  /** As written: a theme is read inside a guichet. */
  readonly theme?: string;
  readonly intitule?: string;
  readonly porteur?: string;
  readonly siret?: string;
  readonly code_insee?: string;
  readonly type?: TypeCollectivite;
  readonly departement?: string;
  readonly population?: number;
  readonly millesime?: string;
  readonly contact?: string;
  readonly courriel?: string;
  readonly telephone?: string;
  readonly cout?: Cents;
  readonly cout_lot?: Cents;
  readonly demande?: Cents;
  readonly autres?: Cents;
  readonly part_collectivites?: Cents;
  readonly personnel?: Cents;
  readonly equipement?: Cents;
  readonly licences_hors_ue?: Cents;
  readonly equipement_principal?: boolean;
  readonly equipement_usage?: string;
  readonly libre?: boolean;
  readonly communes?: number;
  readonly depot?: Day;
  readonly debut?: Day;
  readonly fin?: Day;
  readonly deja_engage?: boolean;
  readonly engagement_decideur?: boolean;
  readonly document?: boolean;
  readonly partenaires?: string;
  readonly contact_operationnel?: string;
  readonly laboratoire?: string;
  readonly contrat?: string;
  readonly points_verifies?: string;
  readonly beneficiaires?: number;
  readonly prestataires?: string;
  readonly etat_plateforme?: string;
  readonly maj_plateforme?: string;
  readonly etat?: Etat;
  readonly comite?: string;
  readonly avis_propose?: string;
  readonly montant_propose?: Cents;
  readonly motif?: string;
  readonly montant_accorde?: Cents;
  readonly taux_accorde?: Points;
  readonly exception?: boolean;
  readonly motif_exception?: string;
  readonly conditions?: string;
  /** What the act that grants is filed under: its number, or the convention's. */
  readonly reference_decision?: string;
  readonly date_decision?: Day;
  readonly date_notification?: Day;
  readonly date_convention?: Day;
  readonly date_engagement?: Day;
  readonly date_solde?: Day;
  readonly date_abandon?: Day;
  readonly fin_reelle?: Day;
}

export type Champ = keyof Faits;

/** A value that could not be read: which field, what was there, what is expected. */
export interface Illisible {
  readonly champ: Champ;
  readonly lu: string;
  readonly attendu: string;
}

/** One row of the référent's tab. */
export interface Dossier {
  readonly faits: Faits;
  /** Fields that have a column: an empty cell of a known column is not the same as no column. */
  readonly colonnes: ReadonlySet<Champ>;
  readonly illisibles: readonly Illisible[];
}
