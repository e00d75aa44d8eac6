import { FichierRefuse, LIMITES, RAISONS } from "./refus.js";

export type Separateur = "," | ";" | "\t";

const SEPARATORS: readonly Separateur[] = [",", ";", "\t"];
const QUOTE = '"';

/** How many lines from the top tell the separator. */
const LOOKED_AT = 20;

const isBreak = (mark: string | undefined) => mark === "\n" || mark === "\r";

/** How often each separator stands on each of the first lines, outside quotes. */
function countLines(text: string): readonly ReadonlyMap<string, number>[] {
  const lines: Map<string, number>[] = [];
  let counts = new Map<string, number>();
  let quoted = false;
  for (let at = 0; at < text.length && lines.length < LOOKED_AT; at += 1) {
    const mark = text[at] as string;
    if (mark === QUOTE) quoted = !quoted;
    if (quoted) continue;
    if (isBreak(mark)) {
      if (counts.size > 0) lines.push(counts);
      counts = new Map();
    } else if ((SEPARATORS as readonly string[]).includes(mark))
      counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return lines.length === 0 ? [counts] : lines;
}

/**
 * The separator of a CSV: of those that stand as often on the first line as on most others, the one
 * that makes the most columns. A label with a comma or a semicolon does not mislead.
 * @example separateurDe("Nom, prénom;Coût\nX;2") // ";"
 */
export function separateurDe(text: string): Separateur {
  const [first = new Map<string, number>(), ...others] = countLines(text);
  const rank = (mark: Separateur) => {
    const count = first.get(mark) ?? 0;
    const same = others.filter((line) => (line.get(mark) ?? 0) === count).length;
    const regular = count > 0 && same * 2 >= others.length;
    return (regular ? 1_000_000 : 0) + count;
  };
  return SEPARATORS.reduce((best, mark) => (rank(mark) > rank(best) ? mark : best));
}

/**
 * The rows of a CSV. A cell in quotes may hold separators, line breaks and doubled quotes; every cell
 * is the text that stands there. Empty lines are kept: line numbers stay those of the file's rows.
 *
 * @throws FichierRefuse where a quote is never closed, or the file has too many columns or cells
 * @example lignesCsv('a;"b;""c"""', ";") // [["a", 'b;"c"']]
 */
export function lignesCsv(text: string, separateur: Separateur): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cells = 0;
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === QUOTE) {
      const close = closingQuote(text, at);
      if (close < 0) throw new FichierRefuse(RAISONS.guillemets(rows.length + 1));
      cell = text.slice(at + 1, close).replace(/""/g, QUOTE);
      at = close + 1;
    }
    const start = at;
    while (at < text.length && text[at] !== separateur && !isBreak(text[at])) at += 1;
    row.push(cell + text.slice(start, at));
    cells += 1;
    if (cells > LIMITES.cellules) throw new FichierRefuse(RAISONS.tropDeCellules);
    if (text[at] === separateur) {
      at += 1;
      if (at < text.length) continue;
      row.push("");
    } else at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

function closingQuote(text: string, open: number): number {
  let at = text.indexOf(QUOTE, open + 1);
  while (at >= 0 && text[at + 1] === QUOTE) at = text.indexOf(QUOTE, at + 2);
  return at;
}
