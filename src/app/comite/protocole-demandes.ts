import type { StatutComite } from "../../dossiers/onglets.js";
import type { Cents } from "../../rules/cents.js";
import type { Day } from "../../rules/day.js";
import type { SaisieDecision } from "../../rules/decision.js";
import type { Acquis, Refus } from "../ports.js";
import type { Comite, EtatEnveloppe } from "./protocole.js";

/** `apiComiteCreer`, `apiComiteModifier`, `apiComiteRetablir`: the committees as they are now. */
export type ResultatComites =
  | {
      readonly kind: "fait";
      readonly comites: readonly Comite[];
      readonly message: string;
      /** Batch of the Journal, where the change can be taken back. */
      readonly lot?: string;
    }
  /** Decisions already recorded would change their day: asked again with `confirme`. */
  | { readonly kind: "confirmer"; readonly message: string }
  | Refus;

export interface DemandeComite {
  readonly nom: string;
  readonly date: Day;
  readonly presents: string;
}

/** What is left out stays as it is. */
export interface ModificationComite {
  /** Name it goes by now. */
  readonly nom: string;
  readonly nouveauNom?: string;
  readonly date?: Day;
  readonly presents?: string;
  readonly statut?: StatutComite;
  /** Whether the person has agreed that decisions already recorded change their day. */
  readonly confirme?: boolean;
}

/** `apiComiteRetablir`: takes back a change of a committee. */
export interface DemandeRetablissement {
  readonly lot: string;
  /** Name it goes by now. */
  readonly nom: string;
}

/** `apiComiteColonnes`: adds what the answer `colonnes` named; `propositions` adds the columns of proposals. */
export interface DemandeColonnes {
  readonly propositions?: boolean;
}

export type ResultatColonnes =
  | { readonly kind: "fait"; readonly titres: readonly string[]; readonly message: string }
  | Refus;

/** `apiComiteSelection`: number of the dossier of the active row, read alone. */
export interface SelectionComite {
  readonly kind: "selection";
  readonly numero?: string;
}

/** `apiComiteProposer`: puts dossiers on an agenda; an empty `comite` takes them off. */
export interface DemandeAgenda {
  readonly numeros: readonly string[];
  readonly comite: string;
}

export type ResultatAgenda =
  | {
      readonly kind: "fait";
      readonly message: string;
      /** Dossiers whose `Comité` is now the one asked for. */
      readonly numeros: readonly string[];
      readonly refuses: readonly { readonly numero: string; readonly message: string }[];
      readonly lot: string;
    }
  | Refus;

/** `apiComiteNoter`: scores alone, without a decision. */
export interface DemandeNotes {
  readonly numero: string;
  readonly comite: string;
  readonly vu: Readonly<Record<string, string>>;
  readonly notes: DemandeDecision["notes"];
}

export type ResultatNotes =
  | {
      readonly kind: "fait";
      readonly message: string;
      readonly lot: string;
      readonly score?: number;
    }
  | { readonly kind: "refusee"; readonly raisons: readonly string[] }
  | ResultatChange
  | Refus;

/** `apiComiteAnnuler`: undoes a batch, by default one's own last decision. */
export interface DemandeAnnulation {
  readonly lot?: string;
}

export type ResultatAnnulationComite =
  | { readonly kind: "fait"; readonly message: string; readonly numeros: readonly string[] }
  /** Somebody changed those cells since: nothing is undone. */
  | { readonly kind: "conflit"; readonly message: string; readonly ecarts: readonly string[] }
  | Refus;

/** `apiComiteRouvrir`: a notified decision can be changed again, with a reason. */
export interface DemandeReouverture {
  readonly numero: string;
  readonly motif: string;
}

export type ResultatReouverture =
  | { readonly kind: "fait"; readonly message: string; readonly lot: string }
  | Refus;

/** Somebody changed the dossier since it was shown: nothing is written. */
export interface ResultatChange {
  readonly kind: "change";
  readonly differences: readonly Difference[];
  readonly message: string;
}

export interface DemandeDecision {
  readonly numero: string;
  readonly comite: string;
  readonly vu: Readonly<Record<string, string>>;
  readonly decision: SaisieDecision;
  readonly notes: readonly {
    readonly code: string;
    readonly note?: number;
    readonly justification: string;
  }[];
  /** What the dossier was shown with. */
  readonly acquis?: Acquis;
}

/** What changed since the dossier was shown. */
export interface Difference {
  readonly champ: string;
  readonly vu: string;
  readonly maintenant: string;
}

export type ResultatDecision =
  | {
      readonly kind: "fait";
      readonly message: string;
      /** Batch of the Journal, for undoing it. */
      readonly lot: string;
      readonly enveloppe?: EtatEnveloppe;
    }
  | { readonly kind: "refusee"; readonly raisons: readonly string[] }
  | ResultatChange
  | Refus;

/** `numeros` leaves the others out; `attendu`, the lines of the preview: a proposal changed since is refused. */
export interface DemandeValidation {
  readonly comite: string;
  readonly apercu: boolean;
  readonly numeros?: readonly string[];
  readonly attendu?: readonly Pick<ResultatProposition, "numero" | "avis" | "montant" | "motif">[];
}

/** `apiComiteValider`: one line for each proposal, then all or none of a batch. */
export interface ResultatProposition {
  readonly numero: string;
  readonly porteur: string;
  readonly avis: string;
  readonly montant?: Cents;
  readonly motif: string;
  readonly ok: boolean;
  readonly message: string;
}

export type ResultatValidation =
  | {
      readonly kind: "apercu" | "fait";
      readonly lignes: readonly ResultatProposition[];
      readonly message: string;
      readonly lot?: string;
      /** Where one proposal would break the envelope, none is recorded. */
      readonly depassement: boolean;
      /** The envelope before and after, by guichet. */
      readonly enveloppes: readonly (EtatEnveloppe & { readonly apres: Cents })[];
    }
  /** The tab has no column of proposals: they are added after asking (`apiComiteColonnes`). */
  | { readonly kind: "colonnes"; readonly titres: readonly string[]; readonly message: string }
  | Refus;
