import type { Expression } from "./expression.js";
import { parse } from "./parse.js";
import type { ReferenceText } from "./reference.js";

/** What a formula names: its references in the order they are written, and its names. */
export interface FormulaReferences {
  readonly references: readonly ReferenceText[];
  /** Named ranges and LET variables alike, as written. */
  readonly names: readonly string[];
}

/** References and names that a canonical formula holds. */
export function references(formula: string): FormulaReferences {
  const found: ReferenceText[] = [];
  const names: string[] = [];
  visit(parse(formula), (expression) => {
    if (expression.type === "reference") found.push(expression.reference);
    else if (expression.type === "name") names.push(expression.name);
  });
  return { references: found, names };
}

/** Calls `see` for an expression and all it holds. */
export function visit(expression: Expression, see: (expression: Expression) => void): void {
  see(expression);
  switch (expression.type) {
    case "call":
      for (const argument of expression.arguments) visit(argument, see);
      break;
    case "unary":
    case "percent":
      visit(expression.operand, see);
      break;
    case "binary":
    case "span":
      visit(expression.left, see);
      visit(expression.right, see);
      break;
    case "array":
      for (const row of expression.rows) for (const item of row) visit(item, see);
      break;
    default:
  }
}
