import type { Entry } from "../grid.js";

/** Formulas over one table, each to be judged by LibreOffice. */
export interface CaseSet {
  readonly title: string;
  /** Rows of the sheet `D`, from A1 on. */
  readonly data: readonly (readonly Entry[])[];
  /** Canonical formulas; ARRAYFORMULA(…) around the whole is written as an array formula. */
  readonly formulas: readonly string[];
}

/** A formula whose result is Google's and not LibreOffice's, or that LibreOffice 7.4 lacks. */
export interface GoogleCase {
  readonly formula: string;
  readonly expected: number | string | boolean | null;
  /** Why Google wins, or the example of Google's documentation it comes from. */
  readonly because: string;
}
