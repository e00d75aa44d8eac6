import { dayOfSerial, formatDay } from "../rules/day.js";
import { type TableTypee, texteDeFichier, type Valeur } from "./fichier.js";

/** How a .csv is written. */
export interface Dialecte {
  readonly separateur: ";" | ",";
  /** What stands before the first line: tells spreadsheets that the file is UTF-8. */
  readonly marque: "\ufeff" | "";
  readonly valeur: (value: Valeur, format: string) => string;
}

/** For French spreadsheets: `;`, decimal comma, day first. */
export const CSV_FRANCAIS: Dialecte = {
  separateur: ";",
  marque: "\ufeff",
  valeur: (value, format) => {
    if (typeof value === "object") return formatDay(dayOfSerial(value.serie));
    if (typeof value === "number") return nombreFrancais(value, format);
    return typeof value === "boolean" ? (value ? "VRAI" : "FAUX") : inerte(value);
  },
};

/** For the open-data schema: `,`, decimal point, `2021-06-30`. */
export const CSV_SCDL: Dialecte = {
  separateur: ",",
  marque: "",
  valeur: (value) => {
    if (typeof value === "object") return dayOfSerial(value.serie);
    if (typeof value === "number") return value.toFixed(2);
    return typeof value === "boolean" ? (value ? "oui" : "non") : inerte(value);
  },
};

function nombreFrancais(value: number, format: string): string {
  if (format.includes("%")) return `${(value * 100).toFixed(2).replace(".", ",")} %`;
  const shown = /0\.00/.test(format) ? value.toFixed(2) : String(value);
  return shown.replace(".", ",");
}

/** What a spreadsheet takes for the start of a formula, full-width ones included. */
const SIGNE = "[=+\\-@\uff1d\uff0b\uff0d\uff20]";

const EN_TETE = new RegExp(`^(?=[\\s\\u00a0]*${SIGNE}|[\\t\\n])`);

/** After what another spreadsheet may take for the end of a cell: not every one cuts where the file does. */
const APRES_COUPURE = new RegExp(`([;,|\\t\\n]"*)(?=${SIGNE})`, "g");

/**
 * A text that no spreadsheet takes for a formula when it opens the file: an apostrophe before a first
 * `=`, `+`, `-` or `@`, full-width ones and those after blanks included, and before a tab or a line
 * end. Inside the text too, right after a separator: a file with commas, opened where `;` cuts cells,
 * begins a cell there. A .csv has no types: the apostrophe shows in the cell, and the .xlsx and .ods,
 * that have types, need none. Characters that are no text are left out: a null hides an `=` behind it.
 *
 * @example inerte("=1+1") // "'=1+1"
 * @example inerte("Mairie;=1+1") // "Mairie;'=1+1"
 */
export function inerte(text: string): string {
  return texteDeFichier(text).replace(EN_TETE, "'").replace(APRES_COUPURE, "$1'");
}

/** A table as .csv text: each text between quotes, lines ended by CRLF (RFC 4180). */
export function csvDe({ valeurs, formats }: TableTypee, dialecte: Dialecte): string {
  const lines = valeurs.map((row, at) =>
    row
      .map((value, column) => {
        const text = dialecte.valeur(value, formats[at]?.[column] ?? "");
        return typeof value === "string" && text !== "" ? `"${text.replace(/"/g, '""')}"` : text;
      })
      .join(dialecte.separateur),
  );
  return `${dialecte.marque}${lines.join("\r\n")}\r\n`;
}
