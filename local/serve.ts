import { fileURLToPath } from "node:url";
import { run } from "./server/run.js";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

await run(process.argv.slice(2), {
  page: path("../build/page/"),
  dist: path("../dist/"),
  exemple: path("../test/data/suivi-marne.xlsx"),
  print: (line) => console.log(line),
});
