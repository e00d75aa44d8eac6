/** How a locale writes numbers, dates and truth values. */
export interface Conventions {
  readonly decimal: "," | ".";
  /** The group mark that is written; `groupMarks` are those that are read. */
  readonly group: string;
  readonly groupMarks: string;
  readonly dayFirst: boolean;
  readonly dateFormat: string;
  readonly trueText: string;
  readonly falseText: string;
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
}

const FRENCH: Conventions = {
  decimal: ",",
  group: "\u202f",
  groupMarks: " \u00a0\u202f",
  dayFirst: true,
  dateFormat: "dd/mm/yyyy",
  trueText: "VRAI",
  falseText: "FAUX",
  months: words(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  ),
  shortMonths: words("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
  weekdays: words("dimanche lundi mardi mercredi jeudi vendredi samedi"),
  shortWeekdays: words("dim. lun. mar. mer. jeu. ven. sam."),
};

const ENGLISH: Conventions = {
  decimal: ".",
  group: ",",
  groupMarks: ",",
  dayFirst: false,
  dateFormat: "m/d/yyyy",
  trueText: "TRUE",
  falseText: "FALSE",
  months: words(
    "January February March April May June July August September October November December",
  ),
  shortMonths: words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
  weekdays: words("Sunday Monday Tuesday Wednesday Thursday Friday Saturday"),
  shortWeekdays: words("Sun Mon Tue Wed Thu Fri Sat"),
};

/** Conventions of a spreadsheet locale such as `fr_FR`; French ones for a locale that is not known here. */
export function conventions(locale: string): Conventions {
  return /^en(_US)?$/i.test(locale) ? ENGLISH : FRENCH;
}

function words(list: string): string[] {
  return list.split(" ");
}
