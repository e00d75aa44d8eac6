import { isDateFormat } from "../../engine/formula/index.js";
import { displayCell, fromSerial } from "../../engine/model/index.js";
import { remembered } from "../../engine/remembered.js";
import type { Value } from "../../engine/types.js";
import type { ServiceContext } from "../context.js";
import { membersOf } from "../hand-out.js";
import { areaOf, extendRange, gridOf, type RangeState } from "./range-kind.js";

const { read } = membersOf<RangeState>();

function values(context: ServiceContext, range: RangeState): Value[][] {
  context.ledger.cellsRead += context.mode === "script" ? range.rows * range.columns : 0;
  return context.calculator.values(areaOf(context, range));
}

function scriptValues(context: ServiceContext, range: RangeState): unknown[][] {
  const zone = context.workbook.timeZone;
  const isDate = remembered(isDateFormat);
  const showsDate = (row: number, column: number): boolean => {
    const format = range.sheet.styles.get(row, column)?.numberFormat;
    if (!format) return context.calculator.showsDate(range.sheet.name, row, column);
    return isDate(format);
  };
  return values(context, range).map((cells, row) =>
    cells.map((value, column) => {
      if (value === null) return "";
      if (typeof value === "object") return value.error;
      if (typeof value !== "number" || !showsDate(range.row + row, range.column + column)) {
        return value;
      }
      return new context.realm.Date(fromSerial(value, zone));
    }),
  );
}

function displayValues(context: ServiceContext, range: RangeState): string[][] {
  const { workbook, calculator } = context;
  return values(context, range).map((cells, row) =>
    cells.map((value, column) =>
      displayCell(
        workbook,
        calculator,
        value,
        range.sheet.name,
        range.row + row,
        range.column + column,
      ),
    ),
  );
}

function formulas(context: ServiceContext, range: RangeState): string[][] {
  areaOf(context, range);
  context.ledger.cellsRead += context.mode === "script" ? range.rows * range.columns : 0;
  return gridOf(range, (row, column) => {
    const content = range.sheet.contents.get(range.row + row, range.column + column);
    return content?.kind === "formula" ? content.text : "";
  });
}

function first(range: RangeState): RangeState {
  return { ...range, rows: 1, columns: 1 };
}

extendRange({
  getValues: read("", ({ state, context }) => scriptValues(context, state)),
  getValue: read("", ({ state, context }) => scriptValues(context, first(state))[0]?.[0]),
  getDisplayValues: read("", ({ state, context }) => displayValues(context, state)),
  getDisplayValue: read("", ({ state, context }) => displayValues(context, first(state))[0]?.[0]),
  getFormulas: read("", ({ state, context }) => formulas(context, state)),
  getFormula: read("", ({ state, context }) => formulas(context, first(state))[0]?.[0]),
  isBlank: read("", ({ state, context }) =>
    values(context, state).every((row) => row.every((value) => value === null)),
  ),
});
