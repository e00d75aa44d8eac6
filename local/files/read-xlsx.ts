import { type Cell, dateToExcel, Workbook, type Worksheet } from "@cj-tech-master/excelts";
import type { CellSnapshot, SheetSnapshot, WorkbookSnapshot } from "../engine/snapshot.js";
import type { Area, Content } from "../engine/types.js";
import { parseArea } from "./address.js";
import { readDummyFunction } from "./dummy-function.js";
import { canonicalFormula } from "./formula-text.js";
import { sheetSize, workbookSnapshot } from "./new-snapshot.js";
import { readLayout } from "./xlsx-layout.js";
import { readConditional, readValidations } from "./xlsx-rules.js";
import { readStyle } from "./xlsx-style.js";

const PIXELS_PER_CHARACTER = 7;
const MARGIN = 5;
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** A serial number from what the library makes of a date cell: that instant, in UTC. */
function serial(date: Date): number {
  return Math.round(dateToExcel(date, false) * 86_400_000) / 86_400_000;
}

/** The formula of a cell, those that it shares with others or that fill an array included. */
function cellFormula(cell: Cell): string | undefined {
  const value = cell.value;
  return value !== null &&
    typeof value === "object" &&
    ("formula" in value || "sharedFormula" in value)
    ? cell.formula
    : undefined;
}

function cellContent(cell: Cell): Content | undefined {
  const formula = cellFormula(cell);
  if (formula) {
    const dummy = readDummyFunction(formula);
    if (dummy === "spilled") return undefined;
    return { kind: "formula", text: canonicalFormula(dummy ? dummy.formula : formula) };
  }
  const value = cell.value;
  if (value === null || value === undefined || value === "") return undefined;
  if (typeof value !== "object") return { kind: "value", value };
  if (value instanceof Date) return { kind: "value", value: serial(value) };
  if ("error" in value) return { kind: "formula", text: `=${value.error}` };
  if ("checkbox" in value) return { kind: "value", value: value.checkbox };
  const text = cell.text;
  return text === "" ? undefined : { kind: "value", value: text };
}

function readCells(sheet: Worksheet): CellSnapshot[] {
  const cells: CellSnapshot[] = [];
  sheet.eachRow((row) => {
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      if (cell.isMerged && cell.master !== cell) return;
      const content = cellContent(cell);
      const style = readStyle(cell);
      if (content || style)
        cells.push({
          row: row.number,
          column,
          ...(content && { content }),
          ...(style && { style }),
        });
    });
  });
  return cells;
}

function readSheet(sheet: Worksheet): SheetSnapshot {
  const cells = readCells(sheet);
  const size = sheetSize(cells);
  const view = (sheet.views ?? []).find(({ state }) => state === "frozen");
  const frozen = view?.state === "frozen" ? view : undefined;
  const widths = (sheet.columns ?? []).flatMap(({ width, number }) =>
    width ? [[number, Math.round(width * PIXELS_PER_CHARACTER + MARGIN)] as const] : [],
  );
  return {
    name: sheet.name,
    ...size,
    ...(sheet.state === "visible" ? {} : { hidden: true }),
    ...(frozen?.ySplit ? { frozenRows: frozen.ySplit } : {}),
    ...(frozen?.xSplit ? { frozenColumns: frozen.xSplit } : {}),
    columnWidths: Object.fromEntries(widths),
    ...readLayout(sheet, size),
    cells,
    validations: readValidations(sheet, size),
    conditional: readConditional(sheet, size),
  };
}

/** The library leaves the quotes of a sheet's name doubled. */
function existingSheet(workbook: Workbook, name: string): string | undefined {
  return (workbook.getWorksheet(name) ?? workbook.getWorksheet(name.replaceAll("''", "'")))?.name;
}

function readNames(workbook: Workbook): Record<string, Area> {
  const names: Record<string, Area> = {};
  for (const entry of workbook.definedNames.getAllEntries()) {
    if (entry.localSheetId !== undefined) continue;
    const text = entry.ranges[0] ?? entry.formulaExpression ?? "";
    const area = parseArea(text, "", { rows: LAST_ROW, columns: LAST_COLUMN });
    const sheet = area && existingSheet(workbook, area.sheet);
    if (area && sheet) names[entry.name] = { ...area, sheet };
  }
  return names;
}

/**
 * Reads an .xlsx with excelts rather than @e965/xlsx: it gives fonts, colours, validations,
 * conditional formats and notes, so that a référent's workbook comes out as it went in.
 */
export async function readXlsx(bytes: Uint8Array): Promise<WorkbookSnapshot> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  return workbookSnapshot(workbook.worksheets.map(readSheet), readNames(workbook));
}
