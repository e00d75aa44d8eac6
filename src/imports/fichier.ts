import type { Cell } from "../dossiers/cell.js";
import type { Champ } from "../rules/dossier.js";

/**
 * The file's side of an import, all of it in pure functions that the page runs:
 * `reconnaitre(tables, { fichier, memoires })` (reconnaitre.ts) → mapping screen, which starts from
 * `propositionDe(reconnu)` and refuses by `problemesDe(reconnu, correspondance)` (correspondance.ts) →
 * `extraire(tables, reconnu, correspondance)` (extraire.ts) → `elementsDe(extraction)` (extraire.ts).
 */

/** What the values of a column look like, whatever the file's format. */
export type Nature = "vide" | "texte" | "nombre" | "jour" | "oui_non";

/** How a column of the file got its field. */
export type Reconnu =
  /** A column that every export of the platform has. */
  | "plateforme"
  /** The field's own title. */
  | "titre"
  | "synonyme"
  /** As the référent mapped it last time, to no field included. */
  | "memoire"
  | "aucun";

/** A column of the file, its proposed field, and what the mapping screen shows of it. */
export interface ColonneRecue {
  /** Names the column in a mapping and from one week to the next: normalised header, `#2` for its second use. */
  readonly cle: string;
  /** Header as written. */
  readonly titre: string;
  /** Where it stands: the table of dossiers, or `Etablissements`, joined by the dossier's number. */
  readonly table: "dossiers" | "etablissements";
  /** Zero-based place in its table. */
  readonly position: number;
  readonly champ?: Champ;
  readonly reconnu: Reconnu;
  readonly nature: Nature;
  /** Three different values at most, cut when long. */
  readonly exemples: readonly string[];
  /** Another column of the same table has the same header. */
  readonly doublon: boolean;
}

/** One column of a mapping. */
export interface Lien {
  readonly cle: string;
  readonly champ: Champ;
}

/** Columns by field; where several give one field, the first that is filled counts on each line. */
export type Correspondance = readonly Lien[];

/** What was mapped last time, for one démarche: columns by key, `""` for one left aside. */
export interface Memoire {
  readonly demarche: string;
  readonly colonnes: readonly {
    readonly cle: string;
    readonly titre: string;
    readonly champ: Champ | "";
    readonly nature: Nature;
  }[];
}

/** What a file is, and how its columns would be read. */
export interface Reconnaissance {
  readonly kind: "reconnu";
  /** An export of the platform, or any other list (an export made with a model renames its columns). */
  readonly format: "plateforme" | "liste";
  /** Columns of the platform in 2021 and 2022, or in 2026. */
  readonly epoque?: 2021 | 2026;
  /** Path of the démarche, from the file's name or from a remembered file with the same columns; `""` unknown. */
  readonly demarche: string;
  /** Whether this démarche was mapped before. */
  readonly dejaVue: boolean;
  /** Tab of the dossiers in the file. */
  readonly onglet: string;
  /** One-based line of the headers. */
  readonly ligneEntetes: number;
  /** Lines that hold something, headers apart. */
  readonly lignes: number;
  readonly colonnes: readonly ColonneRecue[];
  /** What else the file holds: repetition sheets of companies, opinions, tabs that are left aside. */
  readonly entreprises: readonly { readonly onglet: string; readonly lignes: number }[];
  readonly avis: number;
  readonly autres: readonly string[];
  /** Vanished columns, changed types, duplicate headers, two columns for one field. */
  readonly alertes: readonly string[];
}

/** A file without any table: nothing can be taken in. */
export interface NonReconnu {
  readonly kind: "non_reconnu";
  readonly message: string;
}

/** One dossier of the file: what its mapped columns say, as written. */
export interface LigneLue {
  /** One-based line in the file's table. */
  readonly ligne: number;
  readonly numero: string;
  readonly valeurs: Readonly<Partial<Record<Champ, Cell>>>;
}

/** A company of a repetition sheet. */
export interface EntrepriseLue {
  readonly ligne: number;
  readonly numero: string;
  readonly nom: string;
  readonly siret: string;
  readonly departement: Cell;
  readonly montant: Cell;
}

/** An opinion of the platform: shown beside the import, not stored (there is no tab for it). */
export interface AvisLu {
  readonly numero: string;
  readonly question: string;
  readonly reponse: string;
  readonly reponduLe: string;
}

/** A line that is not taken in. */
export interface LigneRefusee {
  readonly ligne: number;
  readonly numero: string;
  /** Header of the column at fault, and what stood there. */
  readonly colonne: string;
  readonly valeur: string;
  readonly pourquoi: string;
}

/**
 * A cell that its field can't read. The dossier comes in all the same: a new row keeps the text as it
 * came, for the référent to see; an existing row keeps its own.
 */
export interface CelluleDouteuse {
  readonly ligne: number;
  readonly numero: string;
  readonly champ: Champ;
  readonly colonne: string;
  readonly valeur: string;
  readonly attendu: string;
}

/** What is taken from a file: mapped columns alone. */
export interface Extraction {
  readonly lignes: readonly LigneLue[];
  readonly entreprises: readonly EntrepriseLue[];
  readonly avis: readonly AvisLu[];
  readonly refusees: readonly LigneRefusee[];
  readonly douteuses: readonly CelluleDouteuse[];
}
