import type {
  Area,
  Calculator,
  CalculatorOptions,
  Content,
  CustomFunction,
  GridSource,
  Value,
} from "../types.js";
import { Call } from "./evaluation/call.js";
import { resolveReference } from "./evaluation/evaluate.js";
import { RangeReference } from "./evaluation/result.js";
import { Scope } from "./evaluation/scope.js";
import type { Home, Workbook } from "./evaluation/workbook.js";
import { yieldsDate } from "./evaluation/yieldsDate.js";
import { Evaluator } from "./evaluator.js";
import { isDateFormat } from "./format/isDateFormat.js";
import { readSparkline, type Sparkline } from "./functions/sparkline.js";
import type { Rectangle } from "./grid/areaIndex.js";
import { FormulaCell, type RangeNode } from "./grid/formulaCell.js";
import { type ReadFormula, readFormula } from "./grid/readFormula.js";
import { cellKey, SheetState } from "./grid/sheetState.js";
import { cellAddress } from "./syntax/columns.js";
import { visit } from "./syntax/references.js";
import { CIRCULAR, catching, cellError, MISSING_REFERENCE } from "./values/fault.js";
import { type Locale, localeOf } from "./values/locale.js";
import { Matrix } from "./values/matrix.js";

/** `locale` of the spreadsheet (`fr_FR`, `en_US`); French where it is left out. */
export type FormulaOptions = CalculatorOptions & { readonly locale?: () => string };

/** A calculator that also tells how some cells are shown. */
export interface FormulaCalculator extends Calculator {
  /** Data and options of a cell whose formula is SPARKLINE(…); `undefined` for any other, or an error. */
  sparkline(sheet: string, row: number, column: number): Sparkline | undefined;
  /** Does the cell show a date: by its number format, or where that is automatic by its formula? */
  showsDate(sheet: string, row: number, column: number): boolean;
}

/** Above this many cells a change is looked up among the formulas known, not cell by cell. */
const SMALL_AREA = 20_000;
/** Cells kept in ranges as read; past it (running totals over long columns) all are read anew. */
const MOST_KEPT = 5_000_000;
const MAX_DATE_DEPTH = 50;

/**
 * A lazy calculator over a grid: computes what is asked for, keeps it, and forgets what rests on a
 * change.
 */
export function createCalculator(source: GridSource, options: FormulaOptions): FormulaCalculator {
  return new GridCalculator(source, options);
}

class GridCalculator implements FormulaCalculator, Workbook {
  private readonly sheets = new Map<string, SheetState | undefined>();
  private readonly formulas = new Map<string, ReadFormula>();
  private readonly volatile = new Set<FormulaCell>();
  private readonly kept = new Set<RangeNode>();
  private keptCells = 0;
  private today: number;
  private readonly evaluator: Evaluator;
  private dateDepth = 0;
  readonly now: () => number;
  readonly timeZone: () => string;

  constructor(
    private readonly source: GridSource,
    private readonly options: FormulaOptions,
  ) {
    this.now = options.now;
    this.timeZone = options.timeZone;
    this.today = Math.floor(options.now());
    this.evaluator = new Evaluator({
      workbook: this,
      registerReads: (cell) => this.registerReads(cell),
      place: (cell, matrix) => this.place(cell, matrix),
    });
  }

  get locale(): Locale {
    return localeOf(this.options.locale?.() ?? "fr_FR");
  }

  // --- Calculator ---

  value(sheet: string, row: number, column: number): Value {
    return this.evaluator.complete(() => this.cellValue(sheet, row, column));
  }

  values(area: Area): Value[][] {
    const range = new RangeReference(area.sheet, area.row, area.column, area.rows, area.columns);
    return this.evaluator.complete(() => this.readCells(range).toRows());
  }

  spillOrigin(sheet: string, row: number, column: number) {
    this.value(sheet, row, column);
    const origin = this.sheet(sheet)?.spills.at(row, column);
    return origin && { row: origin.row, column: origin.column };
  }

  sparkline(sheet: string, row: number, column: number): Sparkline | undefined {
    const expression = this.sheet(sheet)?.formulas.get(cellKey(row, column))?.formula.expression;
    if (expression?.type !== "call" || expression.name !== "SPARKLINE") return undefined;
    const [data, options] = expression.arguments;
    if (!data) return undefined;
    const scope = new Scope(this, { sheet, row, column }, true, new Map());
    const call = new Call(scope, expression.name);
    const read = this.evaluator.complete(() =>
      catching(() => readSparkline(call.evaluate(data), options && call.evaluate(options), call)),
    );
    return "error" in read ? undefined : read;
  }

