import type { Area, Content, CustomFunction, Value } from "../../types.js";
import type { Locale } from "../values/locale.js";
import type { Matrix } from "../values/matrix.js";
import type { RangeReference } from "./result.js";

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
  /** Does the cell show a date, by its format or by its formula? */
  showsDate(sheet: string, row: number, column: number): boolean;
  /** The formula at `home` rests on a range that its text does not name. */
  dependsOn(home: Home, range: RangeReference): void;
}

/** The cell whose formula is evaluated. */
export interface Home {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}
