import type { Brouillon } from "./brouillon.js";

/** The draft that the fields of a form share: each reads it and changes its own part. */
export interface EnSaisie {
  readonly lire: () => Brouillon;
  readonly changer: (part: Partial<Brouillon>) => void;
}
