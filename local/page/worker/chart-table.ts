import type { SheetModel, WorkbookModel } from "../../engine/model/index.js";
import { displayCell } from "../../engine/model/index.js";
import type { Area, Calculator, Value } from "../../engine/types.js";
import type { ChartSeries, ChartValue } from "../messages.js";

/** A cell that a chart reads. */
interface Read {
  readonly value: Value;
  readonly text: string;
  /** Number format, where the cell holds a number. */
  readonly format: string;
}

/** What the ranges of a chart say. */
interface ChartTable {
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Number format of the first number. */
  readonly format: string;
}

const BLANK: Read = { value: null, text: "", format: "" };

/**
 * Reads ranges side by side, as Google does: the first column gives the labels, each other one a
 * series; a single column is a series. Rows that are hidden, or blank at the end, are left out.
 * @param numHeaders rows that name the series; left out: one where a text stands over a series
 */
export function readChartTable(
  workbook: WorkbookModel,
  calculator: Calculator,
  ranges: readonly Area[],
  numHeaders: number | undefined,
): ChartTable {
  const columns = ranges.flatMap((area) => readColumns(workbook, calculator, area));
  const height = Math.max(0, ...columns.map(filledTo));
  const filled = columns.map((column) => column.slice(0, height));
  const values = filled.length > 1 ? filled.slice(1) : filled;
  const named = values.some(([first]) => typeof first?.value === "string");
  const headers = numHeaders ?? (named ? 1 : 0);
  const body = (column: readonly Read[]) =>
    Array.from({ length: Math.max(0, height - headers) }, (_, at) => column[headers + at] ?? BLANK);
  const labels = filled.length > 1 ? body(filled[0] ?? []).map(({ text }) => text) : undefined;
  const series = values.map((column, at) => ({
    name: nameOf(column.slice(0, headers)) || `Série ${at + 1}`,
    values: body(column).map(chartValue),
  }));
  const numbers = values.flatMap(body).filter(({ value }) => typeof value === "number");
  return {
    labels: labels ?? body(values[0] ?? []).map((_, at) => String(at + 1)),
    series,
    format: numbers[0]?.format ?? "",
  };
}

function readColumns(workbook: WorkbookModel, calculator: Calculator, area: Area): Read[][] {
  const sheet = workbook.sheet(area.sheet);
  if (!sheet) return [];
  const rows = shownRows(sheet, area);
  const values = calculator.values(area);
  return Array.from({ length: area.columns }, (_, column) =>
    rows.map((row) => {
      const value = values[row]?.[column] ?? null;
      if (value === null) return BLANK;
      const place = [area.sheet, area.row + row, area.column + column] as const;
      return {
        value,
        text: displayCell(workbook, calculator, value, ...place),
        format: workbook.numberFormat(...place),
      };
    }),
  );
}

/** Rows of an area that are not hidden, counted from 0. */
function shownRows({ hiddenRows }: SheetModel, { row, rows }: Area): number[] {
  return Array.from({ length: rows }, (_, at) => at).filter((at) => !hiddenRows.has(row + at));
}

function filledTo(column: readonly Read[]): number {
  return column.findLastIndex(({ value }) => value !== null) + 1;
}

function nameOf(headers: readonly Read[]): string {
  return headers
    .map(({ text }) => text)
    .filter((text) => text !== "")
    .join(" ");
}

function chartValue({ value, text }: Read): ChartValue {
  return { value: typeof value === "number" ? value : null, text };
}
