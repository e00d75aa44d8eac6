import { CHAMPS } from "../dossiers/champs.js";
import { quoted } from "../dossiers/text.js";
import type { Champ } from "../rules/dossier.js";

/** Titles of fields, as a sentence lists them. */
export function titresDe(champs: readonly Champ[]): string {
  return champs.map((champ) => quoted(CHAMPS[champ].titre)).join(", ");
}
