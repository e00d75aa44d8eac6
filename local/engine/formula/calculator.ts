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
import type { CallArguments, DateFlags, Home, Workbook } from "./evaluation/workbook.js";
import { type Place, yieldsDate } from "./evaluation/yieldsDate.js";
import { Evaluator } from "./evaluator.js";
import { isDateFormat } from "./format/isDateFormat.js";
import { chosenBranch, readSparkline, type Sparkline } from "./functions/sparkline.js";
import type { Rectangle } from "./grid/areaIndex.js";
import { Book } from "./grid/book.js";
import type { FormulaCell, RangeNode } from "./grid/formulaCell.js";
import { invalidate, invalidateCell, type Located, removeSpill } from "./grid/invalidation.js";
import { cellKey, formulasIn, inside, readersAtEdge, type SheetState } from "./grid/sheetState.js";
import { beyondOrigin, overlay, tooSmall } from "./grid/spillArea.js";
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
}

/** Above this many cells a change is looked up among the formulas known, not cell by cell. */
const SMALL_AREA = 20_000;
/** Cells kept in ranges as read; past it (running totals over long columns) all are read anew. */
const MOST_KEPT = 5_000_000;
const MAX_DATE_DEPTH = 50;
const NO_DRAWING: Sparkline = { data: [], options: {} };

/**
 * A lazy calculator over a grid: computes what is asked for, keeps it, and forgets what rests on a
 * change.
 */
export function createCalculator(source: GridSource, options: FormulaOptions): FormulaCalculator {
  return new GridCalculator(source, options);
}

