import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { WorkbookSnapshot } from "../engine/snapshot.js";
import { onDisk, replaceDurably, syncFolder } from "./durable.js";
import { Journal } from "./journal.js";
import type { Enregistre } from "./protocole.js";
import { isWorkbookSnapshot } from "./shapes.js";
import type { Fingerprint } from "./source-file.js";

/** Where a workbook came from. */
export interface Meta {
  readonly nom: string;
  readonly source?: string;
  /** What the file was when it was last read or written. */
  readonly fichier?: Fingerprint;
}

/** `snapshot.json`. */
interface Stored {
  readonly version: number;
  readonly enregistreLe: string;
  /** As the file gave it, nothing done since. */
  readonly duFichier: boolean;
  readonly snapshot: WorkbookSnapshot;
}

/** Files of a save folder. */
export const FILES = {
  snapshot: "snapshot.json",
  journal: "journal.ndjson",
  meta: "meta.json",
} as const;
const WORK = "Votre travail";

async function readStored(path: string): Promise<Stored | undefined> {
  try {
    const stored = JSON.parse(await readFile(join(path, FILES.snapshot), "utf8")) as Stored;
    const whole = Number.isInteger(stored.version) && isWorkbookSnapshot(stored.snapshot);
    return whole ? stored : undefined;
  } catch {
    return undefined;
  }
}

/** What a save folder says of its workbook; no source and no fingerprint where it cannot be read. */
export async function readMeta(path: string): Promise<Meta> {
  try {
    return JSON.parse(await readFile(join(path, FILES.meta), "utf8")) as Meta;
  } catch {
    return { nom: basename(path).replace(/-[0-9a-f]{12}$/, "") };
  }
}

/** An instant as part of a file's name. */
const stamp = (iso: string) => iso.replace(/\D/g, "").slice(0, 17);

/**
 * The save of one workbook: a snapshot and the log of what was done since. Versions never go back,
 * so that a line of the log always tells whether the snapshot holds it already.
 */
export class SaveFolder {
  readonly warnings: string[] = [];
  private constructor(
    readonly path: string,
    private about: Meta,
    private stored: Stored,
    private readonly journal: Journal,
  ) {}

  /** Opens a save; `undefined` where the folder holds none. */
  static async open(path: string, now: () => Date): Promise<SaveFolder | undefined> {
    const stored = await readStored(path);
    if (!stored) return undefined;
    const warnings: string[] = [];
    const journal = await Journal.open(
      join(path, FILES.journal),
      stored.version,
      async (rest, torn) => {
        const aside = `journal-ecarte-${stamp(now().toISOString())}.ndjson`;
        await replaceDurably(join(path, aside), rest);
        warnings.push(
          torn
            ? "La dernière modification était en cours d’écriture à l’arrêt du serveur\u00a0: incomplète, elle est écartée."
            : `Une partie du journal des modifications est illisible\u00a0: elle est écartée et gardée dans ${join(path, aside)}.`,
        );
      },
    );
    const folder = new SaveFolder(path, await readMeta(path), stored, journal);
    folder.warnings.push(...warnings);
    return folder;
  }

  /** Makes a save from what a file holds, over one that could not be read. */
  static async create(
    path: string,
    meta: Meta,
    snapshot: WorkbookSnapshot,
    now: () => Date,
  ): Promise<SaveFolder> {
    return onDisk(WORK, async () => {
      const aside = await setAside(path, now());
      await rm(join(path, FILES.journal), { force: true });
      await replaceDurably(join(path, FILES.meta), JSON.stringify(meta));
      const enregistreLe = now().toISOString();
      const stored: Stored = { version: 0, enregistreLe, duFichier: true, snapshot };
      await replaceDurably(join(path, FILES.snapshot), JSON.stringify(stored));
      const journal = await Journal.open(join(path, FILES.journal), 0, async () => undefined);
      await syncFolder(path);
      const folder = new SaveFolder(path, meta, stored, journal);
      if (aside) {
        folder.warnings.push(
          `Le travail enregistré sur ce fichier est illisible\u00a0: il est gardé dans ${aside}, et le fichier est ouvert tel quel.`,
        );
      }
      return folder;
    });
  }

  get id(): string {
    return basename(this.path);
  }

  get meta(): Meta {
    return this.about;
  }

  get snapshot(): WorkbookSnapshot {
    return this.stored.snapshot;
  }

  get changements(): readonly unknown[] {
    return this.journal.entries.flatMap(({ changements }) => changements);
  }

  get version(): number {
    return this.journal.entries.at(-1)?.version ?? this.stored.version;
  }

  get enregistreLe(): string {
    return this.journal.entries.at(-1)?.le ?? this.stored.enregistreLe;
  }

  /** Whether it is what the file gave, with nothing done since. */
  get untouched(): boolean {
    return this.stored.duFichier && this.journal.entries.length === 0;
  }

  /** Writes a whole snapshot as the next version. */
  async write(snapshot: WorkbookSnapshot, now: Date): Promise<Enregistre> {
    return this.replace({ snapshot, duFichier: false }, now);
  }

  /** Adds changes as the next version. */
  async append(changements: readonly unknown[], now: Date): Promise<Enregistre> {
    const saved = { version: this.version + 1, enregistreLe: now.toISOString() };
    const entry = { version: saved.version, le: saved.enregistreLe, changements };
    await onDisk("La modification", () => this.journal.append(entry));
    return saved;
  }

  /** Starts again from what the file holds now; what was saved is kept aside. */
  async restart(snapshot: WorkbookSnapshot, meta: Meta, now: Date): Promise<void> {
    if (!this.untouched) await onDisk(WORK, () => setAside(this.path, now));
    await this.replace({ snapshot, duFichier: true }, now);
    await this.describe(meta);
  }

  /** Notes where the workbook comes from now. */
  async describe(meta: Meta): Promise<void> {
    await onDisk(WORK, () => replaceDurably(join(this.path, FILES.meta), JSON.stringify(meta)));
    this.about = meta;
  }

  close(): Promise<void> {
    return this.journal.close();
  }

  private async replace(
    content: Pick<Stored, "snapshot" | "duFichier">,
    now: Date,
  ): Promise<Enregistre> {
    const saved = { version: this.version + 1, enregistreLe: now.toISOString() };
    const stored: Stored = { ...saved, ...content };
    await onDisk(WORK, () =>
      replaceDurably(join(this.path, FILES.snapshot), JSON.stringify(stored)),
    );
    this.stored = stored;
    await this.journal.clear();
    return saved;
  }
}

/** Copies a save into a folder inside its own, whose path it gives; `undefined` where there is none. */
async function setAside(path: string, now: Date): Promise<string | undefined> {
  const aside = join(path, `avant-${stamp(now.toISOString())}`);
  const names = await readdir(path);
  if (!names.includes(FILES.snapshot)) return undefined;
  await mkdir(aside, { recursive: true });
  for (const name of Object.values(FILES).filter((one) => names.includes(one))) {
    await replaceDurably(join(aside, name), await readFile(join(path, name)));
  }
  await syncFolder(path);
  return aside;
}
