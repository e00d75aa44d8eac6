/** One call of a function inside a formula, its arguments as text positions. */
interface Appel {
  readonly nom: string;
  /** Start and end of each argument's text in the formula. */
  readonly arguments: readonly { readonly debut: number; readonly fin: number }[];
}

/** Where the text after a quoted part goes on. */
function afterQuote(formula: string, from: number): number {
  const quote = formula[from] as string;
  let index = from + 1;
  while (index < formula.length) {
    if (formula[index] !== quote) index += 1;
    else if (formula[index + 1] === quote) index += 2;
    else return index + 1;
  }
  return index;
}

/**
 * Every call of a FITN_ function in a formula. Quoted texts and tab names are passed over; arguments
 * are split at `;`, or at `,` where the formula has no `;`.
 */
function appelsFitn(formula: string): readonly Appel[] {
  const separator = hasSemicolon(formula) ? ";" : ",";
  const calls: Appel[] = [];
  const open: { nom: string; starts: number[]; ends: number[] }[] = [];
  let index = 0;
  while (index < formula.length) {
    const char = formula[index] as string;
    const top = open[open.length - 1];
    if (char === '"' || char === "'") {
      index = afterQuote(formula, index);
      continue;
    }
    if (char === "(" || char === "{") {
      const nom = /([A-Z_][A-Z0-9_.]*)$/i.exec(formula.slice(0, index))?.[1] ?? "";
      open.push({ nom: char === "{" ? "{" : nom.toUpperCase(), starts: [index + 1], ends: [] });
    } else if (char === ")" || char === "}") {
      const closed = open.pop();
      if (closed?.nom.startsWith("FITN_")) calls.push(toCall(closed, index));
    } else if (char === separator && top && top.nom !== "{") {
      top.ends.push(index);
      top.starts.push(index + 1);
    }
    index += 1;
  }
  return calls;
}

function toCall(
  { nom, starts, ends }: { nom: string; starts: number[]; ends: number[] },
  end: number,
): Appel {
  return {
    nom,
    arguments: starts.map((debut, index) => ({ debut, fin: ends[index] ?? end })),
  };
}

function hasSemicolon(formula: string): boolean {
  let index = 0;
  while (index < formula.length) {
    const char = formula[index];
    if (char === '"' || char === "'") {
      index = afterQuote(formula, index);
      continue;
    }
    if (char === ";") return true;
    index += 1;
  }
  return false;
}

/**
 * A formula with the guichet added to each call that leaves it out.
 *
 * @param positions zero-based place of the `guichet` parameter of each function that has one
 * @param plage what to add: the named range of the settings
 * @returns `undefined` where no call leaves it out
 * @example avecGuichet("=FITN_TAUX(A2;B2)", new Map([["FITN_TAUX", 2]]), "GUICHET") // "=FITN_TAUX(A2;B2; GUICHET)"
 */
export function avecGuichet(
  formula: string,
  positions: ReadonlyMap<string, number>,
  plage: string,
): string | undefined {
  const separator = hasSemicolon(formula) ? ";" : singleArgumentSeparator(formula);
  const edits = appelsFitn(formula).flatMap(({ nom, arguments: args }) => {
    const position = positions.get(nom);
    if (position === undefined) return [];
    const given = args[position];
    if (given) {
      const empty = formula.slice(given.debut, given.fin).trim() === "";
      return empty ? [{ at: given.debut, text: plage }] : [];
    }
    const last = args[args.length - 1];
    if (!last || args.length !== position) return [];
    return [{ at: last.fin, text: `${separator} ${plage}` }];
  });
  if (edits.length === 0) return undefined;
  return edits
    .sort((a, b) => b.at - a.at)
    .reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), formula);
}

/** A formula without `;` that has a comma between arguments is written with commas. */
function singleArgumentSeparator(formula: string): string {
  return appelsFitn(formula).some(({ arguments: args }) => args.length > 1) ? "," : ";";
}
