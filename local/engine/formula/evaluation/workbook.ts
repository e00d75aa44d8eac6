import type { Area, Content, CustomFunction, Value } from "../../types.js";
import type { Expression } from "../syntax/expression.js";
import type { Locale } from "../values/locale.js";
import type { Matrix } from "../values/matrix.js";
import type { RangeReference } from "./result.js";
import type { Place } from "./yieldsDate.js";

/** Tells one call of a formula from another. */
export type CallArguments = readonly Expression[];

/** Where an array result holds dates, row by row. */
export type DateFlags = readonly (readonly boolean[])[];

/** What the evaluation of a formula may ask of the workbook around it. */
export interface Workbook {
  readonly locale: Locale;
  readonly now: () => number;
  readonly timeZone: () => string;
  customFunction(name: string): CustomFunction | undefined;
  size(sheet: string): { readonly rows: number; readonly columns: number } | undefined;
  namedRange(name: string): Area | undefined;
  content(sheet: string, row: number, column: number): Content | undefined;
  cellValue(sheet: string, row: number, column: number): Value;
  matrix(range: RangeReference): Matrix;
  /** Does a cell that was read show a date, by its format or by its formula? */
  holdsDate(sheet: string, row: number, column: number): boolean;
  /** Takes note of where a call in the formula at `home` returned dates; `undefined`: nowhere. */
  noteDates(home: Home, call: CallArguments, dates: DateFlags | undefined): void;
  /** Did a call in the formula at `home` return a date there? */
  returnedDate(home: Home, call: CallArguments, place: Place): boolean;
  /** The formula at `home` rests on a range that its text does not name. */
  dependsOn(home: Home, range: RangeReference): void;
}

/** The cell whose formula is evaluated. */
export interface Home {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}
