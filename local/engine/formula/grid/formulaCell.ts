import type { Value } from "../../types.js";
import type { CallArguments, DateFlags } from "../evaluation/workbook.js";
import type { Matrix } from "../values/matrix.js";
import type { Rectangle } from "./areaIndex.js";
import type { ReadFormula } from "./readFormula.js";
import type { SheetState } from "./sheetState.js";

/** A range that formulas read: who reads it, and its values as last read. */
export interface RangeNode extends Rectangle {
  readonly readers: Set<FormulaCell>;
  matrix: Matrix | undefined;
}

/** A cell that holds a formula, and what is known of its result. */
export class FormulaCell {
  state: "dirty" | "progress" | "clean" = "dirty";
  value: Value = null;
  /** Result that spills, and where to; the origin's own cell included. */
  spill: { readonly matrix: Matrix; readonly area: Rectangle } | undefined;
  /** Where the functions of the add-in that it calls returned dates. */
  dates: Map<CallArguments, DateFlags> | undefined;
  readonly reads = new Set<RangeNode>();
  readsRegistered = false;
  /** Found on a cycle during the evaluation under way. */
  cyclic = false;
  /** What it read changed during the evaluation under way. */
  stale = false;
  /** A range that it read reached the edge of a grid that grew during the evaluation under way. */
  outgrown = false;
  /** Evaluated only to know whether it spills over a blank cell. */
  speculative = false;

  constructor(
    readonly sheet: SheetState,
    readonly row: number,
    readonly column: number,
    readonly formula: ReadFormula,
  ) {}

  get area(): Rectangle {
    return { row: this.row, column: this.column, lastRow: this.row, lastColumn: this.column };
  }
}
