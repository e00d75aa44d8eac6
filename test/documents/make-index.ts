/**
 * Makes `index.json`: the headings of the source documents and the figures under each, no sentence of them.
 *
 * Run: `npx tsx test/documents/make-index.ts FOLDER`, where FOLDER holds the documents as plain text.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildIndex } from "./build-index";

const folder = process.argv[2];
if (folder === undefined) throw new Error("The folder of the source documents is missing.");
const index = buildIndex(folder);
writeFileSync(join(import.meta.dirname, "index.json"), `${JSON.stringify(index, null, 1)}\n`);
for (const [id, sections] of Object.entries(index)) {
  console.log(`${id}: ${sections.length} headings`);
}
