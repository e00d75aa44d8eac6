import type { Value } from "../../types.js";
import type { Call } from "../evaluation/call.js";
import { fail } from "../values/fault.js";
import { Matrix } from "../values/matrix.js";
import { type FunctionDeclaration, ofValues } from "./declaration.js";

/** Google's RE2 syntax, as far as it is ECMAScript's: a leading `(?i)` is read as a flag. */
function pattern(value: Value | undefined, call: Call, flags = ""): RegExp {
  const source = call.text(value);
  const inline = /^\(\?([ims]+)\)/.exec(source);
  const body = inline ? source.slice(inline[0].length) : source;
  try {
    return new RegExp(body, `u${flags}${inline?.[1] ?? ""}`);
  } catch {
    return fail("#REF!", `« ${source} » n’est pas une expression régulière valide.`);
  }
}

function subject(value: Value | undefined, call: Call): string {
  if (typeof value === "string" || value === null) return value ?? "";
  return fail("#VALUE!", `${call.name} attend un texte.`);
}

function extract(inside: string, expression: RegExp): Value | Matrix {
  const match = expression.exec(inside);
  if (!match) return fail("#N/A", `« ${inside} » ne contient pas le motif cherché.`);
  const groups = match.slice(1);
  if (groups.length === 0) return match[0];
  return groups.length === 1
    ? (groups[0] ?? "")
    : Matrix.ofRows([groups.map((group) => group ?? "")]);
}

/** REGEXMATCH and its kin. */
export const regularExpressions: readonly FunctionDeclaration[] = [
  ofValues("REGEXMATCH", 2, 2, ([value, expression], call) =>
    pattern(expression, call).test(subject(value, call)),
  ),
  {
    ...ofValues("REGEXEXTRACT", 2, 2, ([value, expression], call) =>
      extract(subject(value, call), pattern(expression, call)),
    ),
    spills: (args) =>
      args[1]?.type !== "text" || (args[1].value.match(/\((?!\?)/g)?.length ?? 0) > 1,
  },
  ofValues("REGEXREPLACE", 3, 3, ([value, expression, by], call) =>
    subject(value, call).replace(
      pattern(expression, call, "g"),
      call.text(by).replace(/\\(\d)/g, "$$$1"),
    ),
  ),
];
