import { canonical } from "../../engine/model/index.js";
import type { Content } from "../../engine/types.js";
import { accepts } from "../../engine/validity.js";
import type { ServiceContext } from "../context.js";
import { GoogleError } from "../errors.js";
import { membersOf } from "../hand-out.js";
import { areaOf, cellName, checkSize, extendRange, gridOf, type RangeState } from "./range-kind.js";
import { type Typed, typed } from "./typed.js";

const { write } = membersOf<RangeState>();

function put(
  context: ServiceContext,
  range: RangeState,
  cells: readonly (readonly Typed[])[],
): void {
  const area = areaOf(context, range);
  context.ledger.cellsWritten += range.rows * range.columns;
  refuseInvalid(context, range, cells);
  const formats = cells.map((row, at) =>
    row.map((cell, column) =>
      cell.format && !range.sheet.styles.get(range.row + at, range.column + column)?.numberFormat
        ? cell.format
        : undefined,
    ),
  );
  context.workbook.write(area, (row, column) => cells[row]?.[column]?.content);
  if (!formats.some((row) => row.some(Boolean))) return;
  context.workbook.style(area, (row, column) => {
    const numberFormat = formats[row]?.[column];
    return numberFormat ? { numberFormat } : undefined;
  });
}

function refuseInvalid(
  context: ServiceContext,
  range: RangeState,
  cells: readonly (readonly Typed[])[],
): void {
  if (range.sheet.validations.every((known) => known.allowInvalid)) return;
  for (const [row, line] of cells.entries()) {
    for (const [column, { content }] of line.entries()) {
      const known = range.sheet.validationAt(range.row + row, range.column + column);
      if (!known || known.allowInvalid || accepts(context.calculator, known.rule, content))
        continue;
      throw new GoogleError(
        `The data you entered in cell ${cellName(range, row, column)} violates the data validation rules set on this cell.`,
      );
    }
  }
}

function setValues(context: ServiceContext, range: RangeState, grid: unknown[][]): void {
  checkSize(range, grid);
  put(
    context,
    range,
    grid.map((cells, row) =>
      cells.map((value, column) => typedAt(context, range, row, column, value)),
    ),
  );
}

function typedAt(
  context: ServiceContext,
  range: RangeState,
  row: number,
  column: number,
  value: unknown,
): Typed {
  const style = range.sheet.styles.get(range.row + row, range.column + column);
  return typed(context, value, style?.numberFormat ?? "");
}

function formula(context: ServiceContext, text: unknown): Typed {
  if (typeof text !== "string") {
    throw new GoogleError(`Cannot convert ${String(text)} to a formula.`);
  }
  if (text === "") return { content: undefined };
  const whole = text.startsWith("=") ? text : `=${text}`;
  const content: Content = { kind: "formula", text: canonical(whole, context.workbook.locale) };
  return { content };
}

extendRange({
  setValues: write("grid", ({ state, context, self }, grid: unknown[][]) => {
    setValues(context, state, grid);
    return self;
  }),
  setValue: write("any", ({ state, context, self }, value: unknown) => {
    put(
      context,
      state,
      gridOf(state, (row, column) => typedAt(context, state, row, column, value)),
    );
    return self;
  }),
  setFormulas: write("grid", ({ state, context, self }, grid: unknown[][]) => {
    checkSize(state, grid);
    put(
      context,
      state,
      grid.map((row) => row.map((text) => formula(context, text))),
    );
    return self;
  }),
  setFormula: write("string", ({ state, context, self }, text: string) => {
    const { content } = formula(context, text);
    const area = areaOf(context, state);
    context.ledger.cellsWritten += state.rows * state.columns;
    context.workbook.fill(area, content);
    return self;
  }),
  clearContent: write("", ({ state, context, self }) => {
    context.ledger.cellsWritten += state.rows * state.columns;
    context.workbook.write(areaOf(context, state), () => undefined);
    return self;
  }),
});
