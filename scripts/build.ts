import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { FUNCTIONS } from "../src/functions/index.js";
import { ACTIONS_FILE, ACTIONS_GLOBAL } from "../src/google/names.js";
import { bundle, bundleServed, type Inputs } from "./bundle.js";
import { helpContent } from "./help-page.js";
import { buildPages } from "./pages.js";
import { territoiresPages } from "./territoires.js";
import { actionWrapper, BUNDLE_GLOBAL, customFunctionWrapper, entryWrapper } from "./wrappers.js";

const DIST = "dist";

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

/** Sizes of what was built, for the benchmark. */
export interface Built {
  readonly code: { readonly bytes: number; readonly inputs: Inputs };
  readonly actions: { readonly bytes: number; readonly inputs: Inputs };
}

/** Builds `dist`: the bundle with Google's top-level functions, the actions, the manifest, the pages. */
export async function buildDist(): Promise<Built> {
  const main = await bundle({ entryPoints: ["src/main.ts"], globalName: BUNDLE_GLOBAL });
  const actions = await bundleServed("src/actions.ts", ACTIONS_GLOBAL);
  const script = [
    main.code,
    entryWrapper("onOpen"),
    ...(await exportsOf("src/actions.ts")).map(actionWrapper),
    ...FUNCTIONS.map(customFunctionWrapper),
    "",
  ].join("\n");
  const page = `<script type="text/plain">\n${actions.code}\n</script>\n`;
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
