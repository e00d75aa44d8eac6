import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Entry, Journal, readEntries } from "../../local/server/journal.js";
import { temporaryFolder } from "./places.js";

const entry = (version: number): Entry => ({
  version,
  le: "2026-11-22T10:00:00.000Z",
  changements: [{ version, texte: "é€\n" }],
});
const line = (version: number) => `${JSON.stringify(entry(version))}\n`;
const versions = (entries: readonly Entry[]) => entries.map(({ version }) => version);

describe("reading a change log", () => {
  it("gives whole lines alone, wherever the log is cut", () => {
    const bytes = Buffer.from(line(1) + line(2) + line(3));
    const ends = [1, 2, 3].map((last) =>
      [1, 2, 3].slice(0, last).reduce((sum, version) => sum + Buffer.byteLength(line(version)), 0),
    );
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const whole = ends.filter((end) => end <= cut);
      const { entries, length } = readEntries(bytes.subarray(0, cut), 0);
      expect([cut, versions(entries), length]).toEqual([
        cut,
        whole.map((_, index) => index + 1),
        whole.at(-1) ?? 0,
      ]);
    }
  });

  it("passes over what the snapshot holds already", () => {
    expect(versions(readEntries(Buffer.from(line(1) + line(2) + line(3)), 2).entries)).toEqual([3]);
    expect(readEntries(Buffer.from(line(1) + line(2)), 2).entries).toEqual([]);
  });

  it.each([
    ["a gap", line(1) + line(3), [1]],
    ["a line that is not JSON", `${line(1)}{"version":2\n${line(3)}`, [1]],
    ["a line of another shape", `${line(1)}null\n[2]\n${line(2)}`, [1]],
    ["zeros that a power cut leaves", `${line(1)}${"\0".repeat(64)}\n`, [1]],
  ])("stops at %s", (_, text, expected) => {
    const { entries, length } = readEntries(Buffer.from(text), 0);
    expect(versions(entries)).toEqual(expected);
    expect(length).toBe(Buffer.byteLength(line(1)));
  });
});

describe("a change log on disk", () => {
  it("sets a torn last line aside, then goes on after the last whole one", async () => {
    const path = join(await temporaryFolder(), "journal.ndjson");
    await writeFile(path, line(1) + line(2).slice(0, -9));
    const aside: [string, boolean][] = [];
    const journal = await Journal.open(path, 0, async (bytes, torn) => {
      aside.push([bytes.toString("utf8"), torn]);
    });
    expect(aside).toEqual([[line(2).slice(0, -9), true]]);
    await journal.append(entry(2));
    await journal.close();
    expect(await readFile(path, "utf8")).toBe(line(1) + line(2));
  });

  it("starts again from its beginning once emptied", async () => {
    const path = join(await temporaryFolder(), "journal.ndjson");
    const journal = await Journal.open(path, 0, async () => undefined);
    for (const version of [1, 2, 3]) await journal.append(entry(version));
    await journal.clear();
    await journal.append(entry(5));
    await journal.close();
    expect(await readFile(path, "utf8")).toBe(line(5));
  });
});
