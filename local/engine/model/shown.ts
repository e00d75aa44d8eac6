import type { Calculator, Value } from "../types.js";
import { conventions } from "./conventions.js";
import { display } from "./display.js";
import type { WorkbookModel } from "./workbook.js";

/** Format that a day, or a moment, gets in a cell of automatic format. */
export function dateFormatOf(serial: number, locale: string): string {
  const { dateFormat } = conventions(locale);
  return Number.isInteger(serial) ? dateFormat : `${dateFormat} hh:mm:ss`;
}

/** What a cell shows for its value: as `display`, and a date where its formula gives one. */
export function displayCell(
  workbook: WorkbookModel,
  calculator: Calculator,
  value: Value,
  sheet: string,
  row: number,
  column: number,
): string {
  const { locale } = workbook;
  const format = workbook.numberFormat(sheet, row, column);
  const isDate =
    typeof value === "number" && format === "" && calculator.showsDate(sheet, row, column);
  return display(value, isDate ? dateFormatOf(value, locale) : format, locale);
}
