import type { Built } from "../build.js";
import { ratioText, tableau, verdict } from "./tableau.js";

const LIMIT = 120 * 1024;

/** `src/rules` of `src/rules/eligibilite/index.ts`, `zod` of its files. */
function folderOf(path: string): string {
  const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  if (name) return name;
  const [first = "", second = ""] = path.split("/");
  return second.includes(".") ? first : `${first}/${second}`;
}

/** Bytes of each folder in one file, the largest first; what no source file holds comes last. */
function foldersIn({ bytes, inputs }: Built[keyof Built]): readonly (readonly [string, number])[] {
  const folders = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    folders.set(folderOf(path), (folders.get(folderOf(path)) ?? 0) + bytesInOutput);
  }
  const sorted = [...folders].sort(([, a], [, b]) => b - a);
  const bundled = sorted.reduce((sum, [, size]) => sum + size, 0);
  return [...sorted, ["enveloppe du fichier", bytes - bundled]];
}

function sizeText(bytes: number): string {
  return ratioText(bytes / 1024);
}

/** Size of the files pushed to Google, and of each folder in them. */
export function benchTaille({ code, actions }: Built): string {
  const within = code.bytes <= LIMIT;
  return [
    tableau([
      ["Taille", "octets", "Ko", "attendu", ""],
      ["dist/Code.js", code.bytes, sizeText(code.bytes), "120 Ko au plus", verdict(within)],
      ["dist/Actions.html", actions.bytes, sizeText(actions.bytes), "", ""],
    ]),
    tableau([["Dans Code.js", "octets"], ...foldersIn(code)]),
    tableau([["Dans Actions.html", "octets"], ...foldersIn(actions)]),
  ].join("\n\n");
}
