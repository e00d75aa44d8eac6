import { DAY_PATTERNS } from "./figure-days";
import { NUMBER_PATTERNS } from "./figure-numbers";

/**
 * - `euro`: an amount in euros; `percent`: 80 for 80 %; `number`: a count (a quarter counts as 3 months)
 * - `day`: "2022-10-31"; `month`: "2021-06"; `quarter`: "2021-T3"; `year`: 2022
 * - `code`: digits that name something (a département, a budget unit, a deliberation)
 */
export type FigureKind =
  | "euro"
  | "percent"
  | "number"
  | "day"
  | "month"
  | "quarter"
  | "year"
  | "code";

export interface Figure {
  kind: FigureKind;
  value: number | string;
  /** The figure as the document writes it, nothing around it. */
  text: string;
}

/** A way to write figures; a consumed match hides its characters from the patterns after it. */
export interface FigurePattern {
  pattern: RegExp;
  read: (match: RegExpMatchArray) => Omit<Figure, "text">[];
  /** The characters to store where the match holds more than the figure. */
  text?: (match: RegExpMatchArray) => string[];
}

const ADDRESSES = /https?:\S+|[\w.-]+ ?[\w.-]*@\S+/gu;

function hide(text: string, start: number, length: number): string {
  return text.slice(0, start) + "\u0000".repeat(length) + text.slice(start + length);
}

/** The distinct figures of a text, in the order in which they are written. */
export function readFigures(text: string): Figure[] {
  const found: { at: number; figure: Figure }[] = [];
  let rest = text.replace(ADDRESSES, (address) => "\u0000".repeat(address.length));
  for (const { pattern, read, text: textsOf } of [...DAY_PATTERNS, ...NUMBER_PATTERNS]) {
    for (const match of [...rest.matchAll(pattern)]) {
      const texts = textsOf?.(match);
      for (const [rank, figure] of read(match).entries()) {
        found.push({ at: match.index, figure: { ...figure, text: texts?.[rank] ?? match[0] } });
      }
      rest = hide(rest, match.index, match[0].length);
    }
  }
  found.sort((a, b) => a.at - b.at);
  return distinct(found.map(({ figure }) => figure));
}

/** The figures without those whose kind and value came before. */
export function distinct(figures: Figure[]): Figure[] {
  const byKey = new Map<string, Figure>();
  for (const figure of figures) {
    const key = `${figure.kind} ${figure.value}`;
    if (!byKey.has(key)) byKey.set(key, figure);
  }
  return [...byKey.values()];
}
