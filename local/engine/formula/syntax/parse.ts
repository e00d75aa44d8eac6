import type { BinaryOperator, Expression } from "./expression.js";
import { FormulaSyntaxError, type Token, tokenize } from "./tokens.js";

/** Google's precedence, loosest first; `%` and unary signs bind tighter than all of these. */
const LEVELS: readonly (readonly BinaryOperator[])[] = [
  ["=", "<>", "<", "<=", ">", ">="],
  ["&"],
  ["+", "-"],
  ["*", "/"],
  ["^"],
];

/**
 * Reads a canonical formula (starts with `=`).
 * @throws FormulaSyntaxError with a message in French.
 */
export function parse(formula: string): Expression {
  const parser = new Parser(tokenize(formula).filter((token) => token.kind !== "space"));
  return parser.formula();
}

class Parser {
  private position = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  formula(): Expression {
    if (this.tokens[0]?.text !== "=")
      throw new FormulaSyntaxError("Une formule commence par « = ».");
    this.position = 1;
    const expression = this.level(0);
    const rest = this.tokens[this.position];
    if (rest) throw new FormulaSyntaxError(`« ${rest.text} » inattendu dans la formule.`);
    return expression;
  }

  private peek(): Token | undefined {
    return this.tokens[this.position];
  }

  private operator(accepted: readonly string[]): string | undefined {
    const token = this.peek();
    if (token?.kind !== "operator" || !accepted.includes(token.text)) return undefined;
    this.position += 1;
    return token.text;
  }

  private take(kind: Token["kind"], missing: string): void {
    if (this.peek()?.kind !== kind) throw new FormulaSyntaxError(missing);
    this.position += 1;
  }

  private level(index: number): Expression {
    const operators = LEVELS[index];
    if (!operators) return this.unary();
    let left = this.level(index + 1);
    for (;;) {
      const operator = this.operator(operators);
      if (!operator) return left;
      left = {
        type: "binary",
        operator: operator as BinaryOperator,
        left,
        right: this.level(index + 1),
      };
    }
  }

  private unary(): Expression {
    const operator = this.operator(["+", "-"]);
    if (operator) return { type: "unary", operator: operator as "+" | "-", operand: this.unary() };
    let operand = this.span();
    while (this.operator(["%"])) operand = { type: "percent", operand };
    return operand;
  }

  private span(): Expression {
    let left = this.primary();
    while (this.operator([":"])) left = { type: "span", left, right: this.primary() };
    return left;
  }

  private primary(): Expression {
    const token = this.peek();
    if (!token) throw new FormulaSyntaxError("La formule est incomplète.");
    this.position += 1;
    switch (token.kind) {
      case "number":
        return { type: "number", value: token.value };
      case "string":
        return { type: "text", value: token.value };
      case "boolean":
        return { type: "boolean", value: token.value };
      case "error":
        return { type: "error", code: token.code };
      case "reference":
        return { type: "reference", reference: token.reference };
      case "name":
        return { type: "name", name: token.text };
      case "function":
        return { type: "call", name: token.text.toUpperCase(), arguments: this.arguments() };
      case "open": {
        const inner = this.level(0);
        this.take("close", "Parenthèse fermante manquante.");
        return inner;
      }
      case "arrayOpen":
        return { type: "array", rows: this.arrayRows() };
      default:
        throw new FormulaSyntaxError(`« ${token.text} » inattendu dans la formule.`);
    }
  }

  private arguments(): Expression[] {
    this.take("open", "Parenthèse ouvrante manquante.");
    const list: Expression[] = [];
    if (this.peek()?.kind === "close") {
      this.position += 1;
      return list;
    }
    for (;;) {
      const kind = this.peek()?.kind;
      list.push(kind === "separator" || kind === "close" ? { type: "missing" } : this.level(0));
      if (this.peek()?.kind !== "separator") break;
      this.position += 1;
    }
    this.take("close", "Parenthèse fermante manquante.");
    return list;
  }

  private arrayRows(): Expression[][] {
    const rows: Expression[][] = [[]];
    for (;;) {
      (rows.at(-1) as Expression[]).push(this.level(0));
      const kind = this.peek()?.kind;
      if (kind === "separator") rows.push([]);
      else if (kind !== "columnSeparator") break;
      this.position += 1;
    }
    this.take("arrayClose", "Accolade fermante manquante.");
    return rows;
  }
}
