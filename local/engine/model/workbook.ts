import { remembered } from "../remembered.js";
import type { CellStyle, ChartSnapshot, WorkbookSnapshot } from "../snapshot.js";
import type { Area, Content, GridSource } from "../types.js";
import { type AxisShift, sameSheet } from "./areas.js";
import { nextChartId } from "./charts.js";
import { followChange, type Names } from "./follow.js";
import { copied } from "./references.js";
import { SheetModel, type ValidationRule } from "./sheet.js";
import { fillSheet, takeSnapshot } from "./snapshots.js";

/** What a subscriber is told: which cells read differently, that the structure changed, or only the looks. */
export type Change =
  | { readonly kind: "contents"; readonly area: Area }
  | { readonly kind: "structure" }
  | { readonly kind: "looks"; readonly sheet: string };

export interface WorkbookOptions {
  readonly locale?: string;
  readonly timeZone?: string;
}

/** Google's limit on the cells of one spreadsheet. */
const MOST_CELLS = 10_000_000;

/** A workbook in memory: what was entered and how it looks. Values are the calculator's affair. */
export class WorkbookModel implements GridSource {
  readonly locale: string;
  readonly timeZone: string;
  /** Document properties. */
  readonly properties = new Map<string, string>();
  private readonly list: SheetModel[] = [];
  private readonly names: Names = new Map();
  private readonly listeners = new Set<(change: Change) => void>();
  private nextSheetId = 0;
  private lastChartId = 0;
  private changes = 0;

  constructor(options: WorkbookOptions = {}) {
    this.locale = options.locale ?? "fr_FR";
    this.timeZone = options.timeZone ?? "Europe/Paris";
  }

  /** A model that holds what a snapshot says. */
  static restore(snapshot: WorkbookSnapshot): WorkbookModel {
    const model = new WorkbookModel(snapshot);
    for (const sheet of snapshot.sheets) {
      fillSheet(model.addSheet(sheet.name, undefined, sheet.rows, sheet.columns), sheet);
    }
    for (const [name, area] of Object.entries(snapshot.names)) model.setName(name, area);
    for (const [key, value] of Object.entries(snapshot.properties)) {
      model.properties.set(key, value);
    }
    return model;
  }

  snapshot(): WorkbookSnapshot {
    return takeSnapshot(this);
  }

