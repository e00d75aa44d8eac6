/** Writes the golden lists again: `npx tsx test/reports/write-golden.ts --write`, then read the diff. */
import { writeFile } from "node:fs/promises";
import { goldenPath } from "./golden.js";
import { CAS_RAPPORTS, entreeDe, goldenRapport } from "./rapports.js";
import { renduDe } from "./rendu.js";
import { listeDe, MOIS, PREFECTURES } from "./suivi.js";
import { goldenTableau, tableauDe } from "./tableau.js";

if (!process.argv.includes("--write")) {
  console.error("Nothing written: say --write, and read what changed before you commit it.");
  process.exit(1);
}
for (const prefecture of PREFECTURES) {
  for (const mois of MOIS) {
    await writeFile(goldenPath(prefecture, mois), renduDe(listeDe(prefecture, mois).plan));
  }
}
for (const cas of CAS_RAPPORTS) {
  await writeFile(goldenRapport(cas), renduDe(cas.plan(entreeDe(cas)).plan));
}
for (const prefecture of PREFECTURES) {
  await writeFile(goldenTableau(prefecture), renduDe(tableauDe(prefecture).plan));
}
