import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What `.clasp.json` holds as long as nobody has put a script's identifier in it. */
const PLACEHOLDER = /^REMPLACER/;

const LOGIN = "npx clasp login";

class PushRefused extends Error {}

async function settings(): Promise<{ readonly scriptId: string; readonly rootDir: string }> {
  const { scriptId = "", rootDir = "dist" } = JSON.parse(await readFile(".clasp.json", "utf8"));
  if (scriptId === "" || PLACEHOLDER.test(scriptId)) {
    throw new PushRefused(
      "L’identifiant du script manque dans .clasp.json. Dans votre feuille : Extensions ▸ Apps Script ▸ Paramètres du projet ▸ « ID du script ». Copiez-le à la place de REMPLACER_PAR_L_IDENTIFIANT_DU_SCRIPT.",
    );
  }
  return { scriptId, rootDir };
}

/** Where npm has put clasp. */
const CLASP = "node_modules/@google/clasp";

/** Runs clasp's own command file; its standard output comes back, its errors are shown. */
async function clasp(
  args: readonly string[],
): Promise<{ readonly code: number; readonly out: string }> {
  const { bin } = JSON.parse(await readFile(`${CLASP}/package.json`, "utf8"));
  const child = spawn(process.execPath, [join(CLASP, bin.clasp), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, out }));
  });
}

/** The files that clasp says it pushed; `undefined` where it says nothing, which is how it skips. */
function pushedFiles(out: string): readonly string[] | undefined {
  try {
    const files: unknown = JSON.parse(out);
    return Array.isArray(files) ? files.map(String) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Pushes `dist` and says what was pushed. Without a terminal clasp skips a push whose manifest changed
 * and still ends well: this forces the manifest, and anything but a list of files is a failure.
 */
async function push(): Promise<string> {
  const { scriptId, rootDir } = await settings();
  const built = (await readdir(rootDir)).sort();
  const { code, out } = await clasp(["push", "--force", "--json"]);
  const files = pushedFiles(out);
  if (code !== 0 || !files) {
    throw new PushRefused(
      `Rien n’a été envoyé au script ${scriptId} : voyez le message de clasp ci-dessus. Si vous n’êtes pas connecté : ${LOGIN}. L’API Apps Script doit aussi être activée pour votre compte (script.google.com/home/usersettings).`,
    );
  }
  if (files.length === 0) return `Le script ${scriptId} est déjà à jour.`;
  const missing = built.filter((name) => !files.some((file) => file.endsWith(name)));
  if (missing.length > 0) {
    throw new PushRefused(`Fichiers non envoyés au script ${scriptId} : ${missing.join(", ")}.`);
  }
  return `${files.length} fichiers envoyés au script ${scriptId} : ${built.join(", ")}. Rechargez la feuille.`;
}

try {
  console.log(await push());
} catch (error) {
  if (!(error instanceof PushRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
