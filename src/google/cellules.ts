import type { Brut } from "../app/brut.js";
import type { Cell } from "../dossiers/cell.js";
import { SaisieInvalide } from "../dossiers/saisie.js";
import { quoted } from "../dossiers/text.js";
import type { Contenu } from "../reports/plan.js";
import { serialOf } from "../rules/day.js";
import { type Fuseau, isDate } from "./jours.js";

/** A value of Google's as a cell of ours: a date becomes a text, anything odd becomes its text. */
export function toCell(value: unknown, fuseau: Fuseau): Cell {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return value;
  }
  if (isDate(value)) return fuseau.texte(value);
  return value === null || value === undefined ? "" : String(value);
}

/** The same with its type: a date stays one, so that what a cell held can be put back. */
export function toBrut(value: unknown, fuseau: Fuseau): Brut {
  return isDate(value) ? { serie: fuseau.serie(value) } : toCell(value, fuseau);
}

/** A text that no spreadsheet would take for anything else: it begins with a letter and holds no digit. */
const INERT = /^[A-Za-zÀ-ÖØ-öø-ÿŒœ][^\d]*$/;

const WORDS =
  /^(true|false|vrai|faux|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\s*$/i;

/**
 * What setValues is given so that a text stays that text: a leading apostrophe, as a person would type
 * it, keeps formulas, numbers, dates and codes with leading zeros from being read.
 */
export function asText(text: string): string {
  return text === "" || (INERT.test(text) && !WORDS.test(text)) ? text : `'${text}`;
}

/** A cell takes no more characters. */
const LONGEST = 50_000;

/**
 * What setValues is given for a content: texts are made safe, days become serial numbers.
 *
 * @throws SaisieInvalide in French for a text that no cell can hold
 */
export function toGoogle(contenu: Contenu): string | number | boolean {
  if (typeof contenu === "string") {
    if (contenu.length > LONGEST) {
      throw new SaisieInvalide(
        `Texte trop long\u00a0: ${quoted(contenu)} compte ${contenu.length} caractères, une cellule en admet ${LONGEST}.`,
      );
    }
    return asText(contenu);
  }
  if (typeof contenu !== "object") return contenu;
  if ("formule" in contenu) return contenu.formule;
  return "jour" in contenu ? serialOf(contenu.jour) : contenu.serie;
}
