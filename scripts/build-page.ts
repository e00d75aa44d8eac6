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

/** Builds `build/page`: the local host's page, its worker and the script of the add-in's frames. */
export async function buildPage(minify = true): Promise<void> {
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  await build({
    ...OPTIONS,
    minify,
    entryPoints: [
      { in: "local/page/view/main.ts", out: "page" },
      { in: "local/page/page.css", out: "page" },
      { in: "local/page/worker/main.ts", out: "moteur" },
      { in: "local/page/frame/main.ts", out: "cadre" },
    ],
    outdir: OUT,
    loader: { ".woff": "dataurl", ".woff2": "dataurl", ".ttf": "dataurl", ".svg": "dataurl" },
  });
  await cp("local/page/index.html", `${OUT}/index.html`);
  await writeFile(`${OUT}/complement.json`, JSON.stringify(await loadDist()));
}

if (process.argv[1]?.endsWith("build-page.ts")) {
  await buildPage();
  const { length } = await readFile(`${OUT}/page.js`);
  console.log(`${OUT}/page.js : ${(length / 1024 / 1024).toFixed(1)} Mo`);
}
