import type { FormulaCalculator } from "../../engine/formula/index.js";
import type { WorkbookModel } from "../../engine/model/index.js";
import { displayCell } from "../../engine/model/index.js";
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

/** Whether these look to a person as a source that is known does; they come one by one, for speed. */
export function isSource(
  known: CellSource,
  value: Value,
  content: Content | undefined,
  style: CellStyle | undefined,
  shown: CellStyle | undefined,
  drawing: Drawing | undefined,
): boolean {
  return (
    known.content === content &&
    known.style === style &&
    sameLooks(known.shown, shown) &&
    sameDrawing(known.drawing, drawing) &&
    sameValue(known.value, value)
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
  const { value, content, shown, drawing } = source;
  const text = displayCell(workbook, calculator, value, sheet, row, column);
  return {
    text,
    kind: kindOf(value),
    ...(content && !saysAll(content, text) && { content }),
    ...(shown && { style: shown }),
    ...(isError(value) && { message: value.message }),
    ...(drawing && { drawing }),
  };
}

/** Whether the text that is shown is what was entered. */
function saysAll(content: Content, text: string): boolean {
  return content.kind === "value" && content.value === text;
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
