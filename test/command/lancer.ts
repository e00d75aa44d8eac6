import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readWorkbookFile } from "../../local/files/index.js";
import { ROOT } from "../architecture/modules.js";

export const DATA = `${ROOT}test/data/`;

export interface Issue {
  readonly code: number;
  /** What was printed, no-break spaces made plain. */
  readonly dit: string;
  readonly erreurs: string;
}

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

/** Runs the command as `npm run rapport` does once the build is made. */
export function rapport(...options: readonly string[]): Promise<Issue> {
  const args = ["--import", "tsx", "local/rapport.ts", ...options];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: ROOT }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ code, dit: plain(stdout), erreurs: plain(stderr) });
    });
  });
}

/** A folder of its own for the files of a test. */
export async function dansUnDossier<T>(run: (path: (name: string) => string) => Promise<T>) {
  const folder = await mkdtemp(join(tmpdir(), "fitn7-"));
  try {
    return await run((name) => join(folder, name));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Opens a workbook that the command wrote, as another program would. */
export async function rouvrir(path: string) {
  const { sheets } = await readWorkbookFile(await readFile(path), "rapport.xlsx");
  const sheet = (name: string) => sheets.find((tab) => tab.name === name);
  const value = (tab: string, row: number, column: number) => {
    const content = sheet(tab)?.cells.find(
      (cell) => cell.row === row && cell.column === column,
    )?.content;
    return content?.kind === "value" ? content.value : content?.text;
  };
  return { noms: sheets.map((tab) => tab.name), sheet, value };
}
