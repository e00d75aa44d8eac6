import { type BuildOptions, build } from "esbuild";

/** Bytes of the bundle by file that they come from. */
export type Inputs = Readonly<Record<string, { readonly bytesInOutput: number }>>;

export interface Bundle {
  readonly code: string;
  readonly inputs: Inputs;
}

/**
 * Bundles a script for Apps Script's runtime, and for the browser that shows the pages.
 *
 * @param options the entry and, where its exports are wanted, the name that holds them
 * @throws Error where esbuild fails
 */
export async function bundle(options: BuildOptions): Promise<Bundle> {
  const { metafile, outputFiles } = await build({
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2019",
    charset: "utf8",
    legalComments: "none",
    ...options,
    write: false,
    metafile: true,
  });
  const [output] = Object.values(metafile.outputs);
  const [file] = outputFiles;
  if (!output || !file) throw new Error("esbuild made no bundle.");
  return { code: file.text.trimEnd(), inputs: output.inputs };
}

/**
 * A bundle that Google serves inside a page. A served page loses `//` inside template literals (a bug
 * of Google's), so none is left.
 *
 * @throws Error where the code holds a closing script tag, which would end it early
 */
export async function bundleServed(entry: string, globalName?: string): Promise<Bundle> {
  const made = await bundle({
    entryPoints: [entry],
    ...(globalName !== undefined && { globalName }),
    supported: { "template-literal": false },
  });
  if (/<\/script/i.test(made.code))
    throw new Error(`The bundle of ${entry} holds a closing script tag.`);
  return made;
}
