import type { Cents } from "./cents.js";

const UNITES = [
  "zéro",
  "un",
  "deux",
  "trois",
  "quatre",
  "cinq",
  "six",
  "sept",
  "huit",
  "neuf",
  "dix",
  "onze",
  "douze",
  "treize",
  "quatorze",
  "quinze",
  "seize",
  "dix-sept",
  "dix-huit",
  "dix-neuf",
];

const DIZAINES = [
  "",
  "",
  "vingt",
  "trente",
  "quarante",
  "cinquante",
  "soixante",
  "soixante",
  "quatre-vingt",
  "quatre-vingt",
];

/** Below a hundred; `final` where nothing follows but a noun, so that "vingts" takes its plural. */
function underHundred(n: number, final: boolean): string {
  if (n < 20) return UNITES[n] ?? "";
  const ten = Math.floor(n / 10);
  const word = DIZAINES[ten] ?? "";
  const rest = n - (ten === 7 || ten === 9 ? ten - 1 : ten) * 10;
  if (rest === 0) return ten === 8 && final ? `${word}s` : word;
  const joined = (rest === 1 || rest === 11) && ten < 8 ? " et " : "-";
  return `${word}${joined}${UNITES[rest]}`;
}

function underThousand(n: number, final: boolean): string {
  const hundreds = Math.floor(n / 100);
  const rest = n % 100;
  if (hundreds === 0) return underHundred(rest, final);
  const word = hundreds === 1 ? "cent" : `${UNITES[hundreds]} cent`;
  if (rest === 0) return hundreds > 1 && final ? `${word}s` : word;
  return `${word} ${underHundred(rest, final)}`;
}

const MILLE = 1_000;
const MILLION = 1_000_000;
const MILLIARD = 1_000_000_000;

/** Millions and milliards are nouns: what counts them agrees, and they take an s. */
function counted(n: number, noun: string): string {
  return `${entierEnLettres(n)} ${noun}${n > 1 ? "s" : ""}`;
}

/**
 * A whole number in French words, in the traditional spelling: hyphens below a hundred only, "et" before
 * one and eleven (but after quatre-vingt), "vingt" and "cent" in the plural where they end the number or stand
 * before a noun, "mille" never.
 *
 * @param n zero or more
 * @example entierEnLettres(280) // "deux cent quatre-vingts"
 */
export function entierEnLettres(n: number): string {
  if (!Number.isSafeInteger(n) || n < 0) {
    throw new RangeError(`n: read ${n}, expected a whole number from zero up`);
  }
  const parts: string[] = [];
  const milliards = Math.floor(n / MILLIARD);
  const millions = Math.floor((n % MILLIARD) / MILLION);
  const milliers = Math.floor((n % MILLION) / MILLE);
  const rest = n % MILLE;
  if (milliards > 0) parts.push(counted(milliards, "milliard"));
  if (millions > 0) parts.push(counted(millions, "million"));
  if (milliers > 0)
    parts.push(milliers === 1 ? "mille" : `${underThousand(milliers, false)} mille`);
  if (rest > 0 || parts.length === 0) parts.push(underThousand(rest, true));
  return parts.join(" ");
}

function euros(n: number): string {
  const noun = n > 1 ? "euros" : "euro";
  return n >= MILLION && n % MILLION === 0
    ? `${entierEnLettres(n)} d’${noun}`
    : `${entierEnLettres(n)} ${noun}`;
}

/**
 * An amount in French words, as a letter that grants it writes it; traditional spelling, see
 * `entierEnLettres`.
 *
 * @param cents zero or more
 * @example montantEnLettres(2666666) // "vingt-six mille six cent soixante-six euros et soixante-six centimes"
 */
export function montantEnLettres(cents: Cents): string {
  if (!Number.isSafeInteger(cents) || cents < 0) {
    throw new RangeError(`cents: read ${cents}, expected a whole number of cents from zero up`);
  }
  const rest = cents % 100;
  const whole = (cents - rest) / 100;
  const centimes = `${entierEnLettres(rest)} centime${rest > 1 ? "s" : ""}`;
  if (rest === 0) return euros(whole);
  return whole === 0 ? centimes : `${euros(whole)} et ${centimes}`;
}
