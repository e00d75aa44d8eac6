import type { AxisShift } from "./areas.js";

/** A change of structure that formulas follow. */
export type Restructuring =
  | ({ readonly kind: "shift"; readonly sheet: string } & AxisShift)
  | { readonly kind: "rename"; readonly sheet: string; readonly to: string }
  | { readonly kind: "delete"; readonly sheet: string };

/** What the model asks of the formula language, so that it need not know its grammar. */
export interface FormulaLanguage {
  /** The formula of a cell of `home` after the change; a reference whose target is gone reads `#REF!`. */
  follow(formula: string, home: string, change: Restructuring): string;
  /** The formula as it reads when copied so many rows and columns further. */
  copied(formula: string, rows: number, columns: number): string;
  /** Canonical text of a formula written as the locale writes it. */
  canonical(formula: string, locale: string): string;
}
