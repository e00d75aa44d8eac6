import { FichierRefuse, LIMITES, RAISONS } from "./refus.js";

const TAGS = /<(?:\w+:)?(table-row|(?:covered-)?table-cell)\b((?:"[^"]*"|'[^']*'|[^'">])*)>/g;

function repeated(attributes: string, what: "rows" | "columns"): number {
  const found = new RegExp(`number-${what}-repeated\\s*=\\s*["'](\\d+)`).exec(attributes);
  return found ? Number(found[1]) : 1;
}

/**
 * Counts the filled cells of an OpenDocument table before it is read: a few bytes can say that a row
 * of filled cells comes a million times.
 * @throws FichierRefuse where they are too many
 */
export function refuserRepetitions(contenu: string): void {
  let total = 0;
  let rows = 1;
  const tags = new RegExp(TAGS);
  for (let found = tags.exec(contenu); found; found = tags.exec(contenu)) {
    const [, tag, attributes = ""] = found;
    if (tag === "table-row") rows = repeated(attributes, "rows");
    else if (!attributes.endsWith("/") || attributes.includes("value-type"))
      total += rows * repeated(attributes, "columns");
    if (total > LIMITES.cellules) throw new FichierRefuse(RAISONS.tropDeCellules);
  }
}