  /** Calls `listener` after every change; returns what ends that. */
  subscribe(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** A number that differs after every change: what rests on the workbook is fresh while it stays. */
  get version(): number {
    return this.changes;
  }

  // — sheets

  get sheets(): readonly SheetModel[] {
    return this.list;
  }

  sheet(name: string): SheetModel | undefined {
    return (
      this.list.find((sheet) => sheet.name === name) ??
      this.list.find((sheet) => sameSheet(sheet.name, name))
    );
  }

  /** Adds an empty sheet, last unless an index (from 0) says otherwise; its name must be free. */
  addSheet(name: string, index = this.list.length, rows?: number, columns?: number): SheetModel {
    if (this.sheet(name)) throw new Error(`Sheet name already taken: ${name}`);
    const sheet = new SheetModel(this.nextSheetId, name, rows, columns);
    this.nextSheetId += 1;
    this.list.splice(index, 0, sheet);
    this.tell({ kind: "structure" });
    return sheet;
  }

  /** Removes a sheet; references to it become `#REF!` and its names go. */
  deleteSheet(sheet: SheetModel): void {
    this.list.splice(this.list.indexOf(sheet), 1);
    followChange(this.list, this.names, { kind: "delete", sheet: sheet.name });
    this.tell({ kind: "structure" });
  }

  renameSheet(sheet: SheetModel, to: string): void {
    followChange(this.list, this.names, { kind: "rename", sheet: sheet.name, to });
    sheet.rename(to);
    this.tell({ kind: "structure" });
  }

  moveSheet(sheet: SheetModel, index: number): void {
    this.list.splice(this.list.indexOf(sheet), 1);
    this.list.splice(index, 0, sheet);
    this.tell({ kind: "structure" });
  }

  // — what the calculator reads

  sheetNames(): readonly string[] {
    return this.list.map((sheet) => sheet.name);
  }

  size(sheet: string): { readonly rows: number; readonly columns: number } | undefined {
    return this.sheet(sheet);
  }

  content(sheet: string, row: number, column: number): Content | undefined {
    return this.sheet(sheet)?.contents.get(row, column);
  }

  numberFormat(sheet: string, row: number, column: number): string {
    return this.sheet(sheet)?.styles.get(row, column)?.numberFormat ?? "";
  }

  *filled(sheet: string): Iterable<{ row: number; column: number; content: Content }> {
    const found = this.sheet(sheet);
    if (!found) return;
    for (const { row, column, item } of found.contents.entries()) {
      yield { row, column, content: item };
    }
  }

  namedRange(name: string): Area | undefined {
    return this.names.get(name.toLowerCase())?.area;
  }

  // — named ranges

  /** Names as they are written, with their areas. */
  namedRanges(): { readonly name: string; readonly area: Area }[] {
    return [...this.names.values()];
  }

  setName(name: string, area: Area): void {
    this.names.set(name.toLowerCase(), { name, area });
    this.tell({ kind: "structure" });
  }

  removeName(name: string): boolean {
    const known = this.names.delete(name.toLowerCase());
    if (known) this.tell({ kind: "structure" });
    return known;
  }

  // — cells

  /** Writes an area cell by cell; `undefined` clears. */
  write(area: Area, contentAt: (row: number, column: number) => Content | undefined): void {
    const sheet = this.expect(area.sheet);
    for (let row = 0; row < area.rows; row++) {
      for (let column = 0; column < area.columns; column++) {
        sheet.contents.set(area.row + row, area.column + column, contentAt(row, column));
      }
    }
    this.tell({ kind: "contents", area });
  }

  /** Writes one content into every cell; a formula follows from cell to cell as when it is copied. */
  fill(area: Area, content: Content | undefined): void {
    this.write(area, (row, column) => moved(content, row, column));
  }

  /** Copies what cells hold, repeated over a target; formulas follow. */
  copyContents(from: Area, to: Area): void {
    const source = this.expect(from.sheet);
    const contents = Array.from({ length: from.rows }, (_, row) =>
      Array.from({ length: from.columns }, (_, column) =>
        source.contents.get(from.row + row, from.column + column),
      ),
    );
    this.write(to, (row, column) => {
      const [inRow, inColumn] = [row % from.rows, column % from.columns];
      const rows = to.row + row - from.row - inRow;
      const columns = to.column + column - from.column - inColumn;
      return moved(contents[inRow]?.[inColumn], rows, columns);
    });
  }

  /**
   * Changes the looks of an area: a property given as `undefined` goes back to its default, a cell
   * without patch stays. Fastest where cells that get the same share one patch object.
   */
  style(
    area: Area,
    patchAt: (row: number, column: number) => Partial<CellStyle> | undefined,
  ): void {
    const sheet = this.expect(area.sheet);
    const merged = remembered((before: CellStyle | undefined) =>
      remembered((patch: Partial<CellStyle>) => mergeStyle(before, patch)),
    );
    let formats = false;
    for (let row = 0; row < area.rows; row++) {
      for (let column = 0; column < area.columns; column++) {
        const patch = patchAt(row, column);
        if (!patch) continue;
        formats ||= "numberFormat" in patch;
        const at = area.row + row;
        const place = area.column + column;
        sheet.styles.set(at, place, merged(sheet.styles.get(at, place))(patch));
      }
    }
    this.tell(formats ? { kind: "contents", area } : { kind: "looks", sheet: sheet.name });
  }

  /** Forgets every style of an area, notes apart. */
  clearStyle(area: Area): void {
    const sheet = this.expect(area.sheet);
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const note = sheet.styles.get(row, column)?.note;
        sheet.styles.set(row, column, note === undefined ? undefined : { note });
      }
    }
    this.tell({ kind: "contents", area });
  }

  validate(area: Area, rule: ValidationRule | undefined): void {
    this.expect(area.sheet).validate(area, rule);
    this.tell({ kind: "looks", sheet: area.sheet });
  }

  /** Runs a change of a sheet's looks (widths, frozen rows, rules, …) and tells the subscribers. */
  arrange(sheet: SheetModel, change: (sheet: SheetModel) => void): void {
    change(sheet);
    this.tell({ kind: "looks", sheet: sheet.name });
  }

  /** Puts a new chart on a sheet; it gets an identity that no chart of the workbook had. */
  addChart(sheet: SheetModel, chart: Omit<ChartSnapshot, "id">): ChartSnapshot {
    this.lastChartId = nextChartId(this.list, this.lastChartId);
    const added = { ...chart, id: this.lastChartId };
    this.arrange(sheet, ({ charts }) => {
      charts.push(added);
    });
    return added;
  }

  // — rows and columns

  /** Inserts empty rows or columns; they look like the neighbour at `like`. */
  insert(
    sheet: SheetModel,
    axis: AxisShift["axis"],
    before: number,
    count: number,
    like?: number,
  ): void {
    this.shift(sheet, { axis, at: before, count });
    if (like === undefined) return;
    const source = like >= before ? like + count : like;
    const across = axis === "rows" ? sheet.columns : sheet.rows;
    for (let other = 1; other <= across; other++) {
      const style =
        axis === "rows" ? sheet.styles.get(source, other) : sheet.styles.get(other, source);
      if (!style) continue;
      const { note: _, ...looks } = style;
      for (let at = before; at < before + count; at++) {
        if (axis === "rows") sheet.styles.set(at, other, looks);
        else sheet.styles.set(other, at, looks);
      }
    }
  }

  delete(sheet: SheetModel, axis: AxisShift["axis"], from: number, count: number): void {
    this.shift(sheet, { axis, at: from, count: -count });
  }

  /** Adds rows or columns at the end, where the grid is smaller than asked. */
  grow(sheet: SheetModel, rows: number, columns: number): void {
    if (rows <= sheet.rows && columns <= sheet.columns) return;
    sheet.rows = Math.max(sheet.rows, rows);
    sheet.columns = Math.max(sheet.columns, columns);
    this.tell({ kind: "structure" });
  }

  /**
   * Adds what a spilled result needs at the end of a sheet's grid, as Google does; the calculator asks
   * for it while it computes, so it is not told.
   * @returns whether the sheet has room now: a spreadsheet holds ten million cells at most
   */
  makeRoom(name: string, rows: number, columns: number): boolean {
    const sheet = this.expect(name);
    const [newRows, newColumns] = [Math.max(sheet.rows, rows), Math.max(sheet.columns, columns)];
    const others = this.list.reduce((sum, each) => sum + each.rows * each.columns, 0);
    const cells = others - sheet.rows * sheet.columns + newRows * newColumns;
    if (cells > MOST_CELLS) return false;
    sheet.rows = newRows;
    sheet.columns = newColumns;
    this.tell({ kind: "looks", sheet: sheet.name });
    return true;
  }

  /** Puts the rows of an area in a new order: `order[i]` is the former place (from 0) of row `i`. */
  reorder(area: Area, order: readonly number[]): void {
    const sheet = this.expect(area.sheet);
    for (let column = area.column; column < area.column + area.columns; column++) {
      const cells = order.map((from) => ({
        content: sheet.contents.get(area.row + from, column),
        style: sheet.styles.get(area.row + from, column),
      }));
      for (const [to, { content, style }] of cells.entries()) {
        const by = to - (order[to] ?? to);
        sheet.contents.set(area.row + to, column, moved(content, by, 0));
        sheet.styles.set(area.row + to, column, style);
      }
    }
    this.tell({ kind: "contents", area });
  }

  /** Hides the rows of an area that `keep` refuses and shows the others; rows count from 1 in the sheet. */
  filter(area: Area, keep: (row: number) => boolean): void {
    const sheet = this.expect(area.sheet);
    for (let row = area.row; row < area.row + area.rows; row++) {
      if (keep(row)) sheet.hiddenRows.delete(row);
      else sheet.hiddenRows.add(row);
    }
    this.tell({ kind: "looks", sheet: sheet.name });
  }

  private shift(sheet: SheetModel, shift: AxisShift): void {
    sheet.shift(shift);
    followChange(this.list, this.names, { kind: "shift", sheet: sheet.name, ...shift });
    this.tell({ kind: "structure" });
  }

  private expect(name: string): SheetModel {
    const sheet = this.sheet(name);
    if (!sheet) throw new Error(`No such sheet: ${name}`);
    return sheet;
  }

  private tell(change: Change): void {
    this.changes += 1;
    for (const listener of this.listeners) listener(change);
  }
}

function mergeStyle(
  before: CellStyle | undefined,
  patch: Partial<CellStyle>,
): CellStyle | undefined {
  const entries = Object.entries({ ...before, ...patch }).filter(
    ([, value]) => value !== undefined,
  );
  return entries.length ? (Object.fromEntries(entries) as CellStyle) : undefined;
}

/** A cell's content as it reads some rows and columns further. */
function moved(content: Content | undefined, rows: number, columns: number): Content | undefined {
  if (content?.kind !== "formula" || (rows === 0 && columns === 0)) return content;
  return { kind: "formula", text: copied(content.text, rows, columns) };
}
