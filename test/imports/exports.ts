import { readFile } from "node:fs/promises";
import { readWorkbookFile } from "../../local/files/index.js";
import { type Tables, tablesOf } from "../../local/tables.js";
import { ROOT } from "../architecture/modules.js";

/** The exports of the example data, of both eras and in each format. */
export const EXPORTS = [
  "export-2021.csv",
  "export-2021.xlsx",
  "export-2026.csv",
  "export-2026.xlsx",
  "export-2026.ods",
] as const;

/** The tables of a file of the example data, as a page or the command line hands them over. */
export async function tablesDe(nom: string): Promise<Tables> {
  return tablesOf(await readWorkbookFile(await readFile(`${ROOT}test/data/${nom}`), nom));
}

/** A table whose rows are objects by header. */
export function parEntete(
  rows: readonly (readonly unknown[])[],
): readonly Record<string, unknown>[] {
  const [headers = [], ...body] = rows;
  return body.map((row) =>
    Object.fromEntries(headers.map((name, at) => [String(name), row[at] ?? ""])),
  );
}
