import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** One `import … from` or `export … from` of a module. */
export interface Import {
  /** Path from the project's root, or the package's name as written. */
  readonly to: string;
  readonly typeOnly: boolean;
}

/** A TypeScript file of the project. */
export interface Module {
  /** Path from the project's root, `src/rules/day.ts`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const STATEMENT = /^(?:import|export)\s+(type\s)?([^;"']*?from\s+)?["']([^"']+)["']/gm;
const DYNAMIC = /\bimport\(\s*["']([^"']+)["']\s*\)/g;

/** Every TypeScript file under a folder, with what it imports. */
export function modulesUnder(folder: string): readonly Module[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => readModule(join(folder, name)));
}

function readModule(path: string): Module {
  const text = readFileSync(join(ROOT, path), "utf8");
  const from = (specifier: string) =>
    specifier.startsWith(".")
      ? relative(ROOT, join(ROOT, dirname(path), normalize(specifier))).replace(/\.js$/, ".ts")
      : specifier;
  return {
    path,
    text,
    imports: [
      ...[...text.matchAll(STATEMENT)].map(([, type, names = "", to = ""]) => ({
        to: from(to),
        typeOnly: type !== undefined || onlyTypes(names),
      })),
      ...[...text.matchAll(DYNAMIC)].map(([, to = ""]) => ({ to: from(to), typeOnly: false })),
    ],
  };
}

/** `import { type A, type B } from …` brings nothing but types. */
function onlyTypes(names: string): boolean {
  const list = /\{([^}]*)\}/.exec(names)?.[1];
  if (list === undefined) return false;
  const items = list.split(",").map((name) => name.trim());
  return items.filter((name) => name !== "").every((name) => name.startsWith("type "));
}

/** The text without its comments: what is left is code and strings. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[\s;{(])\/\/.*$/gm, "$1");
}
