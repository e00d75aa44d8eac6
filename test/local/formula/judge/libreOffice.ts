import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read, utils, type WorkBook, type WorkSheet, write } from "@e965/xlsx";
import { tokenize } from "../../../../local/engine/formula/index.js";
import { convert } from "../../soffice.js";
import type { CaseSet } from "../cases/caseSet.js";

/** What LibreOffice shows for a formula; errors as their code. */
export type Answer = number | string | boolean;

/** Functions that a file must write with the prefix of later additions to the format. */
const PREFIXED = new Set([
  "CONCAT",
  "DAYS",
  "IFNA",
  "IFS",
  "ISFORMULA",
  "ISOWEEKNUM",
  "MAXIFS",
  "MINIFS",
  "SWITCH",
  "TEXTJOIN",
  "XOR",
]);

/** A canonical formula as an .xlsx file writes it, without its `=`. */
function fileFormula(formula: string): { text: string; isArray: boolean } {
  const inner = /^=ARRAYFORMULA\((.*)\)$/.exec(formula)?.[1];
  let arrays = 0;
  const text = tokenize(inner === undefined ? formula : `=${inner}`)
    .slice(1)
    .map((token) => {
      if (token.kind === "arrayOpen") arrays += 1;
      if (token.kind === "arrayClose") arrays -= 1;
      if (token.kind === "separator" && arrays === 0) return ",";
      if (token.kind === "function" && PREFIXED.has(token.text)) return `_xlfn.${token.text}`;
      return token.text;
    })
    .join("");
  return { text, isArray: inner !== undefined };
}

/**
 * The formulas stand in column J, where no table reaches, without any cached value; K says what
 * their results are, L gives them in full: the CSV export alone shows formatted text.
 */
function workbookOf(set: CaseSet): WorkBook {
  const data = utils.aoa_to_sheet(set.data.map((row) => [...row]));
  const formulas: WorkSheet = { "!ref": `J1:L${set.formulas.length}` };
  for (const [index, formula] of set.formulas.entries()) {
    const row = index + 1;
    const { text, isArray } = fileFormula(formula);
    formulas[`J${row}`] = { t: "n", f: text, ...(isArray ? { F: `J${row}` } : {}) };
    formulas[`K${row}`] = {
      t: "n",
      f: `IF(ISERROR(J${row}),"error",IF(ISLOGICAL(J${row}),"boolean",IF(ISNUMBER(J${row}),"number","text")))`,
    };
    formulas[`L${row}`] = {
      t: "n",
      f: `IF(ISNUMBER(J${row}),TEXT(J${row},"0.00000000000000E+000"),J${row})`,
    };
  }
  return { SheetNames: ["F", "D"], Sheets: { F: formulas, D: data } };
}

/** Asks LibreOffice, in a profile of its own, what each formula gives. */
export function askLibreOffice(set: CaseSet): Answer[] {
  const folder = mkdtempSync(join(tmpdir(), "judge-"));
  try {
    writeFileSync(
      join(folder, "cases.xlsx"),
      write(workbookOf(set), { type: "buffer", bookType: "xlsx" }),
    );
    const asCsv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false";
    convert(folder, ["cases.xlsx"], asCsv, ".");
    const answers = readCsv(readFileSync(join(folder, "cases.csv"), "utf8"));
    if (answers.length !== set.formulas.length) {
      throw new Error(`${set.title}: ${set.formulas.length} formulas, ${answers.length} answers.`);
    }
    return answers;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fields of each line: nine blank, the shown result, its type, the result in full. */
function readCsv(csv: string): Answer[] {
  const rows = read(csv, { type: "string", raw: true });
  const sheet = rows.Sheets[rows.SheetNames[0] as string] as WorkSheet;
  const lines = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: "" });
  return lines.map((line) => readAnswer(line[9] as string, line[10] as string, line[11] as string));
}

function readAnswer(shown: string, type: string, full: string): Answer {
  if (type === "number") return Number(full) || 0;
  if (type === "boolean") return shown === "TRUE";
  return type === "error" ? shown : full;
}
