import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export const DATA = fileURLToPath(new URL("../data/", import.meta.url));
export const EXEMPLE = join(DATA, "suivi-marne.xlsx");
/** The script in `Aide.html` below. */
export const INLINE_SCRIPT = "document.title = 'prêt';";

/** A new folder, removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "fitn7-serveur-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a small built page and a small built add-in under a folder. */
export async function writePlaces(folder: string): Promise<{ page: string; dist: string }> {
  const files = {
    "page/index.html": "<!doctype html><html><head><title>FITN7</title></head><body></body></html>",
    "page/page.js": "export {};",
    "page/page.css": "body { margin: 0 }",
    "page/cadre.html": "<!doctype html><html><head></head><body></body></html>",
    "page/cadre.js": "parent.postMessage(1, '*');",
    "page/polices/texte.woff2": "police",
    "page/.secret.js": "caché",
    "page/notes.txt": "type inconnu",
    "dist/Code.js": "function onOpen() {}",
    "dist/Aide.html": `<p>Aide</p><script>${INLINE_SCRIPT}</script>`,
    "dist/appsscript.json": "{}",
    "dist/autre.js": "hors liste",
    "secret.txt": "à côté",
  };
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(join(path, ".."), { recursive: true });
    await writeFile(path, text);
  }
  return { page: join(folder, "page"), dist: join(folder, "dist") };
}
