import { fileURLToPath } from "node:url";
import { run } from "../../local/server/run.js";

/** The local server as `npm start` runs it, on the page built for these tests: PAGE DIST [FILE] [options]. */
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const [page = "", dist = "", ...args] = process.argv.slice(2);

await run(args, {
  page,
  dist,
  exemple: path("../data/suivi-marne.xlsx"),
  print: (line) => console.log(line),
});
