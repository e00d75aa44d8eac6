import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../dist/", import.meta.url));

/** A script with its pages, as the host takes them. */
export interface Complement {
  /** Text of `Code.js`. */
  readonly code: string;
  /** Text of each HTML file by its name. */
  readonly html: Readonly<Record<string, string>>;
}

/** The built files: the bundle's text and the pages. */
export async function loadDist(folder = DIST): Promise<Complement> {
  const pages = (await readdir(folder)).filter((name) => name.endsWith(".html"));
  const html: Record<string, string> = {};
  for (const page of pages) html[page] = await readFile(join(folder, page), "utf8");
  return { code: await readFile(join(folder, "Code.js"), "utf8"), html };
}
