import type { SheetSnapshot, Validation, WorkbookSnapshot } from "../engine/snapshot.js";
import type { Area, Content } from "../engine/types.js";
import { renameSheets } from "./formula-text.js";

const LONGEST_NAME = 31;
const FORBIDDEN = /[*?:\\/[\]]/g;
const RESERVED = "history";

/** A sheet name that Excel takes and that no other sheet has. */
function excelName(name: string, taken: ReadonlySet<string>): string {
  const plain = name.replace(FORBIDDEN, "_").replace(/^'+|'+$/g, "_");
  const base = plain.toLowerCase() === RESERVED ? `${plain}_` : plain;
  for (let copy = 1; ; copy += 1) {
    const end = copy === 1 ? "" : ` (${copy})`;
    const candidate = base.slice(0, LONGEST_NAME - end.length) + end;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

type Rename = (name: string) => string;

function renamedSheet(sheet: SheetSnapshot, rename: Rename): SheetSnapshot {
  const area = (of: Area): Area => ({ ...of, sheet: rename(of.sheet) });
  const content = (of: Content | undefined): Content | undefined =>
    of?.kind === "formula" ? { kind: "formula", text: renameSheets(of.text, rename) } : of;
  const rule = (of: Validation["rule"]): Validation["rule"] =>
    of.kind === "range" ? { kind: "range", range: area(of.range) } : of;
  return {
    ...sheet,
    name: rename(sheet.name),
    cells: sheet.cells.map((cell) => ({ ...cell, content: content(cell.content) })),
    validations: sheet.validations?.map((of) => ({
      ...of,
      area: area(of.area),
      rule: rule(of.rule),
    })),
    conditional: sheet.conditional?.map(({ when, ...of }) => ({
      ...of,
      when:
        when.kind === "formula" ? { ...when, formula: renameSheets(when.formula, rename) } : when,
    })),
  };
}

/**
 * A workbook whose sheets have names that Excel takes (at most 31 characters, none of `*?:\/[]`),
 * wherever they are named.
 * @returns The same workbook where all are fit; `original` gives a sheet's name in Sheets.
 */
export function withExcelNames(snapshot: WorkbookSnapshot): {
  snapshot: WorkbookSnapshot;
  original: Rename;
} {
  const toExcel = new Map<string, string>();
  const toSheets = new Map<string, string>();
  for (const { name } of snapshot.sheets) {
    const given = excelName(name, new Set(toSheets.keys()));
    toExcel.set(name.toLowerCase(), given);
    toSheets.set(given.toLowerCase(), name);
  }
  if (snapshot.sheets.every(({ name }) => toExcel.get(name.toLowerCase()) === name))
    return { snapshot, original: (name) => name };
  const rename = (name: string) => toExcel.get(name.toLowerCase()) ?? name;
  const names = Object.entries(snapshot.names).map(([name, area]) => [
    name,
    { ...area, sheet: rename(area.sheet) },
  ]);
  return {
    snapshot: {
      ...snapshot,
      sheets: snapshot.sheets.map((sheet) => renamedSheet(sheet, rename)),
      names: Object.fromEntries(names),
    },
    original: (name) => toSheets.get(name.toLowerCase()) ?? name,
  };
}
