const LITERALS = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

/**
 * Does a number format show a date or a time? Such a cell is handed out as a `Date`.
 * @example isDateFormat("dd/mm/yyyy") // true
 * @example isDateFormat('#,##0.00 "€ dus"') // false
 */
export function isDateFormat(format: string): boolean {
  if (/^general$/i.test(format.trim())) return false;
  return /[dmyhs]/i.test(format.replace(LITERALS, ""));
}
