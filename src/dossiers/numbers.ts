import { type Cents, roundToCents } from "../rules/cents.js";
import { type Points, pointsOfShare } from "../rules/points.js";
import { type Cell, expected, type Reader, type Reading, read, reader } from "./cell.js";

/**
 * The number a French text writes: any kind of space between thousands, a comma as decimal mark; a
 * dot counts as one too unless it could be a thousands mark.
 *
 * @returns `undefined` where the text is no number, or could be two
 * @example parseFrenchNumber("12 500,50") // 12500.5
 */
export function parseFrenchNumber(text: string): number | undefined {
  const compact = text.replace(/[\s\u00a0\u202f\u2009]/g, "").replace(/^\u2212/, "-");
  if (/^[+-]?\d{1,3}(\.\d{3})+,\d+$/.test(compact)) {
    return Number(compact.replace(/\./g, "").replace(",", "."));
  }
  if (/^[+-]?\d+(,\d*)?$/.test(compact)) return Number(compact.replace(",", "."));
  if (/^[+-]?\d+\.\d+$/.test(compact) && !/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(compact)) {
    return Number(compact);
  }
  return undefined;
}

function numberOf(cell: Cell, unit: RegExp): number | undefined {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : undefined;
  return typeof cell === "string" ? parseFrenchNumber(cell.trim().replace(unit, "")) : undefined;
}

const EURO_UNITS = /\s*(€|euros?|eur)?\s*(ht|ttc)?$/i;
const THOUSANDS_OF_EUROS = /\s*k\s*(€|eur|euros?)\s*(ht|ttc)?$/i;
const EXPECTED_EUROS = "un montant en euros, zéro ou plus (par exemple 12\u00a0500,50)";
const EXPECTED_CENTS = "un montant en euros, deux décimales au plus (par exemple 12\u00a0500,50)";

/** A number as programs write it, with a point and no groups: a decimal of an export has what digits it has. */
const BY_A_PROGRAM = /^\d+\.\d+$/;

/**
 * Reads an amount of money, zero or more: `12 500,50 €`, `12 k€`, `12500.5`. A number is rounded to the cent,
 * for it may be computed, and so is the text that a program made of one, `4166.667`; any other text that says
 * more than cents, `99 000,555`, or could mean thousands, `12,500`, is refused.
 */
export const readEuros: Reader<Cents> = reader((cell) => euros(cell, BY_A_PROGRAM));

/** The same for what a person types in a page: no text is rounded. */
export const readTypedEuros: Reader<Cents> = reader((cell) => euros(cell));

function euros(cell: Cell, rounded?: RegExp): Reading<Cents> {
  const thousands = typeof cell === "string" && THOUSANDS_OF_EUROS.test(cell.trim());
  const unit = thousands ? THOUSANDS_OF_EUROS : EURO_UNITS;
  const number = numberOf(cell, unit);
  const cents = number === undefined ? undefined : roundToCents(thousands ? number * 1000 : number);
  if (cents === undefined || cents < 0) return expected(EXPECTED_EUROS);
  const text = typeof cell === "string" ? cell.trim().replace(unit, "") : "";
  const unclear =
    isTooPrecise(text, thousands ? 5 : 2) || (!thousands && /^[1-9]\d{0,2},\d{3}$/.test(text));
  return unclear && !rounded?.test(text) ? expected(EXPECTED_CENTS) : read(cents);
}

/**
 * Whether the text of a number says more decimals than so many, zeros at its end apart.
 *
 * @example isTooPrecise("99 000,555", 2) // true
 */
export function isTooPrecise(text: string, decimals: number): boolean {
  const [, said = ""] = /[.,](\d*)\s*$/.exec(text) ?? [];
  return said.replace(/0+$/, "").length > decimals;
}

/** Reads a whole number, zero or more. `unit` names what is counted, in French ("d’habitants"). */
export function readWhole(unit?: string): Reader<number> {
  return reader((cell) => {
    const number = numberOf(cell, /\s*(hab(itants)?\.?|communes?)$/i);
    return number === undefined || number < 0 || !Number.isSafeInteger(number)
      ? expected(`un nombre entier${unit === undefined ? "" : ` ${unit}`}, zéro ou plus`)
      : read(number);
  });
}

/** Reads a rate: `80 %`, `0,8` or a cell formatted as a percentage. */
export const readRate: Reader<Points> = reader((cell) => {
  const percent = typeof cell === "string" && /%\s*$/.test(cell);
  const number = numberOf(cell, /\s*%\s*$/);
  const share = number === undefined ? undefined : percent ? number / 100 : number;
  return share === undefined || share < 0 || share > 1
    ? expected("un taux de 0 à 100\u00a0% (par exemple 80\u00a0% ou 0,8)")
    : read(pointsOfShare(share));
});

/** Reads any number, for scores and weights. */
export const readNumber: Reader<number> = reader((cell) => {
  const number = numberOf(cell, /$/);
  return number === undefined || number < 0 ? expected("un nombre, zéro ou plus") : read(number);
});
