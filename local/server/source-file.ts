import { createHash } from "node:crypto";
import { readFile, realpath, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { LARGEST } from "./limits.js";
import { Refus } from "./refus.js";

/** What tells whether a file changed. */
export interface Fingerprint {
  readonly taille: number;
  readonly sha256: string;
  /** ISO 8601; left out for a file chosen in the page. */
  readonly modifieLe?: string;
}

/** A file to open as a workbook. */
export interface SourceFile {
  readonly nom: string;
  /** Absolute path, where there is one to write beside. */
  readonly source?: string;
  /** What its save folder is named after. */
  readonly origin: string;
  readonly bytes: Uint8Array;
  readonly fingerprint: Fingerprint;
}

export function fingerprintOf(bytes: Uint8Array): Fingerprint {
  return { taille: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** The absolute path that a file goes by, links followed where it exists. */
export function absolutePath(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

/** Reads a file of the disk. */
export async function readSourceFile(path: string): Promise<SourceFile> {
  const source = await absolutePath(path);
  const about = await stat(source).catch(() => undefined);
  if (!about?.isFile()) {
    throw new Refus("introuvable", `Le fichier «\u00a0${path}\u00a0» est introuvable.`);
  }
  if (about.size > LARGEST.file) {
    throw new Refus("trop_grand", `Le fichier «\u00a0${path}\u00a0» dépasse 100\u00a0Mo.`);
  }
  const bytes = await readFile(source).catch((cause: unknown) => {
    throw new Refus("illisible", `Le fichier «\u00a0${path}\u00a0» est illisible.`, { cause });
  });
  const fingerprint = { ...fingerprintOf(bytes), modifieLe: about.mtime.toISOString() };
  return { nom: basename(source), source, origin: source, bytes, fingerprint };
}

/** The example workbook, as a copy: nothing is ever written beside it. */
export async function readExample(path: string): Promise<SourceFile> {
  const { source: _, ...file } = await readSourceFile(path);
  return { ...file, nom: "Exemple", origin: "exemple" };
}

/** A file chosen in the page, which knows its name alone. */
export function chosenFile(nom: string, bytes: Uint8Array): SourceFile {
  return { nom, origin: `choisi:${nom}`, bytes, fingerprint: fingerprintOf(bytes) };
}
