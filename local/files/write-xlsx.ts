import { type CellValueInput, Workbook, type Worksheet } from "@cj-tech-master/excelts";
import type { SheetSnapshot, WorkbookSnapshot } from "../engine/snapshot.js";
import type { Calculator, Value } from "../engine/types.js";
import { fullAddress } from "./address.js";
import { dummyFunction, spilledValue } from "./dummy-function.js";
import { excelError } from "./excel-error.js";
import { fileFormula } from "./formula-text.js";
import { isKnownFormula } from "./known-functions.js";
import { writeConditional, writeValidations } from "./xlsx-rules.js";
import { applyStyle } from "./xlsx-style.js";

/** Every file carries this day: the same content gives the same bytes. */
const FILE_DAY = new Date(Date.UTC(2021, 0, 1, 12));
/** Longest text that Excel shows in a cell. */
const LONGEST_CELL = 32_767;
/** A width in pixels is this many of Excel's characters, plus a margin. */
const PIXELS_PER_CHARACTER = 7;
const MARGIN = 5;

type Values = (sheet: string, row: number, column: number) => Value;

function plain(value: Value): CellValueInput {
  if (typeof value === "string") return value.slice(0, LONGEST_CELL);
  return value !== null && typeof value === "object" ? { error: excelError(value.error) } : value;
}

function withResult(formula: string, value: Value): CellValueInput {
  const result = plain(value);
  return { formula, ...(result === null ? {} : { result }) } as CellValueInput;
}

/** A formula cell, with the value that it shows where nothing computes it. */
function formulaCell(canonical: string, value: Value, spills: boolean): CellValueInput {
  const text = fileFormula(canonical);
  if (!spills && isKnownFormula(canonical)) return withResult(text, value);
  const dummy = dummyFunction(text, value);
  return dummy === undefined ? plain(value) : withResult(dummy, value);
}

function writeSheet(
  to: Worksheet,
  from: SheetSnapshot,
  values: Values,
  spillOrigin: Calculator["spillOrigin"],
): void {
  const own = new Set<string>();
  const origins = new Set<string>();
  const spilled: { row: number; column: number; value: Value }[] = [];
  for (const { row, column, content } of from.cells) if (content) own.add(`${row}:${column}`);
  if (from.cells.some(({ content }) => content?.kind === "formula")) {
    for (let row = 1; row <= from.rows; row += 1) {
      for (let column = 1; column <= from.columns; column += 1) {
        if (own.has(`${row}:${column}`)) continue;
        const value = values(from.name, row, column);
        if (value === null) continue;
        spilled.push({ row, column, value });
        const origin = spillOrigin(from.name, row, column);
        if (origin) origins.add(`${origin.row}:${origin.column}`);
      }
    }
  }
  for (const { row, column, content, style } of from.cells) {
    const cell = to.getCell(row, column);
    if (style) applyStyle(cell, style);
    if (content?.kind === "value") cell.value = plain(content.value);
    else if (content) {
      const spills = origins.has(`${row}:${column}`);
      cell.value = formulaCell(content.text, values(from.name, row, column), spills);
    }
  }
  for (const { row, column, value } of spilled) {
    const formula = spilledValue(value);
    to.getCell(row, column).value = formula ? withResult(formula, value) : plain(value);
  }
  for (const [column, pixels] of Object.entries(from.columnWidths ?? {})) {
    to.getColumn(Number(column)).width = Math.max(1, (pixels - MARGIN) / PIXELS_PER_CHARACTER);
  }
  writeValidations(to, from.validations ?? []);
  writeConditional(to, from.conditional ?? []);
}

/**
 * Writes a workbook as an .xlsx that Sheets, Excel and LibreOffice open with the same values.
 * A formula that only Sheets computes is written in Google's own export form
 * (`IFERROR(__xludf.DUMMYFUNCTION("…"),value)`), and so is each value that it spills, so that
 * `readWorkbookFile` finds the formula alone. Warning-only protections, the document's properties
 * and lists too long for Excel are not written. The bytes depend on the content alone.
 * @param values What each cell shows.
 * @param spillOrigin Which formula fills a cell (`Calculator.spillOrigin`): needed only where a
 *   formula of functions known to Excel spills.
 */
export async function writeXlsx(
  snapshot: WorkbookSnapshot,
  values: Values,
  spillOrigin: Calculator["spillOrigin"] = () => undefined,
): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.created = FILE_DAY;
  workbook.modified = FILE_DAY;
  for (const sheet of snapshot.sheets) {
    const frozen = { xSplit: sheet.frozenColumns ?? 0, ySplit: sheet.frozenRows ?? 0 };
    const to = workbook.addWorksheet(sheet.name, {
      state: sheet.hidden ? "hidden" : "visible",
      views: frozen.xSplit || frozen.ySplit ? [{ state: "frozen", ...frozen }] : [],
    });
    writeSheet(to, sheet, values, spillOrigin);
    if (sheet.protections?.some(({ area, warningOnly }) => !area && !warningOnly)) {
      await to.protect("", { formatCells: true, formatColumns: true });
    }
  }
  for (const [name, area] of Object.entries(snapshot.names)) {
    workbook.definedNames.addFormula(name, fullAddress(area));
  }
  return workbook.xlsx.writeBuffer({ zip: { modTime: FILE_DAY, timestamps: "dos" } });
}
