import type { Champ } from "../rules/dossier.js";
import type { EntrepriseLue, LigneLue, LigneRefusee, Memoire } from "./fichier.js";

/**
 * What the import's dialog and the script say to each other: plain data, days as `2021-06-30`, cells as
 * they stand in the file. Texts for people are French and ready to be shown.
 *
 * `apiImportOuvrir` → file read and mapped in the page (see fichier.ts) → `apiImportEtager` for each
 * chunk → `apiImportApercu` → choices → `apiImportAppliquer`, and `apiImportAnnuler` undoes it.
 */

/** What a chunk carries: dossiers first, then companies, in the file's order. */
export type Element = { readonly dossier: LigneLue } | { readonly entreprise: EntrepriseLue };

/** Elements of a chunk: well below what one call may carry, and few calls for a large file. */
export const TAILLE_BLOC = 1000;

/** What the last chunk says of the whole. */
export interface FinDeLot {
  /** File's name, for the Journal. */
  readonly fichier: string;
  readonly demarche: string;
  /** Every column of the file and its field, remembered once the import is applied. */
  readonly colonnes: Memoire["colonnes"];
}

/**
 * `apiImportEtager`: one chunk into the hidden staging tab. Sent twice, it is stored once; chunks may
 * come in any order, all before the preview.
 */
export interface DemandeEtager {
  /** Chosen by the page, the same for all chunks: letters, digits and `-`, 8 to 40 of them. */
  readonly lot: string;
  /** Rank of the first element of the chunk, from zero. */
  readonly debut: number;
  /** How many elements the whole import has. */
  readonly total: number;
  readonly elements: readonly Element[];
  readonly fin: FinDeLot;
}

export interface ResultatEtager {
  readonly kind: "etage";
  readonly lot: string;
  /** Elements stored so far, and the rank of the first that is missing (`total` where none is). */
  readonly recus: number;
  readonly manque: number;
  readonly total: number;
}

/** An import that was begun and neither applied nor given up. */
export interface LotEnAttente {
  readonly lot: string;
  readonly fichier: string;
  readonly recus: number;
  readonly total: number;
}

/** Which INSEE data the workbook holds. */
export interface TerritoiresPresents {
  /** Départements whose collectivités are in `Territoires`. */
  readonly departements: readonly string[];
  readonly collectivites: number;
}

/** `apiImportOuvrir`: what the dialog needs before a file is chosen. */
export type EtatImport =
  | {
      readonly kind: "ouvert";
      /** The référent's tab, and its columns that hold a field, by its own headers. */
      readonly onglet: string;
      readonly dossiers: number;
      readonly colonnes: readonly { readonly champ: Champ; readonly titre: string }[];
      readonly memoires: readonly Memoire[];
      readonly territoires: TerritoiresPresents;
      /** Settings. */
      readonly population: Population;
      readonly departement: string;
      readonly enAttente: readonly LotEnAttente[];
      readonly avertissements: readonly string[];
    }
  | RefusImport;

export type Population = "municipale" | "totale";

export interface RefusImport {
  readonly kind: "refus";
  readonly message: string;
}

/** A collectivité of `Territoires`, as shown in a list to choose from. */
export interface Candidat {
  /** SIREN, else the type and the INSEE code. */
  readonly cle: string;
  /** "Armentières (commune, 59), 25 225 habitants (2020)" */
  readonly libelle: string;
}

/** A field of a dossier, as texts to be shown. */
export interface CaseApercu {
  readonly champ: Champ;
  /** Header in the référent's tab. */
  readonly titre: string;
  readonly valeur: string;
}

export interface DossierNouveau {
  readonly numero: string;
  readonly ligne: number;
  readonly porteur: string;
  readonly cases: readonly CaseApercu[];
  /** What is worth knowing: a declared population that differs from INSEE's, an unreadable cell… */
  readonly remarques: readonly string[];
}

/** One field that the file gives another value than the sheet. */
export interface CaseChangee {
  readonly champ: Champ;
  readonly titre: string;
  readonly avant: string;
  readonly apres: string;
  /**
   * Why it is proposed, and whether it is ticked at first: a cell still as the last import left it, or
   * empty, is; one that may have been typed by hand never is.
   */
  readonly raison: "vide" | "inchange_depuis_import" | "saisi" | "origine_inconnue";
  readonly coche: boolean;
}

