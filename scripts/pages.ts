import { readdir, readFile } from "node:fs/promises";
import { build } from "esbuild";

const SIDEBAR = "sidebar";

/** A page of the add-in as it is pushed. */
export interface PageBuilt {
  /** File of the pushed project, `Comite.html`. */
  readonly file: string;
  readonly html: string;
}

/** `comite` → `Comite.html` */
function fileOf(folder: string): string {
  return `${folder[0]?.toUpperCase()}${folder.slice(1)}.html`;
}

/**
 * The pages of `sidebar`: each folder with a `page.html` gives one file, with its style (after the
 * kit's) and its script inside. A served page loses `//` inside template literals (a bug of Google's),
 * so none is left.
 */
export async function buildPages(): Promise<readonly PageBuilt[]> {
  const entries = await readdir(SIDEBAR, { recursive: true });
  const folders = entries
    .filter((name) => /^[^/\\]+[/\\]page\.html$/.test(name))
    .map((name) => name.split(/[/\\]/)[0] ?? "");
  return Promise.all(folders.sort().map(buildPage));
}

async function buildPage(folder: string): Promise<PageBuilt> {
  const [html, kit, css, script] = await Promise.all([
    readFile(`${SIDEBAR}/${folder}/page.html`, "utf8"),
    readFile(`${SIDEBAR}/kit/kit.css`, "utf8"),
    readFile(`${SIDEBAR}/${folder}/page.css`, "utf8"),
    scriptOf(`${SIDEBAR}/${folder}/page.ts`),
  ]);
  if (/<\/script/i.test(script)) throw new Error(`${folder}: the script holds a closing tag.`);
  return {
    file: fileOf(folder),
    html: html
      .replace("<!-- style -->", () => `<style>\n${kit}${css}</style>`)
      .replace("<!-- script -->", () => `<script>\n${script}</script>`),
  };
}

async function scriptOf(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2019",
    charset: "utf8",
    legalComments: "none",
    supported: { "template-literal": false },
  });
  return result.outputFiles[0]?.text ?? "";
}
