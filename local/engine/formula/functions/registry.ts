import { arrays } from "./arrays.js";
import { conditional } from "./conditional.js";
import { dates } from "./dates.js";
import type { FunctionDeclaration } from "./declaration.js";
import { information } from "./information.js";
import { logical } from "./logical.js";
import { lookup } from "./lookup.js";
import { mathematics } from "./mathematics.js";
import { positions } from "./positions.js";
import { regularExpressions } from "./regularExpressions.js";
import { sparkline } from "./sparkline.js";
import { statistics } from "./statistics.js";
import { text } from "./text.js";

let byName: Map<string, FunctionDeclaration> | undefined;

function all(): Map<string, FunctionDeclaration> {
  // Built at first use: the declarations import the evaluation, which imports this file.
  byName ??= new Map(
    [
      ...arrays,
      ...conditional,
      ...dates,
      ...information,
      ...logical,
      ...lookup,
      ...mathematics,
      ...positions,
      ...regularExpressions,
      ...sparkline,
      ...statistics,
      ...text,
    ].map((declaration) => [declaration.name, declaration]),
  );
  return byName;
}

/** A built-in function, by its name in capitals. */
export function findFunction(name: string): FunctionDeclaration | undefined {
  return all().get(name);
}

/** Names of all built-in functions. */
export function functionNames(): string[] {
  return [...all().keys()];
}
