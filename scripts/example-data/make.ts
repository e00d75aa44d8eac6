import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { exampleFiles } from "./files.js";

const folder = fileURLToPath(new URL("../../test/data/", import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of Object.entries(await exampleFiles())) {
  writeFileSync(folder + name, bytes);
  console.log(`${name}: ${bytes.length} bytes`);
}
