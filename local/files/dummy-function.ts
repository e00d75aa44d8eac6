import type { Value } from "../engine/types.js";
import { excelError } from "./excel-error.js";

/** Excel's limit for a text inside a formula. */
const LONGEST_TEXT = 255;

/** How one kind of file writes formulas. */
export interface FormulaMarks {
  /** What stands between arguments. */
  readonly separator: "," | ";";
  /** The longest formula that its programs take. */
  readonly longest: number;
}

export const XLSX_MARKS: FormulaMarks = { separator: ",", longest: 8192 };
/** LibreOffice takes 65 535 characters. */
export const ODS_MARKS: FormulaMarks = { separator: ";", longest: 60_000 };

const COMPUTED_VALUE = '"COMPUTED_VALUE"';
const OPENING = /^IFERROR\(\s*_*xludf\.DUMMYFUNCTION\(/i;
const TEXT_OR_AND = /\s*(?:"((?:[^"]|"")*)"|(&))/y;

/** A text as an expression: quoted, cut in pieces where it is longer than a formula's text may be. */
function quoted(text: string): string {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + LONGEST_TEXT, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
    pieces.push(`"${text.slice(start, end).replaceAll('"', '""')}"`);
    start = end;
  }
  return pieces.join("&") || '""';
}

/** A value as an expression of at most `room` characters; a longer text is cut and ends with "…". */
function literal(value: Value, room: number): string {
  if (value === null) return '""';
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "object") return excelError(value.error);
  let text = value;
  while (quoted(text).length > room) {
    text = `${text.slice(0, Math.max(0, text.length - 1 - Math.max(1, quoted(text).length - room)))}…`;
    if (text === "…") break;
  }
  return quoted(text);
}

/**
 * What stands in an .xlsx for a formula that spreadsheets other than Sheets cannot compute: Google's
 * own export form, which shows the value where the function is unknown.
 * @param formula As an .xlsx has it: `,` between arguments, no `=`.
 * @returns `undefined` where the formula is too long for a file.
 * @example dummyFunction("FITN_ADS(3)", 5200) // 'IFERROR(__xludf.DUMMYFUNCTION("FITN_ADS(3)"),5200)'
 */
export function dummyFunction(
  formula: string,
  value: Value,
  marks = XLSX_MARKS,
): string | undefined {
  const start = `IFERROR(__xludf.DUMMYFUNCTION(${quoted(formula)})${marks.separator}`;
  const room = marks.longest - start.length - 2;
  return room < 40 ? undefined : `${start}${literal(value, room)})`;
}

/** What stands for a value that another cell's formula spills here. */
export function spilledValue(value: Value, marks = XLSX_MARKS): string | undefined {
  return dummyFunction(COMPUTED_VALUE, value, marks);
}

/**
 * Reads back what `dummyFunction` and Google's export write.
 * @param text A formula of a file.
 * @returns The formula inside; `"spilled"` for a cell that another one fills; else `undefined`.
 */
export function readDummyFunction(text: string): { formula: string } | "spilled" | undefined {
  const opening = OPENING.exec(text);
  if (!opening) return undefined;
  TEXT_OR_AND.lastIndex = opening[0].length;
  let formula = "";
  for (let part = TEXT_OR_AND.exec(text); part; part = TEXT_OR_AND.exec(text)) {
    formula += (part[1] ?? "").replaceAll('""', '"');
  }
  return formula === COMPUTED_VALUE ? "spilled" : { formula };
}
