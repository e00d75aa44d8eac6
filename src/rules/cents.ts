import type { Points } from "./points.js";

/** An amount of money in integer cents of a euro. */
export type Cents = number;

/**
 * The cents of an amount in euros, rounded half up to the nearest cent on its decimal writing
 * (1.005 gives 101: the binary value just below is not what anybody typed).
 *
 * @param euros amount in euros, as a cell holds it
 * @returns integer cents, or `undefined` where the amount is not finite or too large to be exact
 * @example roundToCents(33333.33) // 3333333
 */
export function roundToCents(euros: number): Cents | undefined {
  const cents = String(euros).includes("e")
    ? Math.round(euros * 100)
    : Math.round(Number(`${euros}e2`));
  return Number.isSafeInteger(cents) ? cents : undefined;
}

/** The amount in euros of a number of cents, for a cell. @example eurosOf(2666666) // 26666.66 */
export function eurosOf(cents: Cents): number {
  return cents / 100;
}

/**
 * A share of an amount, rounded down to the cent. Exact for every safe integer: the product is never
 * formed in one piece.
 *
 * @param cents amount, zero or more
 * @param points rate in basis points
 * @example shareRoundedDown(3333333, 8000) // 2666666
 */
export function shareRoundedDown(cents: Cents, points: Points): Cents {
  const whole = Math.floor(cents / 10_000);
  return whole * points + Math.floor(((cents % 10_000) * points) / 10_000);
}

/**
 * The share one amount is of another, in basis points rounded down.
 *
 * @returns `undefined` where the whole is not above zero
 * @example ratioRoundedDown(5000, 20000) // 2500
 */
export function ratioRoundedDown(part: Cents, whole: Cents): Points | undefined {
  return whole > 0 ? Math.floor((part / whole) * 10_000 + 1e-7) : undefined;
}

/**
 * The share one amount is of another, to the nearest basis point, a half going up.
 *
 * @returns `undefined` where the whole is not above zero
 * @example ratioToNearest(2666666, 3333333) // 8000
 */
export function ratioToNearest(part: Cents, whole: Cents): Points | undefined {
  return whole > 0 ? Math.round((part / whole) * 10_000) : undefined;
}

/** French writing of an amount: thousands apart, cents only where there are some. @example formatEuros(2666666) // "26 666,66 €" */
export function formatEuros(cents: Cents): string {
  const sign = cents < 0 ? "-" : "";
  return `${sign}${formatAmount(Math.abs(cents))}\u00a0€`;
}

/** The same without its sign, as a field holds it. @example formatAmount(1200050) // "12 000,50" */
export function formatAmount(cents: Cents): string {
  const rest = cents % 100;
  const decimals = rest === 0 ? "" : `,${String(rest).padStart(2, "0")}`;
  return `${groupThousands((cents - rest) / 100)}${decimals}`;
}

/** French writing of a whole number: a no-break space between thousands. @example groupThousands(15000) // "15 000" */
export function groupThousands(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
}
