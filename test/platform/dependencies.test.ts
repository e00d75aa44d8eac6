import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { modulesUnder } from "../architecture/modules.js";
import { inProject } from "../docs/documents.js";

interface Locked {
  readonly version?: string;
  readonly license?: string;
}

const lock = JSON.parse(await readFile(inProject("package-lock.json"), "utf8"));
const manifest = JSON.parse(await readFile(inProject("package.json"), "utf8"));
const packages = Object.entries(lock.packages as Record<string, Locked>).filter(
  ([path]) => path !== "",
);

/** Licences that let a préfecture use, change and hand on what is built. */
const ALLOWED =
  /^(MIT|MIT-0|ISC|0BSD|BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|MPL-2\.0|CC0-1\.0|CC-BY-4\.0|BlueOak-1\.0\.0|Unlicense|Python-2\.0|WTFPL)$/;

/** Packages that state their licence elsewhere than in the lock, or an attribution licence; each was read. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  "node_modules/@univerjs/telemetry": "Apache-2.0, in its LICENSE file",
  "node_modules/fuzzy": "MIT, in its LICENSE-MIT file",
  "node_modules/spdx-exceptions": "CC-BY-3.0: a list of names, used by tools alone",
};

function isAllowed(license: string): boolean {
  const choices = license.replace(/[()]/g, "").split(/\s+OR\s+/);
  return choices.some((choice) => choice.split(/\s+AND\s+/).every((part) => ALLOWED.test(part)));
}

describe("dependencies", () => {
  it("are pinned to one version", () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)),
    );
    expect(loose).toEqual([]);
  });

  it("have a licence that is compatible with the project's, those they bring too", () => {
    expect(packages.length).toBeGreaterThan(300);
    const wrong = packages
      .filter(([path, { license = "" }]) => !isAllowed(license) && !READ_BY_HAND[path])
      .map(([path, { license }]) => `${path}: ${license ?? "none stated"}`);
    expect(wrong).toEqual([]);
    expect(packages.map(([path]) => path)).toEqual(
      expect.arrayContaining(Object.keys(READ_BY_HAND)),
    );
  });

  it("that reach Google are zod alone", () => {
    expect(Object.keys(manifest.dependencies)).toEqual(["zod"]);
    const named = modulesUnder("src")
      .flatMap(({ imports }) => imports.map(({ to }) => to))
      .filter((to) => !to.startsWith("src/"));
    expect([...new Set(named.map((to) => to.split("/")[0]))]).toEqual(["zod"]);
  });
});
