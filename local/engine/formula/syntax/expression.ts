import type { ErrorCode } from "../../types.js";
import type { ReferenceText } from "./reference.js";

export type BinaryOperator =
  | "^"
  | "*"
  | "/"
  | "+"
  | "-"
  | "&"
  | "="
  | "<>"
  | "<"
  | "<="
  | ">"
  | ">=";

/** A formula as a tree. */
export type Expression =
  | { readonly type: "number"; readonly value: number }
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "boolean"; readonly value: boolean }
  | { readonly type: "error"; readonly code: ErrorCode }
  /** An argument left empty: `IF(A1;;2)`. */
  | { readonly type: "missing" }
  | { readonly type: "reference"; readonly reference: ReferenceText }
  /** A named range, or a variable of LET. */
  | { readonly type: "name"; readonly name: string }
  /** `name` is in capitals. */
  | { readonly type: "call"; readonly name: string; readonly arguments: readonly Expression[] }
  | { readonly type: "unary"; readonly operator: "+" | "-"; readonly operand: Expression }
  | { readonly type: "percent"; readonly operand: Expression }
  | {
      readonly type: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  /** `A1:INDEX(…)`: the smallest rectangle that holds both. */
  | { readonly type: "span"; readonly left: Expression; readonly right: Expression }
  | { readonly type: "array"; readonly rows: readonly (readonly Expression[])[] };
