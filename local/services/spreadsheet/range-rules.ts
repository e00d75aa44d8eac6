import type { ValidationRule } from "../../engine/model/index.js";
import type { Area } from "../../engine/types.js";
import type { ServiceContext } from "../context.js";
import { membersOf } from "../hand-out.js";
import { ruleOf, ruleState } from "./data-validation.js";
import { protect } from "./protection.js";
import { areaOf, checkSize, extendRange, gridOf, type RangeState } from "./range-kind.js";

const { read, write } = membersOf<RangeState>();

function ruleAt(context: ServiceContext, range: RangeState, row: number, column: number) {
  const known = range.sheet.validationAt(range.row + row, range.column + column);
  return known ? ruleOf(context, known) : null;
}

/** Puts rules cell by cell, equal neighbours of a column in one piece. */
function validateEach(
  context: ServiceContext,
  area: Area,
  ruleFor: (row: number, column: number) => ValidationRule | undefined,
): void {
  for (let column = 0; column < area.columns; column++) {
    for (let row = 0; row < area.rows; ) {
      const rule = ruleFor(row, column);
      let end = row + 1;
      while (end < area.rows && ruleFor(end, column) === rule) end += 1;
      const piece = { ...area, row: area.row + row, rows: end - row };
      context.workbook.validate({ ...piece, column: area.column + column, columns: 1 }, rule);
      row = end;
    }
  }
}

extendRange({
  setDataValidation: write("DataValidation?", ({ state, context, self }, rule: object | null) => {
    context.workbook.validate(areaOf(context, state), rule ? ruleState(rule) : undefined);
    return self;
  }),
  setDataValidations: write("grid", ({ state, context, self }, grid: (object | null)[][]) => {
    checkSize(state, grid);
    const rules = grid.map((row) => row.map((rule) => (rule ? ruleState(rule) : undefined)));
    validateEach(context, areaOf(context, state), (row, column) => rules[row]?.[column]);
    return self;
  }),
  clearDataValidations: write("", ({ state, context, self }) => {
    context.workbook.validate(areaOf(context, state), undefined);
    return self;
  }),
  getDataValidation: read("", ({ state, context }) => ruleAt(context, state, 0, 0)),
  getDataValidations: read("", ({ state, context }) =>
    gridOf(state, (row, column) => ruleAt(context, state, row, column)),
  ),
  protect: write("", ({ state, context }) => protect(context, state.sheet, areaOf(context, state))),
});
