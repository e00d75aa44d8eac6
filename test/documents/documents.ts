import type { DocumentIndex, Section } from "./build-index";
import type { FigureKind } from "./figures";
import index from "./index.json";
import type { DocumentId } from "./outlines";
import { foldHeading, shortenHeading } from "./text";

export type { DocumentId, FigureKind };

/** The committed index of the source documents. */
export const DOCUMENTS = index as DocumentIndex;

const SHORTEST_PREFIX = 12;

/** The sections of that heading: a document may have several, such as its lists of criteria. */
function sectionsOf(documentId: DocumentId, heading: string): Section[] {
  const cited = foldHeading(shortenHeading(heading.replace(/…$/, "")));
  return DOCUMENTS[documentId].filter((section) => {
    const known = foldHeading(section.heading);
    return known === cited || (cited.length >= SHORTEST_PREFIX && known.startsWith(cited));
  });
}

/**
 * Whether a document has a heading, compared without case, accents, kind of apostrophe and white space.
 *
 * @param heading the heading, or its first 12 characters at least, followed or not by "…"
 * @example hasHeading("DITP", "3a - Accompagnement par un expert…") // true
 */
export function hasHeading(documentId: DocumentId, heading: string): boolean {
  return sectionsOf(documentId, heading).length > 0;
}

/**
 * Whether a figure stands under a heading of a document, or under one of its sub-headings.
 *
 * @example findFigure("HDF", "5. Instruction et sélection", "euro", 25_000) // true
 */
export function findFigure(
  documentId: DocumentId,
  heading: string,
  kind: FigureKind,
  value: number | string,
): boolean {
  return sectionsOf(documentId, heading).some(({ figures }) =>
    figures.some((figure) => figure.kind === kind && figure.value === value),
  );
}
