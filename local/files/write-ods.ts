import { strToU8, zipSync } from "fflate";
import type { SheetSnapshot, WorkbookSnapshot } from "../engine/snapshot.js";
import type { Calculator, Value } from "../engine/types.js";
import { fullAddress } from "./address.js";
import { ODS_MARKS } from "./dummy-function.js";
import { excelError } from "./excel-error.js";
import { type FileCell, type FormulaSyntax, fileCells, type Values } from "./file-cells.js";
import { fileText } from "./file-text.js";
import { odsFormulaText } from "./ods-formula.js";
import { zipDay } from "./zip-day.js";

const MIME = "application/vnd.oasis.opendocument.spreadsheet";
const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const SYNTAX: FormulaSyntax = { marks: ODS_MARKS, native: odsFormulaText };
const NAMESPACES = ["office:1.0", "table:1.0", "text:1.0", "style:1.0", "of:1.2"]
  .map((name) => `xmlns:${name.split(":")[0]}="urn:oasis:names:tc:opendocument:xmlns:${name}"`)
  .join(" ");
const HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n';
/** Nothing stands in it, but readers of OpenDocument ask for it. */
const COMMON_STYLES = `${HEADER}<office:document-styles ${NAMESPACES} office:version="1.2"/>`;

function escaped(text: string): string {
  return fileText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\t", "&#9;")
    .replaceAll("\n", "&#10;");
}

function paragraphs(text: string): string {
  const spaces = (run: string) => `<text:s text:c="${run.length}"/>`;
  return fileText(text)
    .split("\n")
    .map((line) => `<text:p>${escaped(line).replace(/^ +| +$| {2,}/g, spaces)}</text:p>`)
    .join("");
}

/** Whether a number format shows a date: it has a day or a year outside its texts. */
function showsDate(format: string | undefined): boolean {
  return /[dy]/i.test((format ?? "").replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
}

function typed(
  value: Value,
  numberFormat: string | undefined,
): { attributes: string; body: string } {
  const of = (type: string, rest: string, body = "") => ({
    attributes: ` office:value-type="${type}"${rest}`,
    body,
  });
  if (value === null) return { attributes: "", body: "" };
  if (typeof value === "boolean") return of("boolean", ` office:boolean-value="${value}"`);
  if (typeof value === "object")
    return of("string", ' office:string-value=""', paragraphs(excelError(value.error)));
  if (typeof value === "string") return of("string", "", paragraphs(value));
  if (!showsDate(numberFormat)) return of("float", ` office:value="${value}"`);
  const instant = new Date(Math.round(value * DAY) + EPOCH).toISOString();
  const date = Number.isInteger(value) ? instant.slice(0, 10) : instant.slice(0, 19);
  return of("date", ` table:style-name="jour" office:date-value="${date}"`);
}

function cellXml({ formula, value, style }: FileCell): string {
  const { attributes, body } = typed(value, style?.numberFormat);
  const computed = formula === undefined ? "" : ` table:formula="${escaped(`of:=${formula}`)}"`;
  return `<table:table-cell${computed}${attributes}>${body}</table:table-cell>`;
}

function rowXml(cells: readonly FileCell[]): string {
  let column = 0;
  const written = [...cells]
    .sort((a, b) => a.column - b.column)
    .map((cell) => {
      const gap = cell.column - column - 1;
      column = cell.column;
      const skip = gap > 0 ? `<table:table-cell table:number-columns-repeated="${gap}"/>` : "";
      return skip + cellXml(cell);
    });
  return `<table:table-row>${written.join("")}</table:table-row>`;
}

function sheetXml(sheet: SheetSnapshot, cells: readonly FileCell[]): string {
  const rows = new Map<number, FileCell[]>();
  for (const cell of cells) {
    if (cell.value === null && cell.formula === undefined) continue;
    rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  }
  let row = 0;
  const written = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([number, content]) => {
      const gap = number - row - 1;
      row = number;
      const skip =
        gap > 0
          ? `<table:table-row table:number-rows-repeated="${gap}"><table:table-cell/></table:table-row>`
          : "";
      return skip + rowXml(content);
    });
  const style = sheet.hidden ? ' table:style-name="masque"' : "";
  const empty = "<table:table-row><table:table-cell/></table:table-row>";
  return `<table:table table:name="${escaped(sheet.name)}"${style}><table:table-column/>${written.join("") || empty}</table:table>`;
}

const STYLES =
  '<office:automatic-styles><style:style style:name="masque" style:family="table"><style:table-properties table:display="false"/></style:style>' +
  '<number:date-style xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" style:name="jma"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>' +
  '<style:style style:name="jour" style:family="table-cell" style:data-style-name="jma"/></office:automatic-styles>';

function namesXml(names: WorkbookSnapshot["names"]): string {
  const ranges = Object.entries(names).map(([name, area]) => {
    const [, sheet, cells = ""] = /^('.*')!(.*)$/.exec(fullAddress(area)) ?? [];
    const [start, end] = cells.split(":");
    const address = `$${sheet}.${start}${end ? `:.${end}` : ""}`;
    return `<table:named-range table:name="${escaped(name)}" table:base-cell-address="${escaped(`$${sheet}.$A$1`)}" table:cell-range-address="${escaped(address)}"/>`;
  });
  return ranges.length > 0
    ? `<table:named-expressions>${ranges.join("")}</table:named-expressions>`
    : "";
}

/**
 * Writes a workbook as an .ods: values, dates, formulas, hidden sheets and named ranges, no other
 * style. Formulas that only Sheets computes are written as `writeXlsx` does.
 */
export function writeOds(
  snapshot: WorkbookSnapshot,
  values: Values,
  spillOrigin: Calculator["spillOrigin"] = () => undefined,
): Uint8Array {
  const sheets = snapshot.sheets.map((sheet) =>
    sheetXml(sheet, fileCells(sheet, values, spillOrigin, SYNTAX)),
  );
  const content = `${HEADER}<office:document-content ${NAMESPACES} office:version="1.2">${STYLES}<office:body><office:spreadsheet>${sheets.join("")}${namesXml(snapshot.names)}</office:spreadsheet></office:body></office:document-content>`;
  const entry = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  const manifest = `${HEADER}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">${entry("/", MIME)}${entry("content.xml", "text/xml")}${entry("styles.xml", "text/xml")}</manifest:manifest>`;
  return zipSync(
    {
      mimetype: [strToU8(MIME), { level: 0 }],
      "content.xml": strToU8(content),
      "styles.xml": strToU8(COMMON_STYLES),
      "META-INF/manifest.xml": strToU8(manifest),
    },
    { mtime: zipDay() },
  );
}
