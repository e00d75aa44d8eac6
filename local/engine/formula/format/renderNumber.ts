import { type DateParts, partsOf } from "../../dates/serial.js";
import { numberText } from "../values/coerce.js";
import type { Locale } from "../values/locale.js";
import { isDateFormat } from "./isDateFormat.js";
import { cutFormat, type Piece, splitSections } from "./sections.js";

/**
 * Text of a number in a number format, as a cell or TEXT shows it.
 * @param format Google's tokens: `#,##0.00 "€"`, `0 %`, `dd/mm/yyyy`; sections apart by `;`
 */
export function renderNumber(value: number, format: string, locale: Locale): string {
  if (format === "" || /^general$/i.test(format)) return numberText(value, locale);
  const sections = splitSections(format);
  const section = sectionFor(value, sections);
  const magnitude = value < 0 && sections.length > 1 && section === sections[1] ? -value : value;
  if (isDateFormat(section)) return renderDate(magnitude, section, locale);
  return renderPlain(magnitude, section, locale);
}

function sectionFor(value: number, sections: readonly string[]): string {
  const [positive = "", negative, zero] = sections;
  if (value < 0 && negative !== undefined) return negative;
  if (value === 0 && zero !== undefined) return zero;
  return positive;
}

/** Rounds half away from zero on the decimal digits a person sees. */
function decimalDigits(value: number, decimals: number): string {
  const shifted = Math.round(Number(`${Math.abs(value).toPrecision(15)}e${decimals}`));
  if (!Number.isSafeInteger(shifted)) return Math.abs(value).toFixed(Math.min(decimals, 100));
  const digits = String(shifted).padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function renderPlain(value: number, section: string, locale: Locale): string {
  const pieces = cutFormat(section, locale);
  const number = pieces.find((piece) => piece.kind === "number");
  if (!number) {
    const text = pieces.map((piece) => pieceText(piece, value, locale)).join("");
    return value < 0 && text !== "" ? `-${text}` : text;
  }
  const percents = pieces.filter((piece) => piece.kind === "percent").length;
  const scaled = value * 100 ** percents;
  const body = number.exponent
    ? renderExponent(scaled, number, locale)
    : renderDigits(scaled, number, locale);
  const negative = value < 0 && /[1-9]/.test(body);
  const text = pieces
    .map((piece) => (piece === number ? body : pieceText(piece, value, locale)))
    .join("");
  return negative ? `-${text}` : text;
}

function pieceText(piece: Piece, value: number, locale: Locale): string {
  if (piece.kind === "literal") return piece.text;
  if (piece.kind === "percent") return "%";
  if (piece.kind === "value") return numberText(value, locale);
  return "";
}

type NumberPiece = Extract<Piece, { kind: "number" }>;

function renderDigits(value: number, piece: NumberPiece, locale: Locale): string {
  const digits = decimalDigits(value / 1000 ** piece.scale, piece.decimals.length);
  const [whole = "0", fraction = ""] = digits.split(".");
  return placeWhole(whole, piece, locale) + placeFraction(fraction, piece, locale);
}

function placeWhole(whole: string, piece: NumberPiece, locale: Locale): string {
  const least = piece.whole.replaceAll("#", "").length;
  let digits = whole === "0" ? "" : whole;
  digits = digits.padStart(least, "0");
  if (!piece.grouped) return digits;
  return digits.replace(/\B(?=(\d{3})+$)/g, locale.thousands);
}

function placeFraction(fraction: string, piece: NumberPiece, locale: Locale): string {
  let kept = fraction;
  while (kept.length > 0 && kept.endsWith("0") && piece.decimals[kept.length - 1] !== "0") {
    kept = kept.slice(0, -1);
  }
  return kept === "" ? "" : locale.decimal + kept;
}

function renderExponent(value: number, piece: NumberPiece, locale: Locale): string {
  const [mantissa = "0", power = "0"] = Math.abs(value)
    .toExponential(piece.decimals.length)
    .split("e");
  const exponent = Number(power);
  const sign = exponent < 0 ? "-" : "+";
  const width = piece.exponent?.length ?? 2;
  return `${mantissa.replace(".", locale.decimal)}E${sign}${String(Math.abs(exponent)).padStart(width, "0")}`;
}

const DATE_TOKEN = /"([^"]*)"|\\(.)|\[(h+|m+|s+)\]|am\/pm|a\/p|d+|m+|y+|h+|s+|\.0+|./gi;

function renderDate(value: number, section: string, locale: Locale): string {
  const parts = partsOf(value);
  const tokens = [...section.matchAll(DATE_TOKEN)];
  const half = tokens.some((token) => /^(am\/pm|a\/p)$/i.test(token[0]));
  return tokens
    .map((token, index) => {
      if (token[1] !== undefined) return token[1];
      if (token[2] !== undefined) return token[2];
      if (token[3] !== undefined) return elapsed(value, token[3]);
      const text = token[0].toLowerCase();
      if (text[0] === "m" && isMinutes(tokens, index)) return pad(parts.minutes, text.length);
      return dateToken(text, token[0], parts, locale, half);
    })
    .join("");
}

function pad(value: number, width: number): string {
  return String(value).padStart(Math.min(width, 2), "0");
}

function elapsed(value: number, unit: string): string {
  const per = { h: 24, m: 1440, s: 86_400 }[unit[0]?.toLowerCase() as "h" | "m" | "s"];
  return String(Math.floor(value * per + 1e-9)).padStart(unit.length, "0");
}

/** `m` is minutes right after hours or right before seconds. */
function isMinutes(tokens: readonly RegExpExecArray[], index: number): boolean {
  const letters = tokens.map((token) => (token[3] ?? token[0])[0]?.toLowerCase() ?? "");
  const meaning = (letter: string) => "dmyhs".includes(letter);
  const before = letters.slice(0, index).findLast(meaning);
  const after = letters.slice(index + 1).find(meaning);
  return (tokens[index]?.[0].length ?? 0) <= 2 && (before === "h" || after === "s");
}

function dateToken(
  text: string,
  written: string,
  parts: DateParts,
  locale: Locale,
  half: boolean,
): string {
  switch (text[0]) {
    case "d":
      if (text.length === 3) return locale.shortDays[parts.weekday] as string;
      if (text.length > 3) return locale.days[parts.weekday] as string;
      return pad(parts.day, text.length);
    case "m":
      if (text.length === 3) return locale.shortMonths[parts.month - 1] as string;
      if (text.length === 4) return locale.months[parts.month - 1] as string;
      if (text.length === 5) return (locale.months[parts.month - 1] as string).slice(0, 1);
      return pad(parts.month, text.length);
    case "y":
      return text.length <= 2 ? String(parts.year).slice(-2) : String(parts.year).padStart(4, "0");
    case "h":
      return pad(half ? parts.hours % 12 || 12 : parts.hours, text.length);
    case "s":
      return pad(parts.seconds, text.length);
    case "a":
      if (text === "am/pm") return parts.hours < 12 ? "AM" : "PM";
      if (text === "a/p") return parts.hours < 12 ? "A" : "P";
      return written;
    case ".":
      if (text.length === 1) return written;
      return (
        locale.decimal +
        String(parts.milliseconds)
          .padStart(3, "0")
          .slice(0, text.length - 1)
      );
    default:
      return written;
  }
}
