import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { createCalculator } from "../../local/engine/formula/index.js";
import { WorkbookModel } from "../../local/engine/model/index.js";
import { msText, tableau, verdict } from "./tableau.js";

/** HyperFormula is GPL-3.0-only: installed in a temporary folder for this comparison, never a dependency. */
const HYPERFORMULA = "hyperformula@3.5.0";

const SHEET = "Dossiers";

/** The sheet both engines compute: a key, a theme, an amount, and one SUMIFS a row over all the rows. */
function rowsOf(count: number): (string | number)[][] {
  const themes = ["3a", "3b", "3c"];
  return Array.from({ length: count }, (_, index) => [
    `C${index % 1000}`,
    themes[index % themes.length] ?? "3a",
    100 + (index % 977),
  ]);
}

const formulaOf = (count: number, row: number, separator: string) =>
  `=SUMIFS($C$1:$C$${count}${separator}$A$1:$A$${count}${separator}$A${row}${separator}$B$1:$B$${count}${separator}$B${row})`;

/** Milliseconds our engine takes to enter and compute the sheet, and the sum of its results. */
function ours(rows: (string | number)[][]): { ms: number; sum: number } {
  const start = performance.now();
  const workbook = new WorkbookModel({});
  workbook.addSheet(SHEET);
  workbook.makeRoom(SHEET, rows.length, 4);
  const area = { sheet: SHEET, row: 1, column: 1, rows: rows.length, columns: 4 };
  workbook.write(area, (row, column) => {
    const value = rows[row]?.[column];
    return value === undefined
      ? { kind: "formula", text: formulaOf(rows.length, row + 1, ";") }
      : { kind: "value", value };
  });
  const calculator = createCalculator(workbook, {
    functions: new Map(),
    now: () => 0,
    timeZone: () => "Europe/Paris",
  });
  const results = calculator.values({ ...area, column: 4, columns: 1 });
  const sum = results.reduce((total, [value]) => total + Number(value), 0);
  return { ms: performance.now() - start, sum };
}

interface HyperFormulaLike {
  buildFromArray(
    rows: unknown[][],
    options: object,
  ): { getCellValue(address: { sheet: number; row: number; col: number }): unknown };
}

/** The same with HyperFormula. */
function theirs(HyperFormula: HyperFormulaLike, rows: (string | number)[][]) {
  const start = performance.now();
  const sheet = rows.map((row, index) => [...row, formulaOf(rows.length, index + 1, ",")]);
  const engine = HyperFormula.buildFromArray(sheet, { licenseKey: "gpl-v3" });
  const sum = rows.reduce(
    (total, _, row) => total + Number(engine.getCellValue({ sheet: 0, row, col: 3 })),
    0,
  );
  return { ms: performance.now() - start, sum };
}

/** HyperFormula from the registry, in a folder of its own that is removed afterwards. */
async function withHyperFormula<T>(use: (engine: HyperFormulaLike) => T): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "hyperformula-"));
  try {
    await promisify(execFile)("npm", ["install", "--prefix", folder, "--no-save", HYPERFORMULA]);
    const entry = join(folder, "node_modules/hyperformula/es/index.mjs");
    const module = (await import(pathToFileURL(entry).href)) as { HyperFormula: HyperFormulaLike };
    return use(module.HyperFormula);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Our engine beside HyperFormula on one sheet of SUMIFS.
 *
 * @param count rows, and formulas
 */
export async function benchMoteur(count: number): Promise<string> {
  const rows = rowsOf(count);
  const own = ours(rows);
  let other: { ms: number; sum: number };
  try {
    other = await withHyperFormula((engine) => theirs(engine, rows));
  } catch (error) {
    return `HyperFormula n’a pas pu être installé pour la comparaison : ${String(error)}`;
  }
  const same = Math.abs(own.sum - other.sum) < 0.005;
  return tableau([
    [`${count} SUMIFS sur ${count} lignes`, "temps", "rapport", "attendu", ""],
    [
      "ce moteur",
      msText(own.ms),
      (own.ms / other.ms).toFixed(4),
      "moins de 1/20",
      verdict(own.ms * 20 < other.ms),
    ],
    ["HyperFormula", msText(other.ms), "1", "", ""],
    ["mêmes résultats", same ? "oui" : "non", "", "", ""],
  ]);
}

if (process.argv[1]?.endsWith("moteur.ts")) {
  console.log(await benchMoteur(Number(process.argv[2] ?? 10_000)));
}
