import type { FigurePattern } from "./figures";

const INTEGER = "(?<![\\p{L}\\d./-]|\\d,)(?:\\d{1,3}(?: \\d{3})+|\\d+)(?![\\d/])";
const WORDS = ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"];
const UNITS = [
  "habitants",
  "hab\\.",
  "communes",
  "collectivités",
  "dossiers",
  "projets",
  "financements",
  "thématiques",
  "volets",
  "axes",
  "sessions",
  "comités",
  "référents",
  "lignes",
  "mois",
  "ans",
];

function pattern(source: string): RegExp {
  return new RegExp(source, "giu");
}

function countOf(text: string): number {
  const word = WORDS.indexOf(text.toLowerCase());
  return word < 0 ? Number(text.replaceAll(" ", "")) : word + 2;
}

function scaleOf(unit: string): number {
  if (/^k/i.test(unit)) return 1e3;
  if (/^milliard/i.test(unit)) return 1e9;
  return /^m/i.test(unit) ? 1e6 : 1;
}

/** The one or two counts of "80 %" and "20 à 100 %". */
function counts(match: RegExpMatchArray): number[] {
  return [match[1], match[2]].filter((group) => group !== undefined).map(countOf);
}

/** Amounts, percentages, codes and counts with their unit, to be read once the days are set aside. */
export const NUMBER_PATTERNS: FigurePattern[] = [
  {
    pattern: pattern(
      `(${INTEGER}) ?(€|[km]€|euros?(?!\\p{L})|millions? d['’]euros|milliards?(?: d['’]euros)?)`,
    ),
    read: (match) => [{ kind: "euro", value: countOf(match[1] ?? "") * scaleOf(match[2] ?? "") }],
  },
  {
    pattern: pattern(`(?:(${INTEGER}) à )?(${INTEGER}) ?%`),
    read: (match) => counts(match).map((value) => ({ kind: "percent", value })),
  },
  {
    // a row of départements; a budget unit; the number of a deliberation
    pattern: /(?<=^Département\t[\d\t]*)\d{2}(?=\t)|\d{4}-[A-Z]+-[A-Z]+\d{2}|DE\d{2}\.\d{3}/gmu,
    read: (match) => [{ kind: "code", value: match[0] }],
  },
  {
    pattern: pattern(
      `(?:(${INTEGER}) (?:à|et) )?(${INTEGER}|(?<!\\p{L})(?:${WORDS.join("|")})) (?:${UNITS.join("|")})(?!\\p{L})`,
    ),
    read: (match) => counts(match).map((value) => ({ kind: "number", value })),
  },
  {
    pattern: pattern("chaque fin de mois|fois par mois"),
    read: () => [{ kind: "number", value: 1 }],
  },
  {
    pattern: pattern("trimestr(?:es|iel|ielle)(?!\\p{L})"),
    read: () => [{ kind: "number", value: 3 }],
  },
];
