import {
  createCalculator,
  type FormulaCalculator,
  type FormulaOptions,
} from "../../../local/engine/formula/index.js";
import type { Area, Content, GridSource, Value } from "../../../local/engine/types.js";

/** What a test writes into a cell: text that starts with `=` is a formula, null is nothing. */
export type Entry = number | string | boolean | null;

/** A workbook held in maps, for tests. */
export class Grid implements GridSource {
  private readonly cells = new Map<string, Map<string, Content>>();
  private readonly formats = new Map<string, string>();
  private readonly names = new Map<string, Area>();
  readonly calculator: FormulaCalculator;
  makeRoom: GridSource["makeRoom"];

  constructor(
    private readonly sheets: Record<string, { rows: number; columns: number }>,
    options: Partial<FormulaOptions> = {},
  ) {
    for (const name of Object.keys(sheets)) this.cells.set(name, new Map());
    this.calculator = createCalculator(this, {
      functions: new Map(),
      now: () => 44_378.5,
      timeZone: () => "Europe/Paris",
      ...options,
    });
  }

  sheetNames() {
    return Object.keys(this.sheets);
  }

  size(sheet: string) {
    return this.sheets[sheet];
  }

  content(sheet: string, row: number, column: number) {
    return this.cells.get(sheet)?.get(`${row},${column}`);
  }

  numberFormat(sheet: string, row: number, column: number) {
    return this.formats.get(`${sheet}!${row},${column}`) ?? "";
  }

  *filled(sheet: string) {
    for (const [key, content] of this.cells.get(sheet) ?? []) {
      const [row = 0, column = 0] = key.split(",").map(Number);
      yield { row, column, content };
    }
  }

  namedRange(name: string) {
    return this.names.get(name.toLowerCase());
  }

  name(name: string, area: Area) {
    this.names.set(name.toLowerCase(), area);
  }

  /** Lets results that spill past the edge add what they need, up to a number of rows. */
  growing(most: number): this {
    this.makeRoom = (sheet, rows, columns) => {
      if (rows > most) return false;
      this.sheets[sheet] = { rows, columns };
      return true;
    };
    return this;
  }

  format(sheet: string, row: number, column: number, format: string) {
    this.formats.set(`${sheet}!${row},${column}`, format);
  }

  /** Writes rows of entries from a cell on, without telling the calculator. */
  fill(sheet: string, row: number, column: number, rows: readonly (readonly Entry[])[]) {
    const cells = this.cells.get(sheet) as Map<string, Content>;
    for (const [r, entries] of rows.entries()) {
      for (const [c, entry] of entries.entries()) {
        const key = `${row + r},${column + c}`;
        if (entry === null) cells.delete(key);
        else cells.set(key, contentOf(entry));
      }
    }
  }

  /** Writes rows of entries and tells the calculator. */
  edit(sheet: string, row: number, column: number, rows: readonly (readonly Entry[])[]) {
    this.fill(sheet, row, column, rows);
    const columns = Math.max(...rows.map((entries) => entries.length));
    this.calculator.changed({ sheet, row, column, rows: rows.length, columns });
  }

  value(sheet: string, row: number, column: number): Value {
    return this.calculator.value(sheet, row, column);
  }

  column(sheet: string, column: number, rows: number): Value[] {
    const area = { sheet, row: 1, column, rows, columns: 1 };
    return this.calculator.values(area).map(([value]) => value ?? null);
  }
}

function contentOf(entry: Exclude<Entry, null>): Content {
  return typeof entry === "string" && entry.startsWith("=")
    ? { kind: "formula", text: entry }
    : { kind: "value", value: entry };
}

/** A grid of one sheet, `S`. */
export function oneSheet(
  rows: readonly (readonly Entry[])[],
  options: Partial<FormulaOptions> = {},
  size = { rows: 1000, columns: 26 },
): Grid {
  const grid = new Grid({ S: size }, options);
  grid.fill("S", 1, 1, rows);
  return grid;
}

/** Value of one formula over a sheet `S` of data, in its cell Z1. */
export function compute(
  formula: string,
  rows: readonly (readonly Entry[])[] = [],
  options: Partial<FormulaOptions> = {},
): Value {
  const grid = oneSheet(rows, options);
  grid.fill("S", 1, 26, [[formula]]);
  return grid.value("S", 1, 26);
}

/** The error code of a value, or the value. */
export function codeOf(value: Value): Value | string {
  return typeof value === "object" && value !== null ? value.error : value;
}
