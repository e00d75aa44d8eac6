import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Value } from "../../../local/engine/types.js";
import { csvRows } from "../../../local/files/read-csv.js";
import { readWorkbookFile } from "../../../local/files/read-workbook-file.js";
import { writeOds } from "../../../local/files/write-ods.js";
import { writeXlsx } from "../../../local/files/write-xlsx.js";
import { convert, LIBREOFFICE } from "../soffice.js";
import { cell, contentAt, sheet, workbook } from "./workbook.js";

const NAME = "L'été";
const REASONS = `${"Coût hors limites ; ".repeat(500)}fin`;
const SNAPSHOT = workbook([
  sheet(NAME, [
    cell(1, 1, 1),
    cell(1, 2, 2.5),
    { row: 1, column: 3, content: { kind: "value", value: "=1+1" } },
    { row: 1, column: 4, content: { kind: "value", value: "01004" } },
    cell(2, 1, "=SUM(A1:B1)"),
    cell(2, 2, '=IFERROR(FITN_TAUX(900;"3a");0)'),
    cell(2, 3, '=TEXTJOIN("; ";TRUE;A1:B1)'),
    cell(2, 4, '=COUNTIFS(C1:C;"=*")'),
    cell(3, 1, "=FITN_INSTRUCTION(A1:B1)"),
  ]),
]);
const SHOWN = new Map<string, Value>([
  ["2:1", 3.5],
  ["2:2", 0.8],
  ["2:3", "1; 2.5"],
  ["2:4", 0],
  ["3:1", "4012345"],
  ["3:2", REASONS],
  ["4:1", "suite"],
]);
const values = (_: string, row: number, column: number) => SHOWN.get(`${row}:${column}`) ?? null;

/** One CSV per sheet, values as stored, in UTF-8. */
const CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

describe.skipIf(!LIBREOFFICE)("LibreOffice", () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "fitn7-lo-"));
    writeFileSync(join(folder, "a.xlsx"), await writeXlsx(SNAPSHOT, values));
    writeFileSync(join(folder, "b.ods"), writeOds(SNAPSHOT, values));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(["a.xlsx", "b.ods"])("shows the values of %s", (file) => {
    convert(folder, [file], CSV, file.replace(".", "-"));
    const out = join(folder, file.replace(".", "-"));
    const [csv = ""] = readdirSync(out);
    const rows = csvRows(readFileSync(join(out, csv), "utf8"));
    expect(rows[0]?.slice(0, 4)).toEqual(["1", "2.5", "=1+1", "01004"]);
    expect(rows[1]?.slice(0, 3)).toEqual(["3.5", "0.8", "1; 2.5"]);
    expect(rows[2]?.[0]).toBe("4012345");
    expect(rows[2]?.[1]?.length).toBe(REASONS.length);
    expect(rows[3]?.[0]).toBe("suite");
  });

  it.each(["xlsx", "ods"])("gives the formulas back after saving as .%s", async (format) => {
    convert(folder, ["a.xlsx"], format, `saved-${format}`);
    const bytes = readFileSync(join(folder, `saved-${format}`, `a.${format}`));
    const read = (await readWorkbookFile(bytes, `a.${format}`)).sheets[0];
    expect(contentAt(read, 2, 2)).toEqual({
      kind: "formula",
      text: '=IFERROR(FITN_TAUX(900;"3a");0)',
    });
    expect(contentAt(read, 3, 1)).toEqual({ kind: "formula", text: "=FITN_INSTRUCTION(A1:B1)" });
    expect(contentAt(read, 3, 2)).toBeUndefined();
    expect(contentAt(read, 4, 1)).toBeUndefined();
    expect(contentAt(read, 1, 3)).toEqual({ kind: "value", value: "=1+1" });
  });
});
