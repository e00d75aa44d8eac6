import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { loadDist } from "../local/load-dist.js";

const OUT = "build/page";

/**
 * Univer carries the hyphenation of seventy languages, half of its size, which it uses in documents
 * alone: the grid's code is left with those of French and of English, which it asks for at its start.
 */
const withoutHyphenation: Plugin = {
  name: "without-hyphenation",
  setup({ onLoad }) {
    onLoad({ filter: /engine-render[\\/]lib[\\/]es[\\/][^\\/]+\.js$/ }, ({ path }) =>
      /[\\/](?:index\.|fr-|en-gb-)[^\\/]*$/.test(path) ? undefined : { contents: "export {};" },
    );
  },
};

/** What esbuild is told for every script of the page. */
const OPTIONS = {
  bundle: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  plugins: [withoutHyphenation],
  define: { "process.env.NODE_ENV": '"production"' },
} as const satisfies BuildOptions;

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
