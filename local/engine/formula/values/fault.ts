import type { CellError, ErrorCode, Value } from "../../types.js";

/** Stops the evaluation of an expression; its error becomes the expression's value. */
export class Fault {
  constructor(readonly cell: CellError) {}
}

/** An error value with its tooltip in French. */
export function cellError(error: ErrorCode, message: string): CellError {
  return { error, message };
}

/** Throws an error value. */
export function fail(error: ErrorCode, message: string): never {
  throw new Fault({ error, message });
}

/** Is this value an error? */
export function isError(value: unknown): value is CellError {
  return typeof value === "object" && value !== null && "error" in value;
}

/** The value itself, unless it is an error, which is thrown. */
export function sound(value: Value): Exclude<Value, CellError> {
  if (isError(value)) throw new Fault(value);
  return value;
}

/** Runs a computation; a fault becomes its error value. */
export function catching<T>(compute: () => T): T | CellError {
  try {
    return compute();
  } catch (problem) {
    if (problem instanceof Fault) return problem.cell;
    throw problem;
  }
}

export const DIVISION_BY_ZERO = cellError("#DIV/0!", "Division par zéro.");
export const NOT_AVAILABLE = cellError("#N/A", "Aucune valeur correspondante n’a été trouvée.");
export const CIRCULAR = cellError(
  "#REF!",
  "Référence circulaire : la formule dépend de son propre résultat.",
);
export const MISSING_REFERENCE = cellError("#REF!", "La référence n’existe pas.");

/** Tooltip of an error that was typed in, or that a formula holds. */
export function typedError(error: ErrorCode): CellError {
  if (error === "#N/A") return NOT_AVAILABLE;
  if (error === "#DIV/0!") return DIVISION_BY_ZERO;
  if (error === "#REF!") return MISSING_REFERENCE;
  return cellError(error, `Erreur ${error}.`);
}
