import { findFunction } from "../functions/registry.js";
import type { Expression } from "../syntax/expression.js";
import { parse } from "../syntax/parse.js";
import { visit } from "../syntax/references.js";
import { FormulaSyntaxError } from "../syntax/tokens.js";

/** A formula read once: its tree, or why it has none, and what its text alone tells. */
export interface ReadFormula {
  readonly expression: Expression | undefined;
  readonly syntaxError: string;
  readonly maySpill: boolean;
  /** Changes with the clock: at each edit (NOW), with the day (TODAY). */
  readonly clock: "instant" | "day" | undefined;
}

/** Reads a formula; a text that is none gives a `syntaxError`. */
export function readFormula(text: string): ReadFormula {
  try {
    const expression = parse(text);
    return {
      expression,
      syntaxError: "",
      maySpill: canSpill(expression),
      clock: clockOf(expression),
    };
  } catch (error) {
    if (!(error instanceof FormulaSyntaxError)) throw error;
    return {
      expression: undefined,
      syntaxError: `Erreur d’analyse de la formule. ${error.message}`,
      maySpill: false,
      clock: undefined,
    };
  }
}

function clockOf(expression: Expression): "instant" | "day" | undefined {
  let clock: "instant" | "day" | undefined;
  visit(expression, (part) => {
    if (part.type !== "call") return;
    if (part.name === "NOW") clock = "instant";
    else if (part.name === "TODAY") clock ??= "day";
  });
  return clock;
}

/** Functions that hand on what their arguments give. */
const HANDS_ON = new Set(["IF", "IFS", "IFERROR", "IFNA", "SWITCH", "CHOOSE"]);

/** Could the result fill several cells? Functions of the add-in, unknown here, could. */
function canSpill(expression: Expression): boolean {
  if (expression.type === "array") return true;
  if (expression.type !== "call") return false;
  if (HANDS_ON.has(expression.name)) {
    return expression.arguments.some((argument) => canSpill(argument) || isRange(argument));
  }
  const declaration = findFunction(expression.name);
  if (!declaration) return true;
  const spills = declaration.spills ?? false;
  return typeof spills === "function" ? spills(expression.arguments) : spills;
}

function isRange(expression: Expression): boolean {
  return expression.type === "reference" && expression.reference.last !== undefined;
}
