import { type FileHandle, open } from "node:fs/promises";

/** One line of a change log. */
export interface Entry {
  readonly version: number;
  /** ISO 8601. */
  readonly le: string;
  readonly changements: readonly unknown[];
}

const NEWLINE = 0x0a;

function readEntry(line: Buffer): Entry | undefined {
  try {
    const entry = JSON.parse(line.toString("utf8")) as Partial<Entry> | null;
    const { version, le, changements } = entry ?? {};
    if (Number.isInteger(version) && typeof le === "string" && Array.isArray(changements)) {
      return entry as Entry;
    }
  } catch {
    return undefined;
  }
  return undefined;
}

/**
 * The entries of a log that follow a version without a gap, up to the first line that cannot be read.
 * @param length Bytes up to there: what comes after is to be set aside.
 */
export function readEntries(
  bytes: Buffer,
  after: number,
): { readonly entries: Entry[]; readonly length: number } {
  const entries: Entry[] = [];
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(NEWLINE, start);
    const entry = end < 0 ? undefined : readEntry(bytes.subarray(start, end));
    const expected = (entries.at(-1)?.version ?? after) + 1;
    if (!entry || entry.version > expected) return { entries, length: start };
    // Lines up to `after` stay where a new snapshot was written and the log not yet emptied.
    if (entry.version === expected) entries.push(entry);
    start = end + 1;
  }
}

/** A change log on disk, one JSON line an entry. */
export class Journal {
  readonly entries: Entry[];
  private constructor(
    private readonly file: FileHandle,
    private size: number,
    entries: Entry[],
  ) {
    this.entries = entries;
  }

  /**
   * Opens or makes a log.
   * @param after The snapshot's version.
   * @param setAside Keeps what cannot be read before it is cut off.
   */
  static async open(
    path: string,
    after: number,
    setAside: (bytes: Buffer, torn: boolean) => Promise<void>,
  ): Promise<Journal> {
    const file = await open(path, "a").then(async (made) => {
      await made.close();
      return open(path, "r+");
    });
    const bytes = await file.readFile();
    const { entries, length } = readEntries(bytes, after);
    if (length < bytes.length) {
      const rest = bytes.subarray(length);
      await setAside(rest, !rest.includes(NEWLINE));
      await file.truncate(length);
    }
    return new Journal(file, length, entries);
  }

  /** Adds an entry; once it resolves, the line is on disk. Where it fails, the log is as before. */
  async append(entry: Entry): Promise<void> {
    const line = Buffer.from(`${JSON.stringify(entry)}\n`);
    try {
      for (let written = 0; written < line.length; ) {
        const left = line.length - written;
        written += (await this.file.write(line, written, left, this.size + written)).bytesWritten;
      }
      await this.file.sync();
    } catch (error) {
      await this.file.truncate(this.size).catch(() => undefined);
      throw error;
    }
    this.size += line.length;
    this.entries.push(entry);
  }

  /** Empties the log, once a snapshot holds its entries: those left behind are then passed over. */
  async clear(): Promise<void> {
    this.entries.length = 0;
    this.size = 0;
    await this.file.truncate(0).catch(() => undefined);
  }

  close(): Promise<void> {
    return this.file.close();
  }
}
