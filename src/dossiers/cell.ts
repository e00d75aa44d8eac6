/** A cell as the border hands it over: a date is already a text `2021-06-30` or `2021-06-30 14:05`. */
export type Cell = string | number | boolean;

/** A reading: the value, nothing where the cell is empty, or what was expected instead. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T | undefined }
  | { readonly ok: false; readonly attendu: string };

export type Reader<T> = (cell: Cell) => Reading<T>;

export const EMPTY: Reading<never> = { ok: true, value: undefined };

export const read = <T>(value: T): Reading<T> => ({ ok: true, value });

export const expected = (attendu: string): Reading<never> => ({ ok: false, attendu });

/** Whether a cell holds nothing, spaces apart. @example isEmpty(" ") // true */
export function isEmpty(cell: Cell): boolean {
  return typeof cell === "string" && cell.trim() === "";
}

/** A reader that leaves empty cells alone. */
export function reader<T>(parse: (cell: Cell) => Reading<T>): Reader<T> {
  return (cell) => (isEmpty(cell) ? EMPTY : parse(cell));
}
