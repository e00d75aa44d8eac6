import type { Expression } from "../syntax/expression.js";
import { resolveReference } from "./evaluate.js";
import type { Home, Workbook } from "./workbook.js";

const DATE_FUNCTIONS = new Set(["DATE", "TODAY", "NOW", "EDATE", "EOMONTH", "DATEVALUE"]);

/** Does Sheets show this formula's result as a date in a cell of automatic format? */
export function yieldsDate(expression: Expression, workbook: Workbook, home: Home): boolean {
  switch (expression.type) {
    case "call":
      return DATE_FUNCTIONS.has(expression.name);
    case "reference": {
      const range = resolveReference(expression.reference, workbook, home);
      return range?.isCell === true && workbook.showsDate(range.sheet, range.row, range.column);
    }
    case "binary": {
      const left = yieldsDate(expression.left, workbook, home);
      if (expression.operator === "+") return left || yieldsDate(expression.right, workbook, home);
      return expression.operator === "-" && left && !yieldsDate(expression.right, workbook, home);
    }
    default:
      return false;
  }
}