export interface DossierChange {
  readonly numero: string;
  readonly ligne: number;
  readonly porteur: string;
  readonly cases: readonly CaseChangee[];
  /** Changes that are never written: formula in the cell, unreadable value. */
  readonly laissees: readonly string[];
}

/** The platform's state against the decision of the sheet: shown, never applied. */
export interface Contradiction {
  readonly numero: string;
  readonly porteur: string;
  readonly plateforme: string;
  readonly decision: string;
  readonly message: string;
}

/** A dossier whose collectivité is not certain. */
export interface AChoisir {
  readonly numero: string;
  readonly porteur: string;
  readonly pourquoi: string;
  /** Eight at most; none where nothing resembles. */
  readonly candidats: readonly Candidat[];
}

/** `apiImportApercu`: what would be written on the sheet as it is now. */
export interface Apercu {
  readonly kind: "apercu";
  readonly lot: string;
  /** Sent back with `apiImportAppliquer`. */
  readonly empreinte: string;
  readonly onglet: string;
  readonly fichier: string;
  readonly nouveaux: readonly DossierNouveau[];
  readonly changes: readonly DossierChange[];
  readonly inchanges: number;
  /** In the sheet from this démarche, no longer in the file; their rows stay. */
  readonly disparus: readonly { readonly numero: string; readonly porteur: string }[];
  readonly contradictions: readonly Contradiction[];
  readonly aChoisir: readonly AChoisir[];
  readonly entreprises: {
    readonly nouvelles: number;
    readonly presentes: number;
    /** Same company and dossier, another amount or SIRET: shown, never written. */
    readonly ecarts: readonly string[];
  };
  /** Dossiers that the sheet has twice, companies of unknown dossiers… */
  readonly refusees: readonly LigneRefusee[];
  /** Fields of the mapping that the référent's tab has no column for: not written. */
  readonly sansColonne: readonly { readonly champ: Champ; readonly titre: string }[];
  readonly avertissements: readonly string[];
}

export type ResultatApercu = Apercu | RefusImport;

/** What the person changed in the preview. */
export interface Choix {
  /** Dossiers left out, new or changed. */
  readonly laisser?: readonly string[];
  /** Changed cells whose box differs from what was proposed. */
  readonly cases?: readonly {
    readonly numero: string;
    readonly champ: Champ;
    readonly ecrire: boolean;
  }[];
  /** Collectivités chosen from the short lists. */
  readonly collectivites?: readonly { readonly numero: string; readonly cle: string }[];
}

/** `apiImportAppliquer` */
export interface DemandeAppliquer {
  readonly lot: string;
  readonly empreinte: string;
  readonly choix?: Choix;
}

export type ResultatAppliquer =
  | {
      readonly kind: "fait";
      readonly message: string;
      /** Batch of the Journal: what `apiImportAnnuler` takes. Nothing was written where it is `""`. */
      readonly lot: string;
      readonly nouveaux: number;
      readonly changes: number;
      readonly entreprises: number;
      /** Cells left alone, in French. */
      readonly laissees: readonly string[];
    }
  /** The sheet changed since the preview: what, by dossier. Ask for a new preview. */
  | { readonly kind: "change"; readonly message: string; readonly differences: readonly string[] }
  | RefusImport;

/** `apiImportAbandonner({ lot })`, `apiImportAnnuler({ lot })`. */
export type ResultatSimple = { readonly kind: "fait"; readonly message: string } | RefusImport;

/** `apiTerritoiresCharger({ departements: ["59", "62"] })` */
export type ResultatTerritoires =
  | {
      readonly kind: "fait";
      readonly message: string;
      readonly territoires: TerritoiresPresents;
    }
  | RefusImport;

/** `apiImportColonnes({ champs })`: fields of `sansColonne` that the person wants a column for, at the right. */
export type ResultatColonnes =
  | { readonly kind: "fait"; readonly titres: readonly string[] }
  | RefusImport;
