import type { WorkbookModel } from "../../engine/model/index.js";
import type { Area, Calculator, Content, GridSource, Value } from "../../engine/types.js";

/** Name of the sheet where conditions are computed; no tab can bear it. */
export const BENCH = "\u0000conditions";

/** The workbook as its values, with one more sheet: formulas one below the other. */
export class Bench implements GridSource {
  constructor(
    private readonly workbook: WorkbookModel,
    private readonly shown: Calculator,
    private readonly formulas: readonly string[],
  ) {}

  sheetNames(): readonly string[] {
    return [...this.workbook.sheetNames(), BENCH];
  }

  size(sheet: string) {
    return sheet === BENCH
      ? { rows: Number.MAX_SAFE_INTEGER, columns: 1 }
      : this.workbook.size(sheet);
  }

  content(sheet: string, row: number, column: number): Content | undefined {
    if (sheet === BENCH) return formula(this.formulas[row - 1]);
    return asContent(this.shown.value(sheet, row, column));
  }

  numberFormat(sheet: string, row: number, column: number): string {
    return sheet === BENCH ? "" : this.workbook.numberFormat(sheet, row, column);
  }

  *filled(sheet: string): Iterable<{ row: number; column: number; content: Content }> {
    if (sheet === BENCH) {
      for (const [at, text] of this.formulas.entries()) {
        yield { row: at + 1, column: 1, content: { kind: "formula", text } };
      }
      return;
    }
    const size = this.workbook.size(sheet);
    if (!size) return;
    const rows = this.shown.values({ sheet, row: 1, column: 1, ...sizeOf(size) });
    for (const [atRow, row] of rows.entries()) {
      for (const [atColumn, value] of row.entries()) {
        const content = asContent(value);
        if (content) yield { row: atRow + 1, column: atColumn + 1, content };
      }
    }
  }

  namedRange(name: string): Area | undefined {
    return this.workbook.namedRange(name);
  }
}

function sizeOf({ rows, columns }: { rows: number; columns: number }) {
  return { rows, columns };
}

function formula(text: string | undefined): Content | undefined {
  return text === undefined ? undefined : { kind: "formula", text };
}

/** A value as something entered; an error as the formula that gives it. */
function asContent(value: Value): Content | undefined {
  if (value === null) return undefined;
  if (typeof value === "object") return { kind: "formula", text: `=${value.error}` };
  return { kind: "value", value };
}
