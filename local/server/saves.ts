import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { replaceDurably } from "./durable.js";
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

/** Says in the data folder which workbook was open last. */
const LAST = "dernier.json";

/** Notes which workbook is open; where that fails, the one saved last stands for it. */
export async function noteLast(folder: string, id: string): Promise<void> {
  await replaceDurably(join(folder, LAST), JSON.stringify({ id })).catch(() => undefined);
}

/** The workbook that was open last; `undefined` where nothing tells. */
export async function readLast(folder: string): Promise<string | undefined> {
  try {
    const { id } = JSON.parse(await readFile(join(folder, LAST), "utf8")) as { id?: unknown };
    return typeof id === "string" ? id : undefined;
  } catch {
    return undefined;
  }
}
