import type { Content, GridSource } from "../../types.js";
import { FormulaCell } from "./formulaCell.js";
import { type ReadFormula, readFormula } from "./readFormula.js";
import { cellKey, SheetState } from "./sheetState.js";

/** The sheets of a workbook as the calculator knows them, each opened when it is first asked for. */
export class Book {
  private readonly sheets = new Map<string, SheetState | undefined>();
  private readonly formulas = new Map<string, ReadFormula>();
  /** Formulas that follow the clock. */
  readonly volatile = new Set<FormulaCell>();
  /** Formulas that name a place outside the grid, or on no sheet. */
  readonly astray = new Set<FormulaCell>();

  constructor(private readonly source: GridSource) {}

  /** What is known of a sheet, by its name in any case. */
  sheet(name: string): SheetState | undefined {
    if (this.sheets.has(name)) return this.sheets.get(name);
    const real = this.source
      .sheetNames()
      .find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    if (real === undefined) return undefined;
    const known = this.sheets.get(real) ?? this.openSheet(real);
    this.sheets.set(name, known);
    return known;
  }

  private openSheet(name: string): SheetState | undefined {
    const size = this.source.size(name);
    if (!size) return undefined;
    const sheet = new SheetState(name, size.rows, size.columns);
    this.sheets.set(name, sheet);
    for (const { row, column, content } of this.source.filled(name)) {
      this.noteContent(sheet, row, column, content);
    }
    return sheet;
  }

  /** Takes note of a cell that holds something. */
  noteContent(sheet: SheetState, row: number, column: number, content: Content): void {
    sheet.noteFilled(row, column);
    if (content.kind !== "formula") return;
    const formula = this.read(content.text);
    const cell = new FormulaCell(sheet, row, column, formula);
    sheet.formulas.set(cellKey(row, column), cell);
    if (formula.maySpill) sheet.spillers.add(cell);
    if (formula.clock) this.volatile.add(cell);
  }

  private read(text: string): ReadFormula {
    let formula = this.formulas.get(text);
    if (!formula) {
      formula = readFormula(text);
      this.formulas.set(text, formula);
    }
    return formula;
  }

  /** Forgets everything. */
  reset(): void {
    this.sheets.clear();
    this.formulas.clear();
    this.volatile.clear();
    this.astray.clear();
  }
}
