import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { saveAtomically } from "../../../local/files/save-atomically.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fitn7-"));
});
afterEach(() => rm(folder, { recursive: true }));

it("replaces a file and leaves nothing else", async () => {
  const path = join(folder, "rapport.xlsx");
  await writeFile(path, "avant");
  await saveAtomically(path, new TextEncoder().encode("après"));
  expect(await readFile(path, "utf8")).toBe("après");
  expect(await readdir(folder)).toEqual(["rapport.xlsx"]);
});

it("leaves no trace where it cannot take the name", async () => {
  const path = join(folder, "dossier");
  await mkdir(join(path, "plein"), { recursive: true });
  await expect(saveAtomically(path, new Uint8Array(1))).rejects.toThrow();
  expect(await readdir(folder)).toEqual(["dossier"]);
});
