import type { Chiffrage } from "../chiffrage.js";
import type { Citation, Sourced } from "../citation.js";
import type { Champ, Dossier, Faits } from "../dossier.js";
import type { Guichet } from "../guichet.js";
import type { Chiffre, CodeMotif, Gravite, Motif } from "../motif.js";
import { reglagesUtilises } from "../motif.js";
import type { Theme } from "../theme.js";

/** What every check looks at. */
export interface Examen {
  readonly guichet: Guichet;
  readonly theme: Theme | undefined;
  readonly faits: Faits;
  readonly colonnes: Dossier["colonnes"];
  /** Fields whose cell could not be read: said once, not again as missing. */
  readonly illisibles: ReadonlySet<Champ>;
  readonly chiffrage: Chiffrage;
}

export type Controle = (examen: Examen) => readonly Motif[];

interface Details {
  readonly chiffres?: Readonly<Record<string, Chiffre>>;
  /** The sourced numbers the reason rests on: their settings are named with it. */
  readonly nombres?: readonly (Sourced<unknown> | undefined)[];
}

/** Makes a reason. `key` is `CODE.cas`. */
export function motif(
  key: `${CodeMotif}.${string}`,
  gravite: Gravite,
  source: Citation | undefined,
  { chiffres = {}, nombres = [] }: Details = {},
): Motif {
  const [code, cas] = key.split(".") as [CodeMotif, string];
  return {
    code,
    cas,
    gravite,
    chiffres,
    reglages: reglagesUtilises(nombres),
    ...(source && { source }),
  };
}

/** Nothing to say. */
export const RIEN: readonly Motif[] = [];

/**
 * "To be checked" where a field has no value; nothing where its cell was unreadable, which is a reason
 * of its own.
 */
export function manque(
  { illisibles }: Examen,
  champ: Champ,
  key: `${CodeMotif}.${string}`,
  source: Citation | undefined,
  details?: Details,
): readonly Motif[] {
  return illisibles.has(champ) ? RIEN : [motif(key, "a_verifier", source, details)];
}
