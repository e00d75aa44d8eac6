import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { FUNCTIONS } from "../src/functions/index.js";
import { helpContent } from "./help-page.js";
import { BUNDLE_GLOBAL, customFunctionWrapper, entryWrapper } from "./wrappers.js";

const DIST = "dist";

/** What esbuild is told of Apps Script's runtime, for the bundle and for its measurements. */
export const BUNDLE_OPTIONS = {
  bundle: true,
  write: false,
  minify: true,
  format: "iife",
  target: "es2019",
  charset: "utf8",
  legalComments: "none",
} as const;

/** Bundles the entry points and lists those that Google must see. */
async function bundle(): Promise<{ code: string; entries: readonly string[]; inputs: Inputs }> {
  const result = await build({
    ...BUNDLE_OPTIONS,
    entryPoints: ["src/main.ts"],
    globalName: BUNDLE_GLOBAL,
    metafile: true,
  });
  const [output] = Object.values(result.metafile.outputs);
  const file = result.outputFiles[0];
  if (!file) throw new Error("esbuild made no bundle.");
  const main = await readFile("src/main.ts", "utf8");
  const exported = /export \{([^}]*)\}/.exec(main)?.[1] ?? "";
  const entries = exported
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return { code: file.text, entries, inputs: output?.inputs ?? {} };
}

type Inputs = Readonly<Record<string, { readonly bytesInOutput: number }>>;

/** Builds `dist`: the bundle with Google's top-level functions, the manifest, the pages. */
export async function buildDist(): Promise<{ bytes: number; inputs: Inputs }> {
  const { code, entries, inputs } = await bundle();
  const script = [
    code.trimEnd(),
    ...entries.map(entryWrapper),
    ...FUNCTIONS.map(customFunctionWrapper),
    "",
  ].join("\n");
  await rm(DIST, { recursive: true, force: true });
  await mkdir(DIST);
  await writeFile(`${DIST}/Code.js`, script);
  await cp("appsscript.json", `${DIST}/appsscript.json`);
  const page = await readFile("sidebar/aide.html", "utf8");
  await writeFile(
    `${DIST}/Aide.html`,
    page.replace("<!-- contenu -->", () => helpContent()),
  );
  return { bytes: Buffer.byteLength(script), inputs };
}

if (process.argv[1]?.endsWith("build.ts")) {
  const { bytes } = await buildDist();
  console.log(`dist/Code.js : ${(bytes / 1024).toFixed(1)} Ko`);
}
