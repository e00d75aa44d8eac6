import { type Edit, FormulaSyntaxError, fromFrench, shiftReferences } from "../formula/index.js";
import type { AxisShift } from "./areas.js";
import { conventions } from "./conventions.js";

/** A change of structure that formulas follow. */
export type Restructuring =
  | ({ readonly kind: "shift"; readonly sheet: string } & AxisShift)
  | { readonly kind: "rename"; readonly sheet: string; readonly to: string }
  | { readonly kind: "delete"; readonly sheet: string };

/** The formula of a cell of `home` after the change; a reference whose target is gone reads `#REF!`. */
export function followed(formula: string, home: string, change: Restructuring): string {
  return shiftReferences(formula, edit(change), home);
}

/** The formula as it reads when copied so many rows and columns further. */
export function copied(formula: string, rows: number, columns: number): string {
  return shiftReferences(formula, { kind: "copy", rows, columns }, "");
}

/** The canonical text of a formula as the locale writes it; itself where it cannot be read. */
export function canonical(formula: string, locale: string): string {
  if (!conventions(locale).dayFirst) return formula;
  try {
    return fromFrench(formula);
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return formula;
    throw error;
  }
}

function edit(change: Restructuring): Edit {
  switch (change.kind) {
    case "rename":
      return { kind: "renameSheet", from: change.sheet, to: change.to };
    case "delete":
      return { kind: "deleteSheet", sheet: change.sheet };
    case "shift": {
      const { sheet, axis, at, count } = change;
      if (axis === "rows") {
        return { kind: count > 0 ? "insertRows" : "deleteRows", sheet, at, count: Math.abs(count) };
      }
      return {
        kind: count > 0 ? "insertColumns" : "deleteColumns",
        sheet,
        at,
        count: Math.abs(count),
      };
    }
  }
}
