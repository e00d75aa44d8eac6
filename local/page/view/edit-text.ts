import { isDateFormat, toFrench } from "../../engine/formula/index.js";
import { conventions, display, readInput } from "../../engine/model/index.js";
import type { CellView } from "../messages.js";

/** What the editor opens with: typed again as it is, it would give the same content. */
export function editText(view: CellView | undefined, locale: string): string {
  if (!view || view.spilledFrom !== undefined) return "";
  const { content, text } = view;
  const format = view.style?.numberFormat ?? "";
  if (content?.kind === "formula") return formulaText(content.text, locale);
  const value = content?.value ?? text;
  if (typeof value === "number") return numberText(value, format, locale);
  if (typeof value === "boolean") return display(value, "", locale);
  const again = value === "" ? undefined : readInput(value, { locale, format, year: 2000 }).content;
  return value === "" || (again?.kind === "value" && again.value === value) ? value : `'${value}`;
}

/** The formula as the workbook's language writes it; itself where it cannot be read. */
function formulaText(formula: string, locale: string): string {
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
