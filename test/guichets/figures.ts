import { type DocumentId, type FigureKind, findFigure } from "../documents/documents";
import type { SourcedLeaf } from "./walk";

type Figure = readonly [kind: FigureKind, value: number | string];

/** What kind of number stands at a place of a guichet. */
const KINDS: readonly (readonly [RegExp, (value: number) => readonly Figure[]])[] = [
  [/^(enveloppe|reserve)$|^faits\.|^cout\.|^ads\.(centre|parCommune)$/, cents],
  [/^forfaits\.(petite|montants\.\w+)$/, cents],
  [/^tranches\.\d+\.(min|max|exception\.max)$/, (points) => [["percent", points / 100]]],
  [/^tranches\.\d+\.jusqua$|^population\.|^forfaits\.seuil$|^ads\.communesMax$/, count],
  [/^comite\.(tousLesMois|nombreDossiers)$/, count],
  [/^resultats$/, (year) => [["year", year]]],
  [/^effet$/, months],
];

function cents(value: number): readonly Figure[] {
  return [["euro", value / 100]];
}

function count(value: number): readonly Figure[] {
  return [["number", value]];
}

/** A document counts in months or in years. */
function months(value: number): readonly Figure[] {
  return value % 12 === 0
    ? [
        ["number", value],
        ["number", value / 12],
      ]
    : [["number", value]];
}

/** How the document of a sourced value may write it. @throws Error at a place this table does not know */
function figuresFor({ path, sourced: { value } }: SourcedLeaf): readonly Figure[] {
  if (typeof value === "string") {
    return [[/^\d{4}-\d\d$/.test(value) ? "month" : "day", value]];
  }
  const found = KINDS.find(([pattern]) => pattern.test(path));
  if (!found) throw new Error(`no kind of figure for ${path}`);
  return found[1](value);
}

/** Whether a sourced value stands under the heading it cites. */
export function isFound(leaf: SourcedLeaf): boolean {
  const { document, section } = leaf.sourced.source;
  return figuresFor(leaf).some(([kind, value]) =>
    findFigure(document as DocumentId, section, kind, value),
  );
}
