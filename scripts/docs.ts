import { readFile, writeFile } from "node:fs/promises";
import { typeset } from "../src/rules/typographie.js";
import { withSection } from "./docs/sections.js";
import { functionsTable } from "./help-page.js";

const LISEZMOI = "LISEZMOI.md";

/** French text with no-break spaces, between thousands too. */
function french(text: string): string {
  return typeset(text).replace(/(\d) (?=\d{3}\b)/g, "$1\u00a0");
}

/** LISEZMOI with its generated parts made anew. */
export function refreshed(lisezmoi: string): string {
  return withSection(lisezmoi, "fonctions", french(functionsTable()));
}

if (process.argv[1]?.endsWith("docs.ts")) {
  const before = await readFile(LISEZMOI, "utf8");
  const after = refreshed(before);
  await writeFile(LISEZMOI, after);
  console.log(`${LISEZMOI} : ${after === before ? "à jour" : "mis à jour"}`);
}
