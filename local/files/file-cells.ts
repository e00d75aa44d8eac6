import type { CellStyle, SheetSnapshot } from "../engine/snapshot.js";
import type { Calculator, Value } from "../engine/types.js";
import { dummyFunction, type FormulaMarks, spilledValue } from "./dummy-function.js";
import { fileFormula } from "./formula-text.js";
import { isKnownFormula } from "./known-functions.js";

/** What each cell of a workbook shows. */
export type Values = (sheet: string, row: number, column: number) => Value;

/** How one kind of file writes formulas. */
export interface FormulaSyntax {
  readonly marks: FormulaMarks;
  /** A formula that the file's programs compute. */
  readonly native: (canonical: string) => string;
}

/** A cell as a file has it: what it shows and, where it computes, the text of its formula. */
export interface FileCell {
  readonly row: number;
  readonly column: number;
  readonly style?: CellStyle;
  readonly value: Value;
  readonly formula?: string;
}

const key = (row: number, column: number) => `${row}:${column}`;

/** Cells without a content of their own that show something: a formula spills there. */
function* spilledCells(sheet: SheetSnapshot, values: Values): Generator<FileCell> {
  const own = new Set(
    sheet.cells.flatMap(({ row, column, content }) => (content ? [key(row, column)] : [])),
  );
  for (let row = 1; row <= sheet.rows; row += 1) {
    for (let column = 1; column <= sheet.columns; column += 1) {
      if (own.has(key(row, column))) continue;
      const value = values(sheet.name, row, column);
      if (value !== null) yield { row, column, value };
    }
  }
}

/** Every cell to write, those that formulas spill into included. */
export function fileCells(
  sheet: SheetSnapshot,
  values: Values,
  spillOrigin: Calculator["spillOrigin"],
  syntax: FormulaSyntax,
): FileCell[] {
  const computes = sheet.cells.some(({ content }) => content?.kind === "formula");
  const spilled = computes ? [...spilledCells(sheet, values)] : [];
  const origins = new Set<string>();
  for (const { row, column } of spilled) {
    const origin = spillOrigin(sheet.name, row, column);
    if (origin) origins.add(key(origin.row, origin.column));
  }
  const own = sheet.cells.map(({ row, column, content, style }): FileCell => {
    if (content?.kind !== "formula") return { row, column, style, value: content?.value ?? null };
    const value = values(sheet.name, row, column);
    const native = !origins.has(key(row, column)) && isKnownFormula(content.text);
    const formula = native
      ? syntax.native(content.text)
      : dummyFunction(fileFormula(content.text), value, syntax.marks);
    return { row, column, style, value, formula };
  });
  const styles = new Map(own.map((cell) => [key(cell.row, cell.column), cell.style]));
  const filled = new Set(spilled.map(({ row, column }) => key(row, column)));
  return [
    ...own.filter(({ row, column }) => !filled.has(key(row, column))),
    ...spilled.map((cell) => ({
      ...cell,
      style: styles.get(key(cell.row, cell.column)),
      formula: spilledValue(cell.value, syntax.marks),
    })),
  ];
}
