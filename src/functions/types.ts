import type { Cell } from "../dossiers/cell.js";
import type { Parametres } from "../dossiers/parametres.js";
import type { Day } from "../rules/day.js";

/** An argument as the border hands it over: one cell, a range, or nothing where it was left out. */
export type Argument = Cell | readonly (readonly Cell[])[] | undefined;

/** A cell of a result; a day is shown as a date. */
export type ResultCell = Cell | { readonly jour: Day };

export type Result = ResultCell | readonly (readonly ResultCell[])[];

/** What a function may ask of the workbook, once per run and only where an argument is left out. */
export interface Context {
  /** The workbook's guichet and settings as last cached; `undefined` where none is set. */
  readonly parametres: () => Parametres | undefined;
}

export interface Parameter {
  readonly name: string;
  /** French, for the helper box; says what may be left out, since the box shows everything as required. */
  readonly help: string;
  readonly optional?: true;
}

export interface Example {
  /** As typed in a French sheet: `;` between arguments. */
  readonly formula: string;
  readonly args: readonly Argument[];
  readonly result: Result;
}

/**
 * The computation of a custom function.
 *
 * @throws SaisieInvalide on malformed input given as a single cell
 */
export type Run = (args: readonly Argument[], context: Context) => Result;

/** One custom function, declared once: wrapper, help, README table and example tests come from here. */
export interface FunctionDeclaration {
  readonly name: `FITN_${string}`;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  /** What the cell shows, in French. */
  readonly returns: string;
  /** Document and section of the rule, or whose choice it is. */
  readonly source: string;
  readonly examples: readonly [Example, ...Example[]];
  readonly run: Run;
}
