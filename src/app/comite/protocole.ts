import type { StatutComite } from "../../dossiers/onglets.js";
import type { Cents } from "../../rules/cents.js";
import type { Day } from "../../rules/day.js";
import type { CadreDecision, SaisieDecision } from "../../rules/decision.js";
import type { Etat } from "../../rules/etat.js";
import type { GuichetId } from "../../rules/guichet.js";
import type { Issue } from "../../rules/motif.js";
import type { Theme } from "../../rules/theme.js";
import type { Acquis, Refus } from "../ports.js";

/**
 * What the committee's sidebar and the script say to each other: plain data, days as `2021-07-06`,
 * money in whole cents, rates in basis points. Texts for people are French and ready to be shown.
 */

export type * from "./protocole-demandes.js";

export interface Comite {
  readonly nom: string;
  readonly date?: Day;
  readonly presents: string;
  readonly statut: StatutComite;
}

/** When a guichet's next committee is due, by its own calendar. */
export interface Echeance {
  readonly guichet: GuichetId;
  /** `undefined` where the document provides for none. */
  readonly date?: Day;
  readonly due: boolean;
  /** A sentence with the figures and the source. */
  readonly texte: string;
}

/** What is left of a guichet's envelope; sums count every dossier of the sheet. */
export interface EtatEnveloppe {
  readonly guichet: GuichetId;
  /** Drawing right and reserve; `undefined` where neither the document nor the settings give it. */
  readonly total?: Cents;
  readonly accorde: Cents;
  readonly reste?: Cents;
  readonly source: string;
}

/** What was prepared in the columns `Avis proposé`, `Montant proposé`, `Motif`. */
export interface Proposition {
  readonly avis: string;
  readonly montant?: Cents;
  readonly motif: string;
}

/** A line of the agenda. */
export interface LigneAgenda {
  readonly numero: string;
  readonly porteur: string;
  readonly intitule: string;
  readonly guichet: GuichetId;
  readonly theme?: Theme;
  /** The guichet's own label of the theme. */
  readonly themeLibelle: string;
  readonly depot?: Day;
  readonly etat?: Etat;
  readonly comite: string;
  readonly demande?: Cents;
  readonly accorde?: Cents;
  readonly issue: Issue;
  readonly proposition?: Proposition;
  /** Decided in the committee that is open. */
  readonly decide: boolean;
}

/** `apiComiteOuvrir`: what the sidebar shows first. */
export type EtatComite =
  | {
      readonly kind: "ouvert";
      /** What the workbook is told apart by. */
      readonly classeur: string;
      readonly aujourdhui: Day;
      readonly qui: string;
      readonly comites: readonly Comite[];
      readonly echeances: readonly Echeance[];
      readonly enveloppes: readonly EtatEnveloppe[];
      readonly dossiers: readonly LigneAgenda[];
      /** Number of the dossier of the active row. */
      readonly selection?: string;
      readonly avertissements: readonly string[];
    }
  /** Columns that decisions need and the référent's tab lacks: added after asking (`apiComiteColonnes`). */
  | { readonly kind: "colonnes"; readonly titres: readonly string[]; readonly message: string }
  | Refus;

export interface Raison {
  readonly code: string;
  readonly gravite: "bloquant" | "a_verifier" | "avertissement" | "verifie";
  readonly phrase: string;
  readonly source: string;
}

/** Another dossier beside this one: of the same collectivité, or likely the same project. */
export interface DossierVoisin {
  readonly numero: string;
  readonly intitule: string;
  readonly etat: string;
  readonly demande?: Cents;
  readonly accorde?: Cents;
  /** Why it is shown, in French: "même SIREN", "même prestataire et titre proche". */
  readonly pourquoi: string;
}

export interface LigneCritere {
  readonly code: string;
  readonly libelle: string;
  readonly source: string;
  readonly poids: number;
  readonly note?: number;
  readonly justification: string;
}

/** An opinion gathered before the committee, in a column of the référent's own. */
export interface AvisRecueilli {
  readonly titre: string;
  readonly texte: string;
}

/** A former change of the dossier's decision, from the Journal. */
export interface DecisionAnterieure {
  readonly quand: string;
  readonly qui: string;
  readonly champ: string;
  readonly avant: string;
  readonly apres: string;
}

/** `apiComiteDossier`: a dossier at a glance. */
export type FicheDossier =
  | {
      readonly kind: "dossier";
      readonly numero: string;
      /** What was shown, cell by cell: sent back with the decision, so that a change meanwhile is seen. */
      readonly vu: Readonly<Record<string, string>>;
      readonly faits: readonly { readonly libelle: string; readonly valeur: string }[];
      readonly porteur: string;
      readonly intitule: string;
      readonly avis: readonly AvisRecueilli[];
      readonly themeLibelle: string;
      readonly issue: Issue;
      readonly raisons: readonly Raison[];
      /** Rates, ceiling, flat rate, as sentences with their source. */
      readonly regles: readonly { readonly texte: string; readonly source: string }[];
      readonly cadre: CadreDecision;
      readonly voisins: readonly DossierVoisin[];
      readonly criteres: readonly LigneCritere[];
      /** Highest score: whole numbers from 0 to this one. */
      readonly noteMax: number;
      /** Weighted mean of the scores given so far. */
      readonly score?: number;
      readonly decision: Partial<SaisieDecision>;
      readonly proposition?: Proposition;
      readonly anterieures: readonly DecisionAnterieure[];
      /** Notified: the decision can't be changed without reopening it with a reason. */
      readonly verrouille: boolean;
      /** Sent back with the decision. */
      readonly acquis?: Acquis;
    }
  | Refus;
