/** The longest heading that the index stores. */
export const HEADING_LIMIT = 90;

/** A line of a document without its markdown marks and bullet; tabs between the cells of a table stay. */
export function cleanLine(line: string): string {
  return line
    .replace(/\^\{(\w+)\}/g, "$1")
    .replace(/[*#]/g, "")
    .replace(/^[ \t]*[-•] (?:> )?/, "")
    .replace(/[ \u00a0\u202f]+/g, " ")
    .trim();
}

/** A heading as the index stores it: white space folded, at most `HEADING_LIMIT` characters. */
export function shortenHeading(heading: string): string {
  return heading.replace(/\s+/g, " ").trim().slice(0, HEADING_LIMIT).trimEnd();
}

/** A heading as it is compared: without case, accents, kind of apostrophe and white space. */
export function foldHeading(heading: string): string {
  return heading
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[’‘ʼ]/g, "'")
    .replace(/œ/g, "oe")
    .replace(/\s+/g, " ")
    .trim();
}
