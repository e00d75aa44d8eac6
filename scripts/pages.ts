import { readdir, readFile } from "node:fs/promises";
import { bundleServed } from "./bundle.js";

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
 * kit's) and its script inside.
 */
export async function buildPages(): Promise<readonly PageBuilt[]> {
  const entries = await readdir(SIDEBAR, { recursive: true });
  const folders = entries
    .filter((name) => /^[^/\\]+[/\\]page\.html$/.test(name))
    .map((name) => name.split(/[/\\]/)[0] ?? "");
  return Promise.all(folders.sort().map(buildPage));
}

async function buildPage(folder: string): Promise<PageBuilt> {
  const [html, kit, css, { code }] = await Promise.all([
    readFile(`${SIDEBAR}/${folder}/page.html`, "utf8"),
    readFile(`${SIDEBAR}/kit/kit.css`, "utf8"),
    readFile(`${SIDEBAR}/${folder}/page.css`, "utf8"),
    bundleServed(`${SIDEBAR}/${folder}/page.ts`),
  ]);
  return {
    file: fileOf(folder),
    html: html
      .replace("<!-- style -->", () => `<style>\n${kit}${css}</style>`)
      .replace("<!-- script -->", () => `<script>\n${code}\n</script>`),
  };
}
