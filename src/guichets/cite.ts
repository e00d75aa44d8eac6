import type { Citation, DocumentId, LastDay, Sourced } from "../rules/citation.js";

/**
 * A maker of citations for one section of one document.
 *
 * @example const cout = section("HDF", "5. Instruction et sélection des projets")
 */
export function section(document: DocumentId, heading: string) {
  const cite = (note: string, reading?: true): Citation =>
    reading ? { document, section: heading, note, reading } : { document, section: heading, note };
  return {
    cite,
    /** A value that this section states. */
    value: <T>(value: T, note: string, reading?: true): Sourced<T> => ({
      value,
      source: cite(note, reading),
    }),
    /** A last day, included. */
    until: (value: string, note: string, reading?: true): LastDay => ({
      value,
      source: cite(note, reading),
    }),
    /** A day that comes too late: the last one is the day before. */
    before: (value: string, note: string): LastDay => ({ value, strict: true, source: cite(note) }),
  };
}
