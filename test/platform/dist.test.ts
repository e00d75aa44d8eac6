import { readdir } from "node:fs/promises";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { inProject } from "../docs/documents.js";

const pages = (await readdir(inProject("sidebar"), { recursive: true })).filter((name) =>
  name.endsWith("page.ts"),
);

/** Packages whose code a page may carry: pages are not loaded by custom functions. */
const IN_PAGES = new Set(["@e965/xlsx", "fflate"]);

const ENTRIES: readonly (readonly [string, ReadonlySet<string>])[] = [
  ["src/main.ts", new Set()],
  ["src/actions.ts", new Set(["zod"])],
  ...pages.map((page) => [`sidebar/${page}`, IN_PAGES] as const),
];

function packageOf(path: string): string | undefined {
  return /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path)?.[1];
}

describe.each(ENTRIES)("what is pushed of %s", (entry, allowed) => {
  it("holds the project's own code, nothing of the local host, and few packages", async () => {
    const { metafile } = await build({
      entryPoints: [inProject(entry)],
      absWorkingDir: inProject(""),
      bundle: true,
      write: false,
      metafile: true,
      format: "iife",
    });
    const inputs = Object.keys(metafile.inputs);
    expect(inputs).toContain(entry);
    expect(inputs.filter((path) => /^(local|test|scripts)\//.test(path))).toEqual([]);
    const packages = new Set(inputs.map(packageOf).filter((name) => name !== undefined));
    expect([...packages].filter((name) => !allowed.has(name))).toEqual([]);
  });
});
