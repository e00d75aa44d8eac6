/**
 * The contract between the three parts of the engine: the model stores what was entered, the
 * calculator turns it into values, the services and the file formats read both.
 * Nothing here may use a Node or a browser global: the engine runs in both.
 */

/** Google's error values. */
export type ErrorCode =
  | "#NULL!"
  | "#DIV/0!"
  | "#VALUE!"
  | "#REF!"
  | "#NAME?"
  | "#NUM!"
  | "#N/A"
  | "#ERROR!";

/** An error in a cell; `message` is what the cell's tooltip shows, in French. */
export interface CellError {
  readonly error: ErrorCode;
  readonly message: string;
}

/** A computed value. `null` is a blank cell. Dates are serial numbers; the cell's format shows them. */
export type Value = number | string | boolean | null | CellError;

/** What a person or a program put into a cell; `undefined` where there is nothing. */
export type Content =
  | { readonly kind: "value"; readonly value: number | string | boolean }
  /** Canonical text: starts with `=`, English function names, `;` between arguments, `.` as decimal mark. */
  | { readonly kind: "formula"; readonly text: string };

/** A rectangle of one sheet; rows and columns count from 1. */
export interface Area {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What the calculator needs of a workbook. Sheet names compare without case. */
export interface GridSource {
  sheetNames(): readonly string[];
  /** Size of the sheet's grid; `undefined` where no such sheet exists. */
  size(sheet: string): { readonly rows: number; readonly columns: number } | undefined;
  content(sheet: string, row: number, column: number): Content | undefined;
  /** Number format of a cell, `""` for automatic: functions receive a Date where it is a date format. */
  numberFormat(sheet: string, row: number, column: number): string;
  /** Every cell that holds something, in no particular order. */
  filled(sheet: string): Iterable<{ row: number; column: number; content: Content }>;
  namedRange(name: string): Area | undefined;
  /**
   * Makes a sheet's grid at least this large, for a result that spills past it; the calculator knows
   * of it and needs no `reset`. Left out, or `false`: the grid stays as it is.
   */
  makeRoom?(sheet: string, rows: number, columns: number): boolean;
}

/**
 * A function of the add-in, called as Google calls it: one cell gives a scalar, a range a 2-D array,
 * a date cell a `Date`, a blank cell `""`, an error inside a range its text, an omitted argument
 * `undefined`; it returns a scalar or a 2-D array, and what it throws becomes `#ERROR!` with its
 * message.
 */
export type CustomFunction = (...args: unknown[]) => unknown;

export interface CalculatorOptions {
  /** By upper-case name. */
  readonly functions: ReadonlyMap<string, CustomFunction>;
  /** Serial number of "now" in the spreadsheet's time zone, for TODAY and NOW. */
  readonly now: () => number;
  /** The spreadsheet's IANA time zone, to hand out dates to custom functions. */
  readonly timeZone: () => string;
}

/** Computes values on demand and keeps them until something they rest on changes. */
export interface Calculator {
  /** The value shown in a cell: its own or one spilled into it. */
  value(sheet: string, row: number, column: number): Value;
  /** All values of an area, row by row. */
  values(area: Area): Value[][];
  /** The cell whose formula spills here, itself included; `undefined` where none does. */
  spillOrigin(
    sheet: string,
    row: number,
    column: number,
  ): { row: number; column: number } | undefined;
  /**
   * Does the cell show a date: by its number format, or where that is automatic by its formula
   * (`=TODAY()`, a function of the add-in that returns a `Date`)?
   */
  showsDate(sheet: string, row: number, column: number): boolean;
  /** Contents of this area changed: forgets what depends on it, spills and open references included. */
  changed(area: Area): void;
  /** Structure changed (sheets, names, rows, columns): forgets everything. */
  reset(): void;
}
