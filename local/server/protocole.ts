/**
 * What the page and its server say to each other. Types alone, so that the page imports nothing of Node.
 *
 * Every call under `/api/` carries the token of this start of the server, in the header
 * `X-Fitn7-Jeton`; index.html receives it as `<meta name="fitn7-jeton" content="…">`, first in its
 * head. Bodies are `application/json`, but for `POST /api/ouvrir`, which takes the bytes of any file.
 * Every refusal is an `Erreur` with a sentence in French to show as it is.
 *
 * | call                         | body                   | answer       |
 * |------------------------------|------------------------|--------------|
 * | GET  /api/classeur           |                        | `Classeur`   |
 * | PUT  /api/classeur           | `EcrireClasseur`       | `Enregistre` |
 * | POST /api/changements        | `AjouterChangements`   | `Enregistre` |
 * | POST /api/ouvrir?nom=a.xlsx  | the file's bytes       | `Classeur`   |
 * | POST /api/choix              | `Choix`                | `Classeur`   |
 * | GET  /api/classeurs          |                        | `Sauvegarde[]` |
 * | POST /api/rouvrir            | `Rouvrir`              | `Classeur`   |
 * | POST /api/exemple          | `{}`                   | `Classeur`   |
 * | POST /api/exporter           | `Exporter`             | the file's bytes |
 * | POST /api/enregistrer-sous   | `EnregistrerSous`      | `FichierEcrit` |
 *
 * Versions: a workbook is a snapshot at version n, then entries n+1, n+2… of its change log. One PUT
 * or one POST of changes is one version, whole or not at all. To bring `Classeur` up to date, restore
 * `snapshot`, then apply `changements` in order: they are the page's own, the server never looks
 * inside. A PUT replaces snapshot and log (do one now and then: after some hundred changes, or some
 * minutes). Sending a version that is not `version + 1` is refused: another window wrote in between.
 *
 * Content-Security-Policy of index.html: scripts from 'self' with eval, and the inline scripts of
 * dist/*.html by their hashes (a `srcdoc` frame inherits this policy, so that a script written by the
 * page into a frame must be a file: `<script src="/cadre.js">`); styles 'self' and inline; images
 * 'self', data:, blob:; fonts 'self', data:; workers 'self', blob:; connections 'self'.
 * The page is isolated (`Cross-Origin-Opener-Policy`, `Cross-Origin-Embedder-Policy`). Files of
 * build/page/ whose name begins with `cadre` may be loaded by frames without the page's origin; a
 * script that is a worker carries the page's policy.
 */
import type { WorkbookSnapshot } from "../engine/snapshot.js";
import type { Area, Value } from "../engine/types.js";

/**
 * `nouveau`: as the file gives it, nothing done since. `restaure`: with work saved before.
 * `source_modifiee`: with work saved before, on a file that has changed since; nothing can be written
 * until `POST /api/choix` says which one to keep.
 */
export type Etat = "nouveau" | "restaure" | "source_modifiee";

/** The workbook that is open. */
export interface Classeur {
  /** Which workbook this is; sent back with whatever is written to it. */
  readonly id: string;
  /** The file's name, `suivi.xlsx`, or `Exemple`. */
  readonly nom: string;
  /** Absolute path of the file; left out for the example and for a file chosen in the page. */
  readonly source?: string;
  readonly etat: Etat;
  /** Version once `changements` are applied. */
  readonly version: number;
  readonly snapshot: WorkbookSnapshot;
  /** Changes since `snapshot`, as they were sent, in order. */
  readonly changements: readonly unknown[];
  /** Day and time (ISO 8601) of the last save; left out where `etat` is `nouveau`. */
  readonly enregistreLe?: string;
  /** What a person must be told: an interrupted save that was set aside, for instance. */
  readonly avertissements: readonly string[];
}

export interface EcrireClasseur {
  readonly id: string;
  readonly version: number;
  readonly snapshot: WorkbookSnapshot;
}

export interface AjouterChangements {
  readonly id: string;
  readonly version: number;
  /** At least one. */
  readonly changements: readonly unknown[];
}

/** Sent once the bytes are on disk. */
export interface Enregistre {
  readonly version: number;
  readonly enregistreLe: string;
}

/** Answer to `source_modifiee`; what is not kept is set aside in the save folder, never deleted. */
export interface Choix {
  readonly id: string;
  readonly garder: "enregistre" | "fichier";
}

/** A workbook that has a save in the data folder, the last saved first. */
export interface Sauvegarde {
  readonly id: string;
  readonly nom: string;
  readonly source?: string;
  readonly enregistreLe: string;
}

/** Opens a workbook from its save, without its file. */
export interface Rouvrir {
  readonly id: string;
}

export type Format = "xlsx" | "ods";

/** A workbook with what its cells show, which the page alone computes. */
export interface Exporter {
  readonly format: Format;
  readonly snapshot: WorkbookSnapshot;
  /** By sheet name, row by row from A1; what is left out is blank. */
  readonly valeurs: Readonly<Record<string, readonly (readonly Value[])[]>>;
  /** Areas that one formula fills by spilling; the formula is in the top left cell. */
  readonly deversements: readonly Area[];
}

/** Writes a file beside the source of the workbook that is open. */
export interface EnregistrerSous extends Exporter {
  readonly id: string;
  /** File name without a folder, with the format's extension. */
  readonly nom: string;
  /** Without it, a file that exists is left as it is and the answer is `existe`. */
  readonly ecraser?: boolean;
  /** Without it, a source that changed since it was opened is left as it is: `source_modifiee`. */
  readonly malgreModification?: boolean;
}

export interface FichierEcrit {
  /** Absolute path of what was written. */
  readonly chemin: string;
}

export type CodeErreur =
  /** 403: wrong Host or Origin. */
  | "acces"
  /** 403: no token, or that of an earlier start of the server: the page must be loaded again. */
  | "jeton"
  /** 404 */
  | "introuvable"
  /** 405 */
  | "methode"
  /** 400: the body is not what is expected. */
  | "demande"
  /** 413 */
  | "trop_grand"
  /** 415: not the expected Content-Type. */
  | "type"
  /** 409: another window wrote to this workbook. */
  | "version"
  /** 409: another workbook has been opened since, in another window. */
  | "autre_classeur"
  /** 409: `POST /api/choix` first. */
  | "choix_attendu"
  /** 409: no question is pending. */
  | "sans_choix"
  /** 409: a file of this name exists. */
  | "existe"
  /** 409: the source changed since it was opened. */
  | "source_modifiee"
  /** 409: the workbook has no file, nothing can be written beside it. */
  | "sans_emplacement"
  /** 422: the file cannot be read, or the workbook cannot be written. */
  | "illisible"
  /** 423: another server has this workbook open. */
  | "verrou"
  /** 507: the disk refused; nothing was written. */
  | "disque"
  /** 503: the server is stopping. */
  | "arret"
  /** 500 */
  | "imprevu";

export interface Erreur {
  readonly code: CodeErreur;
  /** In French, to show as it is. */
  readonly message: string;
}
