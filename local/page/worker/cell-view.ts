import type { FormulaCalculator } from "../../engine/formula/index.js";
import { isDateFormat, toFrench } from "../../engine/formula/index.js";
import type { WorkbookModel } from "../../engine/model/index.js";
import { conventions, display, displayCell, readInput } from "../../engine/model/index.js";
import type { CellStyle } from "../../engine/snapshot.js";
import type { Content, Value } from "../../engine/types.js";
import type { CellKind, CellView, Drawing } from "../messages.js";

/** What a view is made from; the same things give the same view. */
export interface CellSource {
  readonly value: Value;
  readonly content: Content | undefined;
  readonly style: CellStyle | undefined;
  /** Looks with the conditional formats that hold. */
  readonly shown: CellStyle | undefined;
  readonly drawing: Drawing | undefined;
}

/** Whether two sources look the same to a person. */
export function sameSource(a: CellSource, b: CellSource): boolean {
  return (
    a.content === b.content &&
    a.style === b.style &&
    sameLooks(a.shown, b.shown) &&
    sameDrawing(a.drawing, b.drawing) &&
    sameValue(a.value, b.value)
  );
}

function sameDrawing(a: Drawing | undefined, b: Drawing | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  return (
    typeof a === "object" &&
    typeof b === "object" &&
    a?.error === b?.error &&
    a?.message === b?.message
  );
}

function sameLooks(a: CellStyle | undefined, b: CellStyle | undefined): boolean {
  return (
    a === b ||
    (a?.bold === b?.bold && a?.color === b?.color && a?.background === b?.background && !!a === !!b)
  );
}

/** The view of a cell from what it holds. */
export function viewOf(
  workbook: WorkbookModel,
  calculator: FormulaCalculator,
  source: CellSource,
  sheet: string,
  row: number,
  column: number,
): CellView {
  const { value, shown, drawing } = source;
  const text = displayCell(workbook, calculator, value, sheet, row, column);
  const edit = editText(workbook, source, sheet, row, column);
  return {
    text,
    kind: kindOf(value),
    ...(edit !== text && { edit }),
    ...(shown && { style: shown }),
    ...(isError(value) && { message: value.message }),
    ...(drawing && { drawing }),
  };
}

function isError(value: Value): value is Extract<Value, { error: string }> {
  return typeof value === "object" && value !== null;
}

/** Whether a content may draw a chart in its cell. */
export function isSparkline(content: Content | undefined): boolean {
  return content?.kind === "formula" && /SPARKLINE\(/i.test(content.text);
}

function kindOf(value: Value): CellKind {
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "boolean";
  return isError(value) ? "error" : "text";
}

/** What the editor opens with: typed again as it is, it would give the same content. */
function editText(
  workbook: WorkbookModel,
  { content, style }: CellSource,
  sheet: string,
  row: number,
  column: number,
): string {
  if (!content) return "";
  if (content.kind === "formula") return formulaText(content.text, workbook.locale);
  const format = workbook.numberFormat(sheet, row, column);
  const { value } = content;
  if (typeof value === "number") return numberText(value, format, workbook.locale);
  if (typeof value === "boolean") return display(value, "", workbook.locale);
  const rules = { locale: workbook.locale, format: style?.numberFormat ?? "", year: 2000 };
  const again = value === "" ? undefined : readInput(value, rules).content;
  return again?.kind === "value" && again.value === value ? value : `'${value}`;
}

/** The formula as the workbook's language writes it; itself where it cannot be read. */
export function formulaText(formula: string, locale: string): string {
  if (!conventions(locale).dayFirst) return formula;
  try {
    return toFrench(formula);
  } catch {
    return formula;
  }
}

function numberText(value: number, format: string, locale: string): string {
  const { dateFormat, decimal } = conventions(locale);
  if (isDateFormat(format)) {
    const time = /h/i.test(format) || !Number.isInteger(value);
    if (value < 1 && time) return display(value, "hh:mm:ss", locale);
    return display(value, time ? `${dateFormat} hh:mm:ss` : dateFormat, locale);
  }
  const plain = (number: number) => String(Number(number.toPrecision(15))).replace(".", decimal);
  return /%/.test(format) ? `${plain(value * 100)}%` : plain(value);
}
