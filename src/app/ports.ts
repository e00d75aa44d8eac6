import type { Cell } from "../dossiers/cell.js";
import type { Kind } from "../dossiers/champs.js";
import type { Contenu, PlanOnglet } from "../reports/plan.js";
import type { Day } from "../rules/day.js";
import type { Brut } from "./brut.js";

/** A rectangle of a tab; rows and columns count from 1. */
export interface Zone {
  readonly ligne: number;
  readonly colonne: number;
  readonly lignes: number;
  readonly colonnes: number;
}

/** What a conditional format reacts to. */
export type Condition =
  | { readonly texteCommence: string }
  | { readonly auMoins: number }
  | { readonly plusDe: number };

export type Couleur = "vert" | "orange" | "rouge";

/** One step of a plan: each costs a fixed number of service calls, whatever it carries. */
export type Operation =
  | { readonly op: "creer"; readonly onglet: string }
  | {
      readonly op: "ecrire";
      readonly onglet: string;
      readonly ligne: number;
      readonly colonne: number;
      readonly contenus: readonly (readonly Contenu[])[];
    }
  | { readonly op: "format"; readonly onglet: string; readonly zone: Zone; readonly kind: Kind }
  | { readonly op: "entete"; readonly onglet: string; readonly zone: Zone }
  | { readonly op: "section"; readonly onglet: string; readonly zone: Zone }
  /** Long texts stay on one line each row: the formula bar shows them whole. */
  | { readonly op: "couper"; readonly onglet: string; readonly zone: Zone }
  | {
      readonly op: "largeur";
      readonly onglet: string;
      readonly colonne: number;
      readonly pixels: number;
    }
  | { readonly op: "figer"; readonly onglet: string; readonly lignes: number }
  | {
      readonly op: "liste";
      readonly onglet: string;
      readonly zone: Zone;
      readonly valeurs: readonly string[];
    }
  | {
      readonly op: "conditions";
      readonly onglet: string;
      readonly regles: readonly {
        readonly zone: Zone;
        readonly quand: Condition;
        readonly couleur: Couleur;
      }[];
    }
  | { readonly op: "proteger"; readonly onglet: string; readonly description: string }
  | { readonly op: "nommer"; readonly nom: string; readonly onglet: string; readonly zone: Zone }
  /** Formulas of a tab become the values they show; nothing else of it changes. */
  | { readonly op: "geler"; readonly onglet: string }
  /** Out of sight, not out of the workbook. */
  | { readonly op: "cacher"; readonly onglet: string }
  /** Takes whole rows out of a tab. */
  | {
      readonly op: "enlever";
      readonly onglet: string;
      readonly ligne: number;
      readonly lignes: number;
    }
  /** A tab's new name: the last step of one that is made whole under another. */
  | { readonly op: "renommer"; readonly onglet: string; readonly nom: string }
  /** Takes a tab away; nothing where it is gone already. */
  | { readonly op: "supprimer"; readonly onglet: string };

/** A tab as read in one go. */
export interface OngletLu {
  readonly nom: string;
  /** Every row from the first to the last that holds something, of one width. */
  readonly lignes: readonly (readonly Cell[])[];
}

/** The spreadsheet, as far as a use case needs it. */
export interface Classeur {
  /** What it is told apart by, for as long as it lives. */
  readonly id: () => string;
  readonly noms: () => readonly string[];
  /**
   * Reads a tab; no rows where it is missing or empty. One service call, two for a tab that is not the
   * program's; none under the lock for one that was read and after which nothing was written.
   */
  readonly lire: (onglet: string) => OngletLu;
  /** The same as `lire`, dates kept as dates. */
  readonly lireBrut: (onglet: string) => readonly (readonly Brut[])[];
  /** Reads again the cells that `lire` found; rows added since are not among them. One service call. */
  readonly relire: (onglet: string) => readonly (readonly Brut[])[];
  /** Formulas of a tab, or of its first rows, `""` where a cell has none. One service call. */
  readonly formules: (onglet: string, lignes?: number) => readonly (readonly string[])[];
  /**
   * Last row of a tab that holds something, zero where it is missing or empty. One service call, none where
   * it was said by `retenir`.
   */
  readonly derniereLigne: (onglet: string) => number;
  /** Says where a tab ends, for as long as the lock is held. */
  readonly retenir: (onglet: string, derniereLigne: number) => void;
  /**
   * Rows of a tab: so many columns from the first, all that hold something where left out, which costs one
   * more service call.
   */
  readonly lireLignes: (
    onglet: string,
    ligne: number,
    lignes: number,
    colonnes?: number,
  ) => readonly (readonly Cell[])[];
  /** Number format of each cell of a tab. One service call. */
  readonly formats: (onglet: string) => readonly (readonly string[])[];
  /** The tab and the row where the person is; nothing in a run without a person. */
  readonly selection: () => { readonly onglet: string; readonly ligne: number } | undefined;
  /** Size of a tab's grid. */
  readonly taille: (onglet: string) => { readonly lignes: number; readonly colonnes: number };
  readonly plageNommee: (
    nom: string,
  ) => { readonly onglet: string; readonly zone: Zone } | undefined;
  readonly appliquer: (operations: readonly Operation[]) => void;
  /** Replaces a tab by a plan in one go: where anything fails, the former tab stands. */
  readonly remplacer: (plan: PlanOnglet) => void;
}

/** The workbook's settings as last cached for functions that leave the guichet out. */
export interface Cache {
  readonly ecrire: (texte: string) => void;
}

/** A text about the installation under way, kept with the workbook and seen by nobody. */
export interface Installation {
  readonly lire: () => string | undefined;
  readonly ecrire: (texte: string) => void;
  readonly oublier: () => void;
}

/** Who does it, and when. */
export interface Contexte {
  /** E-mail address of the user, or "" where Google does not give it. */
  readonly qui: () => string;
  /** `2021-07-06 14:05:09`, in the spreadsheet's zone. */
  readonly maintenant: () => string;
  /** SHA-256 of a text in UTF-8, in lower-case hexadecimal. */
  readonly empreinte: (texte: string) => string;
}

/** What the menu says, worked out beforehand: it opens before the sheet is read. */
export interface Rappels {
  /** Keeps the day from which the next committee is due; nothing where none is. */
  readonly comite: (depuis: Day | undefined) => void;
}

export interface Ports {
  readonly classeur: Classeur;
  readonly cache: Cache;
  readonly installation: Installation;
  readonly contexte: Contexte;
  readonly rappels: Rappels;
  /** Text of a data file of the project; nothing where the project has none of that name. */
  readonly donnees: (fichier: string) => string | undefined;
  /** Runs under the document's lock, once what an interrupted run left is put right; flushes, then releases it. */
  readonly sousVerrou: <T>(action: () => T) => T;
}

/**
 * What a run found of the spreadsheet, for a page to send back: it spares the next run service calls and
 * decides nothing.
 */
export interface Acquis {
  /** IANA name of the spreadsheet's zone. */
  readonly fuseau: string;
  /** Columns of each tab that was read. */
  readonly largeurs: Readonly<Record<string, number>>;
}

/** A refusal is a value: what is shown to the user, in French. */
export interface Refus {
  readonly kind: "refus";
  readonly message: string;
}

export const refus = (message: string): Refus => ({ kind: "refus", message });
