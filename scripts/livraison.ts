import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { strToU8, zipSync } from "fflate";
import { zipDay } from "../local/files/zip-day.js";
import { sectionOf } from "./docs/sections.js";

const DIST = "dist";
const FOLDER = "livraison";
const ZIP = `${FOLDER}/fitn7-referents.zip`;

/** Name of the pasting steps in the zip. */
const INSTRUCTIONS = "LISEZMOI-INSTALLATION.txt";

/** Packages whose code or data is inside the built files: their licence goes with them. */
const BUNDLED = ["zod", "@e965/xlsx", "fflate", "@etalab/decoupage-administratif"];

/** A built file as Google's editor names it: a script is a `.gs`. */
function editorName(name: string): string {
  return name.replace(/\.js$/, ".gs");
}

/** Markdown as plain text for a Windows reader: no marks, a byte-order mark, CRLF. */
function windowsText(markdown: string): string {
  const plain = markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\*\*|`/g, "")
    .replace(/^#+ /gm, "");
  return `\ufeff${plain.trim().replace(/\n/g, "\r\n")}\r\n`;
}

async function licences(): Promise<string> {
  const own = await readFile("LICENSE", "utf8");
  const others = await Promise.all(
    BUNDLED.map(async (name) => {
      const text = (await readFile(`node_modules/${name}/LICENSE`, "utf8")).replace(/\r/g, "");
      return `${name}\n\n${text}`;
    }),
  );
  return [own, ...others].map((text) => text.trim()).join("\n\n----\n\n");
}

/** The content of the zip by name: the built files, how to paste them, the licences. */
export async function livraison(): Promise<Readonly<Record<string, Uint8Array>>> {
  const built = (await readdir(DIST)).sort();
  const files = await Promise.all(
    built.map(async (name) => [editorName(name), await readFile(`${DIST}/${name}`)] as const),
  );
  const steps = sectionOf(await readFile("LISEZMOI.md", "utf8"), "sans-ligne-de-commande");
  return {
    [INSTRUCTIONS]: strToU8(windowsText(steps)),
    ...Object.fromEntries(files),
    "LICENCES.txt": strToU8(windowsText(await licences())),
  };
}

/** The zip's bytes: the same for the same content. */
export function zipped(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync(files, { level: 9, mtime: zipDay() });
}

if (process.argv[1]?.endsWith("livraison.ts")) {
  const files = await livraison();
  const bytes = zipped(files);
  await mkdir(FOLDER, { recursive: true });
  await writeFile(ZIP, bytes);
  console.log(`${ZIP} : ${bytes.length.toLocaleString("fr-FR")} octets`);
  for (const [name, content] of Object.entries(files)) {
    console.log(`  ${name} : ${content.length.toLocaleString("fr-FR")} octets`);
  }
}
