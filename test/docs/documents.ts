import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Path of a file of the project. */
export function inProject(path: string): string {
  return ROOT + path;
}

export function textOf(path: string): Promise<string> {
  return readFile(inProject(path), "utf8");
}

/** Parts of `package.json` that documents speak of. */
interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

export async function manifest(): Promise<Manifest> {
  return JSON.parse(await textOf("package.json"));
}

/** Lines of the code blocks of a document, in order. */
export function commandsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^ *```sh\n([\s\S]*?)^ *```$/gm)].flatMap(([, block = ""]) =>
    block
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  );
}

/** Targets of relative links, without their anchors. */
export function relativeLinksOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** Names of npm scripts that a document tells to run. */
export function scriptsNamedIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name = ""]) => name);
}

/** A document without its code blocks, code spans and marks. */
export function proseOf(markdown: string): string {
  return markdown
    .replace(/^ *```[\s\S]*?^ *```$/gm, "")
    .replace(/`[^`\n]*`/g, "")
    .replace(/<!--.*?-->/g, "");
}
