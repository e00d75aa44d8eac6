import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Sauvegarde } from "./protocole.js";
import { FILES, readMeta } from "./save-folder.js";

async function describe(folder: string, id: string): Promise<Sauvegarde[]> {
  const path = join(folder, id);
  const files = await Promise.all(
    [FILES.snapshot, FILES.journal].map((name) => stat(join(path, name)).catch(() => undefined)),
  );
  if (!files[0]) return [];
  const last = Math.max(...files.map((file) => file?.mtimeMs ?? 0));
  const { nom, source } = await readMeta(path);
  return [{ id, nom, ...(source && { source }), enregistreLe: new Date(last).toISOString() }];
}

/** The workbooks that have a save, the last saved first. */
export async function listSaves(folder: string): Promise<Sauvegarde[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory());
  const found = await Promise.all(folders.map(({ name }) => describe(folder, name)));
  return found.flat().sort((a, b) => b.enregistreLe.localeCompare(a.enregistreLe));
}
