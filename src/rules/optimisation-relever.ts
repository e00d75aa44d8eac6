import type { Cents } from "./cents.js";

/** A retained dossier and how far it may still be raised. */
export interface Relevable {
  readonly cle: string;
  readonly montant: Cents;
  /** The most it may be granted. */
  readonly plafond: Cents;
}

/** A raised dossier. */
export interface Releve {
  readonly cle: string;
  readonly montant: Cents;
  readonly hausse: Cents;
}

/**
 * Raises retained dossiers towards their ceilings with what an envelope has left. Each gets the same
 * share of what separates it from its ceiling, rounded down to the cent; the cents left over by rounding
 * go one each to the largest fractions, of two alike to the first by key. Where all can be raised to
 * their ceilings they are, and the rest stays in the envelope.
 *
 * @param dossiers with distinct keys; one above its ceiling stays as it is
 * @param reste what may be spent, in cents, below 90 billion euros
 * @returns the dossiers in the order given; the rises sum to the least of the rest and of the gaps
 * @example relever([{ cle: "a", montant: 100, plafond: 200 }, { cle: "b", montant: 100, plafond: 400 }], 100)
 * // a: 125, b: 175
 */
export function relever(dossiers: readonly Relevable[], reste: Cents): readonly Releve[] {
  const ecarts = dossiers.map(({ montant, plafond }) => Math.max(0, plafond - montant));
  const total = ecarts.reduce((sum, ecart) => sum + ecart, 0);
  const budget = Math.min(Math.max(0, reste), total);
  const parts = ecarts.map((ecart) => multiplyDivide(ecart, budget, total));
  const hausses = parts.map(({ quotient }) => quotient);
  const left = budget - hausses.reduce((sum, hausse) => sum + hausse, 0);
  const order = parts
    .map(({ remainder }, index) => ({ remainder, index, cle: dossiers[index]?.cle ?? "" }))
    .sort((a, b) => b.remainder - a.remainder || (a.cle < b.cle ? -1 : 1));
  for (const { index } of order.slice(0, left)) hausses[index] = (hausses[index] ?? 0) + 1;
  return dossiers.map(({ cle, montant }, index) => {
    const hausse = hausses[index] ?? 0;
    return { cle, montant: montant + hausse, hausse };
  });
}

const BASE = 1000;

/** Quotient and remainder of `a × b / c`, exact: the product is formed digit by digit. */
function multiplyDivide(a: number, b: number, c: number): { quotient: number; remainder: number } {
  if (c === 0) return { quotient: 0, remainder: 0 };
  const digits: number[] = [];
  for (let rest = a; rest > 0; rest = Math.floor(rest / BASE)) digits.unshift(rest % BASE);
  let quotient = 0;
  let remainder = 0;
  for (const digit of digits) {
    const part = remainder * BASE + digit * b;
    quotient = quotient * BASE + Math.floor(part / c);
    remainder = part % c;
  }
  return { quotient, remainder };
}
