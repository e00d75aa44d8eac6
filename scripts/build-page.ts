import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { loadDist } from "../local/load-dist.js";

const OUT = "build/page";

/** What esbuild is told for every script of the page. */
const OPTIONS = {
  bundle: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  define: { "process.env.NODE_ENV": '"production"' },
} as const;

/**
 * Builds into a folder, `build/page`, the local host's page, its worker and the script of the add-in's
 * frames.
 * @param dist folder of another built script than the add-in
 */
export async function buildPage(folder = OUT, dist?: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await build({
    ...OPTIONS,
    minify: true,
    entryPoints: [
      { in: "local/page/view/main.ts", out: "page" },
      { in: "local/page/amorce.ts", out: "amorce" },
      { in: "local/page/page.css", out: "page" },
      { in: "local/page/worker/main.ts", out: "moteur" },
      { in: "local/page/frame/main.ts", out: "cadre" },
    ],
    outdir: folder,
    loader: { ".woff": "dataurl", ".woff2": "dataurl", ".ttf": "dataurl", ".svg": "dataurl" },
  });
  await cp("local/page/index.html", `${folder}/index.html`);
  await writeFile(`${folder}/complement.json`, JSON.stringify(await loadDist(dist)));
}

if (process.argv[1]?.endsWith("build-page.ts")) {
  await buildPage();
  const { length } = await readFile(`${OUT}/page.js`);
  console.log(`${OUT}/page.js : ${(length / 1024 / 1024).toFixed(1)} Mo`);
}
