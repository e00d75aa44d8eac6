import type { FigurePattern } from "./figures";

const MONTHS = [
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
];
const MONTH = `(?<!\\p{L})(?:${MONTHS.join("|")})(?!\\p{L})`;
const QUARTERS = ["premier", "deuxième", "troisième", "quatrième"];

function pattern(source: string): RegExp {
  return new RegExp(source, "giu");
}

function monthOf(year: string, name: string): string {
  const rank = MONTHS.indexOf(name.toLowerCase()) + 1;
  return `${year}-${String(rank).padStart(2, "0")}`;
}

function dayOf(year: string, month: string, day: string): string {
  return `${monthOf(year, month)}-${String(Number.parseInt(day, 10)).padStart(2, "0")}`;
}

/** The groups of a match; a group that did not take part is an empty text. */
function groups(match: RegExpMatchArray): string[] {
  return match.slice(1).map((group) => group ?? "");
}

/** Days, months, quarters and years. A year that is told for several days or months is given to each. */
export const DAY_PATTERNS: FigurePattern[] = [
  {
    // "31/10/2022", "14/05/21"
    pattern: pattern("(?<!\\d)(\\d{2})/(\\d{2})/(?:20)?(\\d{2})(?!\\d)"),
    read: (match) => {
      const [day, month, year] = groups(match);
      return [{ kind: "day", value: `20${year}-${month}-${day}` }];
    },
  },
  {
    // "26 janvier au 15 mars 2021"
    pattern: pattern(
      `((\\d{1,2})(?:er)? (${MONTH})) au ((\\d{1,2})(?:er)? (${MONTH}) (20\\d{2}))(?!\\d)`,
    ),
    read: (match) => {
      const [, day1 = "", month1 = "", , day2 = "", month2 = "", year = ""] = groups(match);
      return [
        { kind: "day", value: dayOf(year, month1, day1) },
        { kind: "day", value: dayOf(year, month2, day2) },
      ];
    },
    text: (match) => [match[1] ?? "", match[4] ?? ""],
  },
  {
    // "1er septembre 2021"
    pattern: pattern(`(?<!\\d)(\\d{1,2})(?:er)? (${MONTH}) (20\\d{2})(?!\\d)`),
    read: (match) => {
      const [day = "", month = "", year = ""] = groups(match);
      return [{ kind: "day", value: dayOf(year, month, day) }];
    },
  },
  {
    // "juin et septembre 2021"
    pattern: pattern(`(${MONTH}) et (${MONTH}) (20\\d{2})(?!\\d)`),
    read: (match) => {
      const [first = "", second = "", year = ""] = groups(match);
      return [first, second].map((name) => ({ kind: "month", value: monthOf(year, name) }));
    },
  },
  {
    // "octobre 2022"
    pattern: pattern(`(${MONTH}) (20\\d{2})(?!\\d)`),
    read: (match) => {
      const [name = "", year = ""] = groups(match);
      return [{ kind: "month", value: monthOf(year, name) }];
    },
  },
  {
    // "année 2021, [...] en juillet et en octobre"
    pattern: pattern(`année (20\\d{2}),[^.;\\n]* en (${MONTH}) et en (${MONTH})`),
    read: (match) => {
      const [year = "", first = "", second = ""] = groups(match);
      return [
        { kind: "year", value: Number(year) },
        { kind: "month", value: monthOf(year, first) },
        { kind: "month", value: monthOf(year, second) },
      ];
    },
    text: groups,
  },
  {
    // "troisième trimestre 2021"
    pattern: pattern(`(${QUARTERS.join("|")}) trimestre (20\\d{2})(?!\\d)`),
    read: (match) => {
      const [rank = "", year] = groups(match);
      return [{ kind: "quarter", value: `${year}-T${QUARTERS.indexOf(rank.toLowerCase()) + 1}` }];
    },
  },
  {
    pattern: pattern("(?<![\\d.])20[12]\\d(?!\\d)"),
    read: (match) => [{ kind: "year", value: Number(match[0]) }],
  },
];
