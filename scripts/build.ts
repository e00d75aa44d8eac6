import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { type BuildOptions, build } from "esbuild";
import { FUNCTIONS } from "../src/functions/index.js";
import { ACTIONS_FILE, ACTIONS_GLOBAL } from "../src/google/names.js";
import { helpContent } from "./help-page.js";
import { buildPages } from "./pages.js";
import { territoiresPages } from "./territoires.js";
import { actionWrapper, BUNDLE_GLOBAL, customFunctionWrapper, entryWrapper } from "./wrappers.js";

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

type Inputs = Readonly<Record<string, { readonly bytesInOutput: number }>>;

interface Bundle {
  readonly code: string;
  readonly inputs: Inputs;
}

async function bundle(
  entry: string,
  globalName: string,
  options: BuildOptions = {},
): Promise<Bundle> {
  const result = await build({
    ...BUNDLE_OPTIONS,
    ...options,
    entryPoints: [entry],
    globalName,
    metafile: true,
  });
  const [output] = Object.values(result.metafile.outputs);
  const file = result.outputFiles?.[0];
  if (!file) throw new Error(`esbuild made no bundle of ${entry}.`);
  return { code: file.text.trimEnd(), inputs: output?.inputs ?? {} };
}

/** Names that an entry file gives. */
async function exportsOf(entry: string): Promise<readonly string[]> {
  const text = await readFile(entry, "utf8");
  return [...text.matchAll(/export \{([^}]*)\}/g)].flatMap(([, names = ""]) =>
    names
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  );
}

/**
 * The page that holds the actions. A served page loses `//` inside template literals (a bug of
 * Google's), so none is left; a closing tag inside the code would end it early.
 */
function actionsPage(code: string): string {
  if (code.includes("</script")) throw new Error("The actions' bundle holds a closing script tag.");
  return `<script type="text/plain">\n${code}\n</script>\n`;
}

/** Sizes of what was built, for the benchmark. */
export interface Built {
  readonly code: { readonly bytes: number; readonly inputs: Inputs };
  readonly actions: { readonly bytes: number; readonly inputs: Inputs };
}

/** Builds `dist`: the bundle with Google's top-level functions, the actions, the manifest, the pages. */
export async function buildDist(): Promise<Built> {
  const main = await bundle("src/main.ts", BUNDLE_GLOBAL);
  const actions = await bundle("src/actions.ts", ACTIONS_GLOBAL, {
    supported: { "template-literal": false },
  });
  const script = [
    main.code,
    entryWrapper("onOpen"),
    ...(await exportsOf("src/actions.ts")).map(actionWrapper),
    ...FUNCTIONS.map(customFunctionWrapper),
    "",
  ].join("\n");
  const page = actionsPage(actions.code);
  await rm(DIST, { recursive: true, force: true });
  await mkdir(DIST);
  await writeFile(`${DIST}/Code.js`, script);
  await writeFile(`${DIST}/${ACTIONS_FILE}.html`, page);
  await cp("appsscript.json", `${DIST}/appsscript.json`);
  const help = await readFile("sidebar/aide.html", "utf8");
  await writeFile(
    `${DIST}/Aide.html`,
    help.replace("<!-- contenu -->", () => helpContent()),
  );
  for (const { file, html } of [...(await buildPages()), ...territoiresPages()])
    await writeFile(`${DIST}/${file}`, html);
  return {
    code: { bytes: Buffer.byteLength(script), inputs: main.inputs },
    actions: { bytes: Buffer.byteLength(page), inputs: actions.inputs },
  };
}

if (process.argv[1]?.endsWith("build.ts")) {
  const { code, actions } = await buildDist();
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} Ko`;
  console.log(
    `dist/Code.js : ${kilobytes(code.bytes)}, dist/Actions.html : ${kilobytes(actions.bytes)}`,
  );
}
