import { type Locale, localeOf } from "../formula/index.js";

/** How a spreadsheet's locale reads and writes what is typed. */
export interface Conventions extends Locale {
  /** Marks between thousands that are read. */
  readonly groupMarks: string;
  /** Format that a typed day or a written `Date` gets. */
  readonly dateFormat: string;
  readonly trueText: string;
  readonly falseText: string;
}

/** Conventions of a spreadsheet locale such as `fr_FR`; French ones for a locale that is not known here. */
export function conventions(code: string): Conventions {
  const locale = localeOf(code);
  return locale.dayFirst
    ? {
        ...locale,
        groupMarks: " \u00a0\u202f",
        dateFormat: "dd/mm/yyyy",
        trueText: "VRAI",
        falseText: "FAUX",
      }
    : {
        ...locale,
        groupMarks: ",",
        dateFormat: "m/d/yyyy",
        trueText: "TRUE",
        falseText: "FALSE",
      };
}
