import type { Expression } from "../syntax/expression.js";
import { resolveReference } from "./evaluate.js";
import type { Home, Workbook } from "./workbook.js";

const DATE_FUNCTIONS = new Set(["DATE", "TODAY", "NOW", "EDATE", "EOMONTH", "DATEVALUE"]);

/** A place in an array result, counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

const FIRST: Place = { row: 0, column: 0 };

/**
 * Does Sheets show this formula's result as a date in a cell of automatic format? Asked once the
 * formula is computed: what functions of the add-in returned counts.
 */
export function yieldsDate(
  expression: Expression,
  workbook: Workbook,
  home: Home,
  place = FIRST,
): boolean {
  const yields = (part: Expression) => yieldsDate(part, workbook, home, place);
  switch (expression.type) {
    case "call": {
      const { name, arguments: args } = expression;
      if (name === "IF") return branchesYield(args.slice(1), yields);
      if (name === "IFERROR" || name === "IFNA") return branchesYield(args.slice(0, 1), yields);
      return DATE_FUNCTIONS.has(name) || workbook.returnedDate(home, args, place);
    }
    case "reference": {
      const range = resolveReference(expression.reference, workbook, home);
      return range?.isCell === true && workbook.holdsDate(range.sheet, range.row, range.column);
    }
    case "binary": {
      if (expression.operator === "+") return yields(expression.left) || yields(expression.right);
      return expression.operator === "-" && yields(expression.left) && !yields(expression.right);
    }
    default:
      return false;
  }
}

/** Whichever branch was taken, a number that it gave is a date; texts are shown as they are. */
function branchesYield(
  branches: readonly Expression[],
  yields: (branch: Expression) => boolean,
): boolean {
  const numbers = branches.filter(({ type }) => type !== "text");
  return numbers.length > 0 && numbers.every(yields);
}
