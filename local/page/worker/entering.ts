import { FormulaSyntaxError, fromFrench, parse } from "../../engine/formula/index.js";
import { conventions, readInput, type WorkbookModel } from "../../engine/model/index.js";
import type { Area, Content } from "../../engine/types.js";
import type { Book } from "./book.js";
import { accepted } from "./validation.js";

/**
 * Enters a text into every cell of an area as a person types it; formulas follow from cell to cell.
 * @throws Refusal where a validation refuses it
 */
export function enter(book: Book, area: Area, text: string): void {
  const { workbook } = book;
  const typed = read(workbook, area, text);
  book.check(area);
  const { content } = typed;
  accepted(book, area, content);
  workbook.fill(area, content);
  if (typed.format !== undefined) formatAutomatic(workbook, area, typed.format);
}

/** Enters a table of texts, as pasted from elsewhere; the grid grows where it must. */
export function enterTable(book: Book, at: Area, rows: readonly (readonly string[])[]): Area {
  const { workbook } = book;
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const area = { ...at, ...repeated(at, rows.length, columns) };
  book.check(area);
  book.grow(area);
  const texts = (row: number, column: number) => rows[row % rows.length]?.[column % columns] ?? "";
  const typed = Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (_, column) =>
      read(
        workbook,
        { ...area, row: area.row + row, column: area.column + column },
        texts(row, column),
      ),
    ),
  );
  workbook.write(area, (row, column) => typed[row]?.[column]?.content);
  workbook.style(area, (row, column) => {
    const format = typed[row]?.[column]?.format;
    const has = workbook.numberFormat(area.sheet, area.row + row, area.column + column) !== "";
    return format === undefined || has ? undefined : { numberFormat: format };
  });
  return area;
}

/** The size of what is pasted: the selection's where the table fits into it a whole number of times. */
export function repeated(
  at: Area,
  rows: number,
  columns: number,
): { rows: number; columns: number } {
  const fits = at.rows % rows === 0 && at.columns % columns === 0;
  return fits ? { rows: at.rows, columns: at.columns } : { rows, columns };
}

interface Typed {
  readonly content: Content | undefined;
  readonly format?: string;
}

function read(workbook: WorkbookModel, { sheet, row, column }: Area, text: string): Typed {
  const rules = {
    locale: workbook.locale,
    format: workbook.numberFormat(sheet, row, column),
    year: new Date().getFullYear(),
  };
  const typed = readInput(text, rules);
  return typed.content?.kind === "formula"
    ? {
        ...typed,
        content: { kind: "formula", text: completed(text, typed.content.text, workbook.locale) },
      }
    : typed;
}

/** A formula left without its last brackets gets them, as Sheets adds them. */
function completed(typed: string, canonical: string, locale: string): string {
  if (readable(canonical) || !conventions(locale).dayFirst) return canonical;
  const open = (typed.match(/\(/g) ?? []).length - (typed.match(/\)/g) ?? []).length;
  if (open <= 0) return canonical;
  try {
    const closed = fromFrench(typed.trim() + ")".repeat(open));
    return readable(closed) ? closed : canonical;
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return canonical;
    throw error;
  }
}

function readable(formula: string): boolean {
  try {
    parse(formula);
    return true;
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return false;
    throw error;
  }
}

/** Gives a format to the cells of an area that have none. */
function formatAutomatic(workbook: WorkbookModel, area: Area, numberFormat: string): void {
  const patch = { numberFormat };
  workbook.style(area, (row, column) =>
    workbook.numberFormat(area.sheet, area.row + row, area.column + column) === ""
      ? patch
      : undefined,
  );
}
