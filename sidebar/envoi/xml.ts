import { strToU8, type Zippable, zipSync } from "fflate";

const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A text inside XML, in an element or an attribute. */
export function texteXml(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

/**
 * A file of an office suite: XML files in a zip.
 *
 * @param premiers stored as they are, before the others
 */
export function archive(
  parties: Readonly<Record<string, string>>,
  premiers: Readonly<Record<string, string>> = {},
): Uint8Array {
  const files: Zippable = {};
  for (const [path, text] of Object.entries(premiers)) files[path] = [strToU8(text), { level: 0 }];
  for (const [path, xml] of Object.entries(parties)) files[path] = strToU8(PROLOGUE + xml);
  return zipSync(files);
}
