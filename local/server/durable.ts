import { randomUUID } from "node:crypto";
import { type FileHandle, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Refus } from "./refus.js";

/** What `replaceDurably` writes before it takes the name. */
const UNFINISHED = /\.[0-9a-f-]{36}\.tmp$/;

/** Forces a folder's entries to disk, where the system can: Windows cannot. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function fill(file: FileHandle, content: Uint8Array | string): Promise<void> {
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Replaces a file whole or not at all; once it resolves, a power cut loses nothing of it. */
export async function replaceDurably(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await fill(await open(temporary, "wx"), content);
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Removes from a folder what a killed server was writing. */
export async function removeUnfinished(folder: string): Promise<void> {
  const unfinished = (await readdir(folder)).filter((name) => UNFINISHED.test(name));
  await Promise.all(unfinished.map((name) => rm(join(folder, name), { force: true })));
}

/** Writes a file that must not exist yet: fails with `EEXIST` where it does. */
export async function createDurably(path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(path, "wx");
  try {
    await fill(file, content);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Runs a write; a refusal of the system becomes one that a person understands. */
export async function onDisk<T>(what: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Refus) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    const reason =
      code === "ENOSPC" || code === "EDQUOT"
        ? "il n’y a plus de place sur le disque"
        : code === "EACCES" || code === "EPERM" || code === "EROFS"
          ? "l’écriture y est interdite"
          : "le disque a refusé l’écriture";
    throw new Refus("disque", `${what} n’est pas enregistré\u00a0: ${reason}.`, { cause: error });
  }
}
