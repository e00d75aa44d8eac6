import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../dist/", import.meta.url));

/** The built files, as the host takes them: the bundle's text and the pages. */
export async function loadDist(): Promise<{ code: string; html: Record<string, string> }> {
  const pages = (await readdir(DIST)).filter((name) => name.endsWith(".html"));
  const html: Record<string, string> = {};
  for (const page of pages) html[page] = await readFile(`${DIST}${page}`, "utf8");
  return { code: await readFile(`${DIST}Code.js`, "utf8"), html };
}
