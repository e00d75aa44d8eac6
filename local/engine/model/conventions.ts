import { FRENCH, type Locale, localeOf } from "../formula/index.js";

/** How a spreadsheet's locale reads and writes what is typed. */
export interface Conventions extends Locale {
  /** Marks between thousands that are read. */
  readonly groupMarks: string;
  /** Format that a typed day or a written `Date` gets. */
  readonly dateFormat: string;
  readonly trueText: string;
  readonly falseText: string;
}

const FRENCH_WRITING: Conventions = {
  ...FRENCH,
  groupMarks: " \u00a0\u202f",
  dateFormat: "dd/mm/yyyy",
  trueText: "VRAI",
  falseText: "FAUX",
};

const ENGLISH_WRITING: Conventions = {
  ...localeOf("en_US"),
  groupMarks: ",",
  dateFormat: "m/d/yyyy",
  trueText: "TRUE",
  falseText: "FALSE",
};

/** Conventions of a spreadsheet locale such as `fr_FR`; French ones for a locale that is not known here. */
export function conventions(code: string): Conventions {
  return localeOf(code) === FRENCH ? FRENCH_WRITING : ENGLISH_WRITING;
}
