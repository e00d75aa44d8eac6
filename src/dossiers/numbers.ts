import { type Cents, roundToCents } from "../rules/cents.js";
import { type Points, pointsOfShare } from "../rules/points.js";
import { type Cell, expected, type Reader, read, reader } from "./cell.js";

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

/** Reads an amount of money, zero or more: `12 500,50 €`, `12 k€`, `12500.5`. */
export const readEuros: Reader<Cents> = reader((cell) => {
  const thousands = typeof cell === "string" && THOUSANDS_OF_EUROS.test(cell.trim());
  const number = numberOf(cell, thousands ? THOUSANDS_OF_EUROS : EURO_UNITS);
  const cents = number === undefined ? undefined : roundToCents(thousands ? number * 1000 : number);
  return cents === undefined || cents < 0 ? expected(EXPECTED_EUROS) : read(cents);
});

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
