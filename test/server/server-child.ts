import { run } from "../../local/server/run.js";

// What local/serve.ts does, on the folders that the test gives.
const [page = "", dist = "", exemple = "", ...args] = process.argv.slice(2);
await run(args, { page, dist, exemple, print: (line) => console.log(line) });
