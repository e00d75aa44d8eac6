import type { Cents } from "./cents.js";
import type { Citation, DocumentId, LastDay, Sourced } from "./citation.js";
import type { TypeCollectivite } from "./collectivite.js";
import type { Day, Month } from "./day.js";
import type { Points } from "./points.js";
import type { Theme } from "./theme.js";

export const GUICHET_IDS = [
  "DITP",
  "DEP",
  "HDF",
  "IDF-V1",
  "IDF-ADS",
  "IDF-V2",
  "MARNE-V1",
  "MARNE-V2",
] as const;

export type GuichetId = (typeof GUICHET_IDS)[number];

/** A population bracket and its rates; brackets are listed from the smallest population up. */
export interface Tranche {
  /** Names the bracket in the settings: `taux.CODE.max`; empty where there is but one: `taux.max`. */
  readonly code: string;
  /** Upper bound in inhabitants: `inclus` says whether the bound itself belongs; left out: no bound. */
  readonly jusqua?: Sourced<number> & { readonly inclus: boolean };
  readonly min?: Sourced<Points>;
  readonly max: Sourced<Points>;
  /** A higher rate that somebody has to decide, for some themes only. */
  readonly exception?: { readonly themes: readonly Theme[]; readonly max: Sourced<Points> };
}

/** Recommended flat rates for theme 3a, by kind of applicant. */
export interface Forfaits {
  /** Communes below this population get `petite`, the others `commune`. */
  readonly seuil?: Sourced<number>;
  readonly petite?: Sourced<Cents>;
  readonly montants: Partial<Readonly<Record<TypeCollectivite, Sourced<Cents>>>>;
}

export interface Critere {
  /** Key of its weight in the settings: `poids.CODE`. */
  readonly code: string;
  readonly libelle: string;
  readonly source: Citation;
}

/** When a committee is due. */
export interface CalendrierComite {
  readonly source: Citation;
  /** A committee every so many months. */
  readonly tousLesMois?: Sourced<number>;
  /** A committee as soon as so many dossiers are filed. */
  readonly nombreDossiers?: Sourced<number>;
  /** Announced days of the records of applications. */
  readonly releves?: readonly Sourced<Day>[];
  /** Announced months of the committees. */
  readonly mois?: readonly Sourced<Month>[];
}

/** What a document says of the time after a committee. */
export interface SuitesComite {
  /** Notifications go out in the calendar week that follows the committee's. */
  readonly notificationSemaineSuivante?: Citation;
  /** The regional level is told what was retained before anybody is notified. */
  readonly informationRegionale?: Citation;
  /** The préfecture de région notifies, signs, commits and pays. */
  readonly parLaRegion?: Citation;
  /** Several dossiers that were not retained are told in one notification. */
  readonly notificationCollective?: Citation;
}

/**
 * One territory's rules, as data. Whatever the document does not say is left out: no rule, not a
 * default. Every number, day and rate is `Sourced`.
 */
export interface Guichet {
  readonly id: GuichetId;
  readonly nom: string;
  readonly document: DocumentId;
  readonly territoire?: { readonly departements: readonly string[]; readonly source: Citation };
  readonly enveloppe?: Sourced<Cents>;
  /** Share that comes on top of the drawing right; no document gives its amount. */
  readonly reserve?: Sourced<Cents>;
  /** Figures shown for information, never computed with. */
  readonly faits?: readonly Sourced<Cents>[];
  readonly themes: Partial<
    Readonly<Record<Theme, { readonly libelle: string; readonly source: Citation }>>
  >;
  /** What this document calls the themes, in normalised text. */
  readonly alias: Readonly<Record<string, Theme>>;
  readonly tranches: readonly Tranche[];
  readonly ads?: {
    readonly centre: Sourced<Cents>;
    readonly parCommune: Sourced<Cents>;
    readonly communesMax: Sourced<number>;
    readonly communeAutonome: Citation;
  };
  readonly forfaits?: Forfaits;
  readonly porteurs: {
    readonly acceptes: readonly TypeCollectivite[];
    /** Neither accepted nor refused by the text: somebody has to look. */
    readonly aVerifier: readonly TypeCollectivite[];
    readonly source: Citation;
  };
  readonly population?: { readonly sous: Sourced<number> };
  readonly cout?: {
    readonly superieurA: Sourced<Cents>;
    readonly inferieurA: Sourced<Cents>;
    readonly lot: Citation;
  };
  readonly depot?: { readonly debut?: Sourced<Day>; readonly fin?: LastDay };
  readonly dejaEngage?: Citation;
  readonly creditsEngages?: LastDay;
  /** Months within which the project must show a concrete effect. */
  readonly effet?: Sourced<number>;
  /** Year before whose end results must be tangible; laboratory projects are spared. */
  readonly resultats?: Sourced<number>;
  readonly achevement?: LastDay;
  readonly depensesDepuisComite?: Citation;
  readonly personnel?: Citation;
  readonly equipement?: {
    readonly regle: "agents" | "tout" | "accessoire";
    readonly source: Citation;
  };
  readonly licencesHorsUe?: {
    readonly regle: "exclues" | "marginales" | "a_eviter";
    readonly source: Citation;
  };
  readonly libre?: Citation;
  readonly engagementDecideur?: { readonly source: Citation; readonly saufLaboratoire: boolean };
  readonly documentQuatrePoints?: Citation;
  readonly factures?: Citation;
  readonly projetCommun?: Citation;
  readonly laboratoire?: Citation;
  readonly partCollectivites?: Citation;
  /** The préfecture's settings in force, by key, each with what the document says instead. */
  readonly reglages?: ReadonlyMap<string, string>;
  /** Weights of criteria that the préfecture has set; the documents give none. */
  readonly poids?: Readonly<Record<string, Sourced<number>>>;
  readonly criteres: Partial<Readonly<Record<Theme, readonly Critere[]>>>;
  readonly comite: CalendrierComite;
  readonly suites?: SuitesComite;
  readonly priorites: readonly Citation[];
  /** Spending the document names as eligible. */
  readonly depensesEligibles?: readonly Citation[];
}