  changed(area: Area): void {
    const sheet = this.sheet(area.sheet);
    if (!sheet) return;
    const rectangle = {
      row: area.row,
      column: area.column,
      lastRow: area.row + area.rows - 1,
      lastColumn: area.column + area.columns - 1,
    };
    const forgotten = this.forgetFormulas(sheet, rectangle);
    this.noteContents(sheet, rectangle);
    this.invalidate([{ sheet, area: rectangle }, ...forgotten]);
    for (const watcher of sheet.watchers.overlapping(rectangle)) this.invalidateCell(watcher);
    this.followClock();
  }

  reset(): void {
    this.sheets.clear();
    this.formulas.clear();
    this.volatile.clear();
    this.kept.clear();
    this.keptCells = 0;
  }

  // --- Workbook, for the evaluation ---

  customFunction(name: string): CustomFunction | undefined {
    return this.options.functions.get(name);
  }

  size(sheet: string) {
    return this.sheet(sheet);
  }

  namedRange(name: string): Area | undefined {
    return this.source.namedRange(name);
  }

  content(sheet: string, row: number, column: number): Content | undefined {
    return this.source.content(sheet, row, column);
  }

  cellValue(name: string, row: number, column: number): Value {
    const sheet = this.sheet(name);
    if (!sheet) return MISSING_REFERENCE;
    const content = this.source.content(sheet.name, row, column);
    if (content?.kind === "value") return content.value;
    if (content) {
      const cell = sheet.formulas.get(cellKey(row, column));
      return cell ? this.evaluator.valueOf(cell) : null;
    }
    this.settleSpills(sheet, row, column);
    const origin = sheet.spills.at(row, column);
    if (!origin?.spill) return null;
    return origin.spill.matrix.at(row - origin.row, column - origin.column);
  }

  matrix(range: RangeReference): Matrix {
    const sheet = this.sheet(range.sheet);
    if (!sheet) return this.readCells(range);
    const node = sheet.range(range);
    if (node.matrix) return node.matrix;
    const matrix = this.readCells(range);
    this.keep(node, matrix);
    return matrix;
  }

  private keep(node: RangeNode, matrix: Matrix): void {
    this.keptCells += matrix.cells.length;
    if (this.keptCells > MOST_KEPT) {
      for (const other of this.kept) other.matrix = undefined;
      this.kept.clear();
      this.keptCells = matrix.cells.length;
    }
    this.kept.add(node);
    node.matrix = matrix;
  }

  showsDate(name: string, row: number, column: number): boolean {
    const sheet = this.sheet(name);
    if (!sheet) return false;
    const format = this.source.numberFormat(sheet.name, row, column);
    if (format !== "") return isDateFormat(format);
    const expression = sheet.formulas.get(cellKey(row, column))?.formula.expression;
    if (!expression || this.dateDepth >= MAX_DATE_DEPTH) return false;
    this.dateDepth += 1;
    try {
      return yieldsDate(expression, this, { sheet: name, row, column });
    } finally {
      this.dateDepth -= 1;
    }
  }

  dependsOn(home: Home, range: RangeReference): void {
    const cell = this.sheet(home.sheet)?.formulas.get(cellKey(home.row, home.column));
    if (cell) this.addRead(cell, range);
  }

  // --- Reading ---

