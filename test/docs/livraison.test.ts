import { readdir, readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { livraison, zipped } from "../../scripts/livraison.js";
import { modulesUnder } from "../architecture/modules.js";
import { inProject, textOf } from "./documents.js";

const DIST = inProject("dist/");
const INSTRUCTIONS = "LISEZMOI-INSTALLATION.txt";

/** The package that the files of territories are made from. */
const TERRITOIRES = "@etalab/decoupage-administratif";

/** Packages whose code is bundled with a folder's. */
function packagesIn(folder: string): readonly string[] {
  return modulesUnder(folder)
    .flatMap(({ imports }) => imports)
    .filter(({ to, typeOnly }) => !typeOnly && !/^(src|sidebar)\//.test(to))
    .map(({ to }) => /^(@[^/]+\/)?[^/]+/.exec(to)?.[0] ?? to);
}

describe("the zip for people without a command line", () => {
  let bytes: Uint8Array;
  let files: Record<string, Uint8Array>;

  beforeAll(async () => {
    bytes = zipped(await livraison());
    files = unzipSync(bytes);
  });

  it("holds the built files, the script named as Google's editor names it", async () => {
    const built = await readdir(DIST);
    expect(built).toContain("Code.js");
    for (const name of built) {
      const there = strFromU8(files[name.replace(/\.js$/, ".gs")] ?? new Uint8Array());
      expect(there === (await readFile(DIST + name, "utf8")), name).toBe(true);
    }
    const others = Object.keys(files).filter(
      (name) => !built.includes(name.replace(/\.gs$/, ".js")),
    );
    expect(others.sort()).toEqual(["LICENCES.txt", INSTRUCTIONS]);
  });

  it("says in French, as plain text for Windows, how to paste each of them", () => {
    const content = files[INSTRUCTIONS] ?? new Uint8Array();
    expect([...content.slice(0, 3)], "byte-order mark").toEqual([0xef, 0xbb, 0xbf]);
    const steps = strFromU8(content);
    expect(steps).not.toMatch(/[^\r]\n|\*\*|`|<!--/);
    for (const name of Object.keys(files)) {
      if (!name.endsWith(".txt")) expect(steps).toContain(name);
    }
    for (const words of ["Extensions", "Apps Script", "Paramètres du projet", "FITN7"]) {
      expect(steps).toContain(words);
    }
  });

  it("carries the licences of the code it holds", async () => {
    const licences = strFromU8(files["LICENCES.txt"] ?? new Uint8Array()).replace(/\r/g, "");
    expect(licences).toContain((await textOf("LICENSE")).trim());
    const packages = [...packagesIn("src"), ...packagesIn("sidebar"), TERRITOIRES];
    expect(new Set(packages)).toEqual(new Set(["zod", "@e965/xlsx", "fflate", TERRITOIRES]));
    for (const name of packages) {
      const licence = (await textOf(`node_modules/${name}/LICENSE`)).replace(/\r/g, "").trim();
      expect(licences.includes(licence), name).toBe(true);
    }
  });

  it("has the same bytes each time", async () => {
    expect(Buffer.from(zipped(await livraison())).equals(Buffer.from(bytes))).toBe(true);
  });
});
