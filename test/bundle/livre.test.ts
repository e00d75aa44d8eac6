import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { ROOT } from "../architecture/modules.js";
import { built } from "./contexte.js";

const run = promisify(execFile);

/** Builds the sources into a folder of its own, so that no other test sees `dist` half made. */
async function builtAside(): Promise<ReadonlyMap<string, string>> {
  const aside = await mkdtemp(join(tmpdir(), "fitn7-"));
  try {
    await cp(`${ROOT}appsscript.json`, join(aside, "appsscript.json"));
    for (const name of ["src", "sidebar", "node_modules", "package.json"]) {
      await symlink(`${ROOT}${name}`, join(aside, name));
    }
    await run(process.execPath, ["--import", "tsx", `${ROOT}scripts/build.ts`], { cwd: aside });
    const made = join(aside, "dist");
    const files = new Map<string, string>();
    for (const name of await readdir(made)) {
      files.set(name, await readFile(join(made, name), "utf8"));
    }
    return files;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

describe("dist", () => {
  it("is made of the sources as they are, with the same bytes each time", {
    timeout: 120_000,
  }, async () => {
    const [once, again] = [await builtAside(), await builtAside()];
    expect(again).toEqual(once);
    for (const [name, text] of once)
      expect(built(name) === text, `${name}: npm run build`).toBe(true);
  });

  it("is what clasp would push, without credentials: the code, the manifest, the pages", async () => {
    const { stdout } = await run(
      process.execPath,
      [`${ROOT}node_modules/.bin/clasp`, "status", "--json"],
      {
        cwd: ROOT,
      },
    );
    const { filesToPush } = JSON.parse(stdout) as { filesToPush: string[] };
    const made = (await readdir(`${ROOT}dist`)).map((name) => `dist/${name}`);
    expect(filesToPush.sort()).toEqual(made.sort());
    expect(made.filter((name) => !name.endsWith(".html"))).toEqual([
      "dist/Code.js",
      "dist/appsscript.json",
    ]);
  });

  it("asks for the current spreadsheet, its dialogs and the user's address, nothing more", () => {
    const manifest = JSON.parse(built("appsscript.json"));
    expect(manifest.oauthScopes.sort()).toEqual([
      "https://www.googleapis.com/auth/script.container.ui",
      "https://www.googleapis.com/auth/spreadsheets.currentonly",
      "https://www.googleapis.com/auth/userinfo.email",
    ]);
    expect(manifest).toMatchObject({ timeZone: "Europe/Paris", runtimeVersion: "V8" });
    expect(manifest).not.toHaveProperty("addOns");
  });

  it("serves pages that fetch nothing from elsewhere", async () => {
    const pages = (await readdir(`${ROOT}dist`)).filter((name) => name.endsWith(".html"));
    for (const page of pages) {
      expect(built(page), page).not.toMatch(/(?:src|href)\s*=\s*["']?(?:https?:)?\/\//i);
      expect(built(page), page).not.toMatch(/@import|url\(\s*["']?http/i);
    }
  });
});