  private sheet(name: string): SheetState | undefined {
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

  private noteContent(sheet: SheetState, row: number, column: number, content: Content): void {
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

  private settleSpills(sheet: SheetState, row: number, column: number): void {
    sheet.spillers.openBefore(row, column, (cell) => this.evaluator.speculate(cell));
  }

  private readCells(range: RangeReference): Matrix {
    const sheet = this.sheet(range.sheet);
    if (!sheet) return new Matrix(range.rows, range.columns, [], 0, 0);
    this.settleSpills(sheet, range.lastRow, range.lastColumn);
    const rows = Math.max(0, Math.min(range.lastRow, sheet.lastRow) - range.row + 1);
    const columns = Math.max(0, Math.min(range.lastColumn, sheet.lastColumn) - range.column + 1);
    const cells: Value[] = new Array(rows * columns).fill(null);
    for (let r = 0, at = 0; r < rows; r += 1) {
      const row = range.row + r;
      for (let c = 0; c < columns; c += 1, at += 1) {
        const content = this.source.content(sheet.name, row, range.column + c);
        if (content === undefined) continue;
        if (content.kind === "value") cells[at] = content.value;
        else {
          const cell = sheet.formulas.get(cellKey(row, range.column + c));
          if (cell) cells[at] = this.evaluator.valueOf(cell);
        }
      }
    }
    // A formula of the range may have spilled past what the sheet held a moment ago.
    const outgrown =
      Math.min(range.lastRow, sheet.lastRow) - range.row + 1 > rows ||
      Math.min(range.lastColumn, sheet.lastColumn) - range.column + 1 > columns;
    if (outgrown) return this.readCells(range);
    for (const origin of sheet.spills.overlapping(range)) {
      overlay(cells, rows, columns, range, origin);
    }
    return new Matrix(range.rows, range.columns, cells, columns, rows);
  }

  // --- Dependencies ---

  private registerReads(cell: FormulaCell): void {
    if (cell.readsRegistered) return;
    cell.readsRegistered = true;
    const { expression } = cell.formula;
    if (!expression) return;
    const home = { sheet: cell.sheet.name, row: cell.row, column: cell.column };
    visit(expression, (part) => {
      if (part.type === "reference") {
        const range = resolveReference(part.reference, this, home);
        if (range) this.addRead(cell, range);
      } else if (part.type === "name") {
        const area = this.source.namedRange(part.name);
        if (area) this.addRead(cell, rangeOf(area));
      }
    });
  }

  private addRead(cell: FormulaCell, range: RangeReference): void {
    const node = this.sheet(range.sheet)?.range(range);
    if (!node) return;
    node.readers.add(cell);
    cell.reads.add(node);
  }

  /** Drops the formulas of an area; returns the areas that their spills leave. */
  private forgetFormulas(sheet: SheetState, area: Rectangle): Located[] {
    const left: Located[] = [];
    for (const cell of formulasIn(sheet, area)) {
      const spill = this.removeSpill(cell);
      if (spill) left.push(spill);
      sheet.watchers.delete(cell);
      sheet.spillers.delete(cell);
      this.volatile.delete(cell);
      sheet.formulas.delete(cellKey(cell.row, cell.column));
      for (const node of cell.reads) node.readers.delete(cell);
    }
    return left;
  }

  private noteContents(sheet: SheetState, area: Rectangle): void {
    const cells = (area.lastRow - area.row + 1) * (area.lastColumn - area.column + 1);
    if (cells > SMALL_AREA) {
      for (const { row, column, content } of this.source.filled(sheet.name)) {
        if (inside(area, row, column)) this.noteContent(sheet, row, column, content);
      }
      return;
    }
    for (let row = area.row; row <= area.lastRow; row += 1) {
      for (let column = area.column; column <= area.lastColumn; column += 1) {
        const content = this.source.content(sheet.name, row, column);
        if (content) this.noteContent(sheet, row, column, content);
      }
    }
  }

  private followClock(): void {
    const today = Math.floor(this.now());
    for (const cell of this.volatile) {
      if (cell.formula.clock === "instant" || today !== this.today) this.invalidateCell(cell);
    }
    this.today = today;
  }

  private invalidateCell(cell: FormulaCell): void {
    if (cell.state !== "clean") return;
    this.invalidate(this.soil(cell));
  }

  /**
   * Marks what rests on some areas to be computed again, and what rests on that.
   * @returns whether `origin`, under way, is among it
   */
  private invalidate(areas: readonly Located[], origin?: FormulaCell): boolean {
    let reached = false;
    const queue = [...areas];
    for (let next = queue.pop(); next; next = queue.pop()) {
      for (const node of next.sheet.ranges.overlapping(next.area)) {
        node.matrix = undefined;
        for (const reader of node.readers) {
          if (reader.state === "clean") queue.push(...this.soil(reader));
          else if (reader.state === "progress") {
            reader.stale = reader !== origin;
            if (reader === origin) reached = true;
          }
        }
      }
    }
    return reached;
  }

  /** Marks one formula; returns the areas whose values go with it. */
  private soil(cell: FormulaCell): Located[] {
    cell.state = "dirty";
    cell.sheet.spillers.reopen(cell);
    const own = { sheet: cell.sheet, area: cell.area };
    const spill = this.removeSpill(cell);
    return spill ? [own, spill] : [own];
  }

  // --- Spills ---

  private removeSpill(cell: FormulaCell): Located | undefined {
    const { spill } = cell;
    if (!spill) return undefined;
    cell.spill = undefined;
    cell.sheet.spills.delete(cell);
    this.wakeBlocked(cell.sheet, spill.area, cell);
    return { sheet: cell.sheet, area: spill.area };
  }

  /** Formulas that this spill kept from spilling may do so now. */
  private wakeBlocked(sheet: SheetState, area: Rectangle, leaving: FormulaCell): void {
    for (const watcher of sheet.watchers.overlapping(area)) {
      if (watcher !== leaving && !watcher.spill) this.invalidateCell(watcher);
    }
  }

  private place(cell: FormulaCell, matrix: Matrix): Value {
    const { sheet } = cell;
    const area = {
      row: cell.row,
      column: cell.column,
      lastRow: cell.row + matrix.rows - 1,
      lastColumn: cell.column + matrix.columns - 1,
    };
    const missing = tooSmall(sheet, area);
    if (missing) return cellError("#REF!", missing);
    sheet.watchers.delete(cell);
    sheet.watchers.add(area, cell);
    const blocker = this.blockerOf(cell, area);
    if (blocker) {
      return cellError(
        "#REF!",
        `Le tableau de résultats n’a pas été développé, car il remplacerait les données de la cellule ${blocker}.`,
      );
    }
    cell.spill = { matrix, area };
    sheet.spills.add(area, cell);
    sheet.noteUsed(area.lastRow, area.lastColumn);
    if (this.invalidate(beyondOrigin(sheet, area), cell)) {
      cell.spill = undefined;
      sheet.spills.delete(cell);
      return CIRCULAR;
    }
    return matrix.at(0, 0);
  }

  private blockerOf(cell: FormulaCell, area: Rectangle): string | undefined {
    const { sheet } = cell;
    const lastRow = Math.min(area.lastRow, sheet.lastFilledRow);
    const lastColumn = Math.min(area.lastColumn, sheet.lastFilledColumn);
    for (let row = area.row; row <= lastRow; row += 1) {
      for (let column = area.column; column <= lastColumn; column += 1) {
        if (row === cell.row && column === cell.column) continue;
        if (this.source.content(sheet.name, row, column)) return cellAddress(row, column);
      }
    }
    for (const other of sheet.spills.overlapping(area)) {
      if (other === cell || !other.spill) continue;
      const at = other.spill.area;
      return cellAddress(Math.max(at.row, area.row), Math.max(at.column, area.column));
    }
    return undefined;
  }
}

interface Located {
  readonly sheet: SheetState;
  readonly area: Rectangle;
}

function rangeOf(area: Area): RangeReference {
  return new RangeReference(area.sheet, area.row, area.column, area.rows, area.columns);
}

function inside(area: Rectangle, row: number, column: number): boolean {
  return (
    row >= area.row && row <= area.lastRow && column >= area.column && column <= area.lastColumn
  );
}

function formulasIn(sheet: SheetState, area: Rectangle): FormulaCell[] {
  const cells = (area.lastRow - area.row + 1) * (area.lastColumn - area.column + 1);
  if (cells > sheet.formulas.size) {
    return [...sheet.formulas.values()].filter((cell) => inside(area, cell.row, cell.column));
  }
  const found: FormulaCell[] = [];
  for (let row = area.row; row <= area.lastRow; row += 1) {
    for (let column = area.column; column <= area.lastColumn; column += 1) {
      const cell = sheet.formulas.get(cellKey(row, column));
      if (cell) found.push(cell);
    }
  }
  return found;
}

function tooSmall(sheet: SheetState, area: Rectangle): string | undefined {
  if (area.lastRow > sheet.rows) {
    return `Le résultat n’a pas été développé automatiquement : insérez plus de lignes (${area.lastRow - sheet.rows}).`;
  }
  if (area.lastColumn > sheet.columns) {
    return `Le résultat n’a pas été développé automatiquement : insérez plus de colonnes (${area.lastColumn - sheet.columns}).`;
  }
  return undefined;
}

/** A spill's area without the cell that its formula is in, as rectangles. */
function beyondOrigin(sheet: SheetState, area: Rectangle): Located[] {
  const pieces: Located[] = [];
  if (area.lastColumn > area.column) {
    pieces.push({ sheet, area: { ...area, lastRow: area.row, column: area.column + 1 } });
  }
  if (area.lastRow > area.row) pieces.push({ sheet, area: { ...area, row: area.row + 1 } });
  return pieces;
}

/** Copies the part of a spill that lies in a range, its origin's cell aside. */
function overlay(
  cells: Value[],
  rows: number,
  columns: number,
  range: RangeReference,
  origin: FormulaCell,
): void {
  if (!origin.spill) return;
  const { matrix, area } = origin.spill;
  const firstRow = Math.max(area.row, range.row);
  const lastRow = Math.min(area.lastRow, range.row + rows - 1);
  const firstColumn = Math.max(area.column, range.column);
  const lastColumn = Math.min(area.lastColumn, range.column + columns - 1);
  for (let row = firstRow; row <= lastRow; row += 1) {
    const start = (row - range.row) * columns - range.column;
    for (let column = firstColumn; column <= lastColumn; column += 1) {
      cells[start + column] = matrix.at(row - area.row, column - area.column);
    }
  }
}