class GridCalculator implements FormulaCalculator, Workbook {
  private readonly book: Book;
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
    this.book = new Book(source);
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
    const origin = this.book.sheet(sheet)?.spills.at(row, column);
    return origin && { row: origin.row, column: origin.column };
  }

  showsDate(sheet: string, row: number, column: number): boolean {
    if (this.source.content(sheet, row, column)?.kind !== "value") this.value(sheet, row, column);
    return this.holdsDate(sheet, row, column);
  }

  sparkline(sheet: string, row: number, column: number): Sparkline | undefined {
    const expression = this.book.sheet(sheet)?.formulas.get(cellKey(row, column))
      ?.formula.expression;
    if (expression?.type !== "call") return undefined;
    const scope = new Scope(this, { sheet, row, column }, true, new Map());
    const call = new Call(scope, expression.name);
    const read = this.evaluator.complete(() =>
      catching(() => {
        const drawn = chosenBranch(expression, call);
        const [data, options] = drawn?.name === "SPARKLINE" ? drawn.arguments : [];
        if (!data) return NO_DRAWING;
        return readSparkline(call.evaluate(data), options && call.evaluate(options), call);
      }),
    );
    return "error" in read || read === NO_DRAWING ? undefined : read;
  }

  changed(area: Area): void {
    const sheet = this.book.sheet(area.sheet);
    if (!sheet) return;
    const rectangle = {
      row: area.row,
      column: area.column,
      lastRow: area.row + area.rows - 1,
      lastColumn: area.column + area.columns - 1,
    };
    const forgotten = this.forgetFormulas(sheet, rectangle);
    this.noteContents(sheet, rectangle);
    invalidate([{ sheet, area: rectangle }, ...forgotten]);
    for (const watcher of sheet.watchers.overlapping(rectangle)) invalidateCell(watcher);
    this.followClock();
  }

  reset(): void {
    this.book.reset();
    this.kept.clear();
    this.keptCells = 0;
  }

  // --- Workbook, for the evaluation ---

  customFunction(name: string): CustomFunction | undefined {
    return this.options.functions.get(name);
  }

  size(sheet: string) {
    return this.book.sheet(sheet);
  }

  namedRange(name: string): Area | undefined {
    return this.source.namedRange(name);
  }

  content(sheet: string, row: number, column: number): Content | undefined {
    return this.source.content(sheet, row, column);
  }

  cellValue(name: string, row: number, column: number): Value {
    const sheet = this.book.sheet(name);
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
    const sheet = this.book.sheet(range.sheet);
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

  holdsDate(name: string, row: number, column: number): boolean {
    const sheet = this.book.sheet(name);
    if (!sheet) return false;
    const format = this.source.numberFormat(sheet.name, row, column);
    if (format !== "") return isDateFormat(format);
    const origin = sheet.formulas.get(cellKey(row, column)) ?? sheet.spills.at(row, column);
    const expression = origin?.formula.expression;
    if (!expression || this.dateDepth >= MAX_DATE_DEPTH) return false;
    this.dateDepth += 1;
    try {
      const home = { sheet: name, row: origin.row, column: origin.column };
      const place = { row: row - origin.row, column: column - origin.column };
      return yieldsDate(expression, this, home, place);
    } finally {
      this.dateDepth -= 1;
    }
  }

  noteDates(home: Home, call: CallArguments, dates: DateFlags | undefined): void {
    const cell = this.formulaAt(home);
    if (!cell || (!dates && !cell.dates)) return;
    cell.dates ??= new Map();
    if (dates) cell.dates.set(call, dates);
    else cell.dates.delete(call);
  }

  returnedDate(home: Home, call: CallArguments, { row, column }: Place): boolean {
    return this.formulaAt(home)?.dates?.get(call)?.[row]?.[column] === true;
  }

  private formulaAt({ sheet, row, column }: Home): FormulaCell | undefined {
    return this.book.sheet(sheet)?.formulas.get(cellKey(row, column));
  }

  dependsOn(home: Home, range: RangeReference): void {
    const cell = this.formulaAt(home);
    if (cell) this.addRead(cell, range);
  }

  // --- Reading ---

  private settleSpills(sheet: SheetState, row: number, column: number): void {
    sheet.spillers.openBefore(row, column, (cell) => this.evaluator.speculate(cell));
  }

  private readCells(range: RangeReference): Matrix {
    const sheet = this.book.sheet(range.sheet);
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
        else this.book.astray.add(cell);
      } else if (part.type === "name") {
        const area = this.source.namedRange(part.name);
        if (area) this.addRead(cell, rangeOf(area));
      }
    });
  }

  private addRead(cell: FormulaCell, range: RangeReference): void {
    const node = this.book.sheet(range.sheet)?.range(range);
    if (!node) return;
    node.readers.add(cell);
    cell.reads.add(node);
  }

  /** Drops the formulas of an area; returns the areas that their spills leave. */
  private forgetFormulas(sheet: SheetState, area: Rectangle): Located[] {
    const left: Located[] = [];
    for (const cell of formulasIn(sheet, area)) {
      const spill = removeSpill(cell);
      if (spill) left.push(spill);
      sheet.watchers.delete(cell);
      sheet.spillers.delete(cell);
      this.book.volatile.delete(cell);
      sheet.formulas.delete(cellKey(cell.row, cell.column));
      this.book.astray.delete(cell);
      for (const node of cell.reads) node.readers.delete(cell);
    }
    return left;
  }

  private noteContents(sheet: SheetState, area: Rectangle): void {
    const cells = (area.lastRow - area.row + 1) * (area.lastColumn - area.column + 1);
    if (cells > SMALL_AREA) {
      for (const { row, column, content } of this.source.filled(sheet.name)) {
        if (inside(area, row, column)) this.book.noteContent(sheet, row, column, content);
      }
      return;
    }
    for (let row = area.row; row <= area.lastRow; row += 1) {
      for (let column = area.column; column <= area.lastColumn; column += 1) {
        const content = this.source.content(sheet.name, row, column);
        if (content) this.book.noteContent(sheet, row, column, content);
      }
    }
  }

  private followClock(): void {
    const today = Math.floor(this.now());
    for (const cell of this.book.volatile) {
      if (cell.formula.clock === "instant" || today !== this.today) invalidateCell(cell);
    }
    this.today = today;
  }

  // --- Spills ---

  private place(cell: FormulaCell, matrix: Matrix): Value {
    const { sheet } = cell;
    const area = {
      row: cell.row,
      column: cell.column,
      lastRow: cell.row + matrix.rows - 1,
      lastColumn: cell.column + matrix.columns - 1,
    };
    if (tooSmall(sheet, area)) this.makeRoom(cell, area);
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
    if (invalidate(beyondOrigin(sheet, area), cell)) {
      cell.spill = undefined;
      sheet.spills.delete(cell);
      return CIRCULAR;
    }
    return matrix.at(0, 0);
  }

  /** Adds the rows and columns that a spill needs; what read up to the former edge reads further. */
  private makeRoom(origin: FormulaCell, area: Rectangle): void {
    const { sheet } = origin;
    const rows = Math.max(sheet.rows, area.lastRow);
    const columns = Math.max(sheet.columns, area.lastColumn);
    if (!this.source.makeRoom?.(sheet.name, rows, columns)) return;
    const concerned = new Set([...readersAtEdge(sheet), ...this.book.astray]);
    this.book.astray.clear();
    sheet.rows = rows;
    sheet.columns = columns;
    for (const reader of concerned) {
      reader.readsRegistered = false;
      this.registerReads(reader);
      if (reader.state === "progress") reader.outgrown = reader !== origin;
      else invalidateCell(reader);
    }
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

function rangeOf(area: Area): RangeReference {
  return new RangeReference(area.sheet, area.row, area.column, area.rows, area.columns);
}
