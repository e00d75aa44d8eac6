import { type CellValueInput, Workbook, type Worksheet } from "@cj-tech-master/excelts";
import type { SheetSnapshot, WorkbookSnapshot } from "../engine/snapshot.js";
import type { Calculator, Value } from "../engine/types.js";
import { areaAddress, fullAddress } from "./address.js";
import { XLSX_MARKS } from "./dummy-function.js";
import { excelError } from "./excel-error.js";
import { withExcelNames } from "./excel-names.js";
import { type FileCell, type FormulaSyntax, fileCells, type Values } from "./file-cells.js";
import { fileText } from "./file-text.js";
import { fileFormula } from "./formula-text.js";
import { rowHeights } from "./row-heights.js";
import { FichierImpossible } from "./unwritable.js";
import { writeLayout } from "./xlsx-layout.js";
import { writeConditional, writeValidations } from "./xlsx-rules.js";
import { StyleSheet } from "./xlsx-style.js";
import { zipDay } from "./zip-day.js";

/** Every file carries this day: the same content gives the same bytes. */
const FILE_DAY = new Date(Date.UTC(2021, 0, 1, 12));
/** Longest text that a cell of an .xlsx takes. */
const LONGEST_CELL = 32_767;
/** A width in pixels is this many of Excel's characters, plus a margin. */
const PIXELS_PER_CHARACTER = 7;
const MARGIN = 5;

/** A page is one of A4 across, on its side, as many down as it takes: what Sheets proposes too. */
const PRINTED = {
  paperSize: 9,
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const;

const SYNTAX: FormulaSyntax = { marks: XLSX_MARKS, native: fileFormula };

function plain(value: Value): CellValueInput {
  if (typeof value === "string") return fileText(value).slice(0, LONGEST_CELL);
  return value !== null && typeof value === "object" ? { error: excelError(value.error) } : value;
}

function excelValue({ formula, value }: FileCell): CellValueInput {
  const result = plain(value);
  if (formula === undefined) return result;
  return { formula, ...(result === null ? {} : { result }) } as CellValueInput;
}

/** A text that was typed is never cut; one that a formula gives is, for the formula is kept. */
function checkLength({ row, column, formula, value }: FileCell, sheet: string): void {
  if (formula !== undefined || typeof value !== "string" || value.length <= LONGEST_CELL) return;
  const cell = areaAddress({ sheet, row, column, rows: 1, columns: 1 });
  const [length, most] = [value.length, LONGEST_CELL].map((count) => count.toLocaleString("fr-FR"));
  throw new FichierImpossible(
    `La cellule ${cell} de «\u00a0${sheet}\u00a0» compte ${length} caractères, un .xlsx en admet ${most}\u00a0: raccourcissez ce texte, ou choisissez le format .ods.`,
  );
}

function writeSheet(
  to: Worksheet,
  from: SheetSnapshot,
  cells: readonly FileCell[],
  styles: StyleSheet,
): void {
  for (const cell of cells) {
    checkLength(cell, from.name);
    const target = to.getCell(cell.row, cell.column);
    if (cell.style) styles.apply(target, cell.style);
    if (cell.formula !== undefined || cell.value !== null) target.value = excelValue(cell);
  }
  for (const [column, pixels] of Object.entries(from.columnWidths ?? {})) {
    to.getColumn(Number(column)).width = Math.max(1, (pixels - MARGIN) / PIXELS_PER_CHARACTER);
  }
  for (const [number, height] of rowHeights(from, cells)) {
    const row = to.getRow(number);
    row.height = height;
    row.customHeight = false;
  }
  writeLayout(to, from);
  writeValidations(to, from.validations ?? []);
  writeConditional(to, from.conditional ?? []);
}

/**
 * Writes a workbook as an .xlsx that Sheets, Excel and LibreOffice open with the same values.
 * A formula that only Sheets computes is written in Google's own export form
 * (`IFERROR(__xludf.DUMMYFUNCTION("…"),value)`), and so is each value that it spills, so that
 * `readWorkbookFile` finds the formula alone. Warning-only protections, the document's properties
 * and lists too long for Excel are not written; a sheet's name is changed where Excel refuses it. The bytes depend on the content alone.
 * @param values What each cell shows.
 * @param spillOrigin Which formula fills a cell (`Calculator.spillOrigin`): needed only where a
 *   formula of functions known to Excel spills.
 * @throws FichierImpossible in French where a typed text is longer than a cell takes
 */
export async function writeXlsx(
  snapshot: WorkbookSnapshot,
  values: Values,
  spillOrigin: Calculator["spillOrigin"] = () => undefined,
): Promise<Uint8Array> {
  const { snapshot: written, original } = withExcelNames(snapshot);
  const shown: Values = (sheet, row, column) => values(original(sheet), row, column);
  const origin: Calculator["spillOrigin"] = (sheet, row, column) =>
    spillOrigin(original(sheet), row, column);
  const workbook = new Workbook();
  const styles = new StyleSheet();
  workbook.created = FILE_DAY;
  workbook.modified = FILE_DAY;
  for (const sheet of written.sheets) {
    const frozen = { xSplit: sheet.frozenColumns ?? 0, ySplit: sheet.frozenRows ?? 0 };
    const to = workbook.addWorksheet(sheet.name, {
      state: sheet.hidden ? "hidden" : "visible",
      pageSetup: PRINTED,
      views: frozen.xSplit || frozen.ySplit ? [{ state: "frozen", ...frozen }] : [],
    });
    writeSheet(to, sheet, fileCells(sheet, shown, origin, SYNTAX), styles);
    if (sheet.protections?.some(({ area, warningOnly }) => !area && !warningOnly)) {
      await to.protect("", { formatCells: true, formatColumns: true });
    }
  }
  for (const [name, area] of Object.entries(written.names)) {
    workbook.definedNames.addFormula(name, fullAddress(area));
  }
  return workbook.xlsx.writeBuffer({
    validate: false,
    zip: { modTime: zipDay(), timestamps: "dos" },
  });
}
