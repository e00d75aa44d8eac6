/** What of a spreadsheet's locale changes results. */
export interface Locale {
  readonly decimal: "," | ".";
  /** Between thousands, as Sheets shows it. */
  readonly thousands: string;
  readonly dayFirst: boolean;
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** Sunday first. */
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
}

const NARROW_NO_BREAK_SPACE = "\u202f";

export const FRENCH: Locale = {
  decimal: ",",
  thousands: NARROW_NO_BREAK_SPACE,
  dayFirst: true,
  months: [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
  ],
  shortMonths: [
    "janv.",
    "févr.",
    "mars",
    "avr.",
    "mai",
    "juin",
    "juil.",
    "août",
    "sept.",
    "oct.",
    "nov.",
    "déc.",
  ],
  days: ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
  shortDays: ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."],
};

const ENGLISH_MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const ENGLISH_DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

export const ENGLISH: Locale = {
  decimal: ".",
  thousands: ",",
  dayFirst: false,
  months: ENGLISH_MONTHS,
  shortMonths: ENGLISH_MONTHS.map((name) => name.slice(0, 3)),
  days: ENGLISH_DAYS,
  shortDays: ENGLISH_DAYS.map((name) => name.slice(0, 3)),
};

/** Locale of a spreadsheet (`fr_FR`, `en_US`); French for any other. */
export function localeOf(code: string): Locale {
  return /^en/i.test(code) ? ENGLISH : FRENCH;
}
