import type { SheetModel } from "../../engine/model/index.js";
import type { ServiceContext } from "../context.js";
import { enumName } from "../enumeration.js";
import { GoogleError } from "../errors.js";
import { membersOf } from "../hand-out.js";
import { namedRangeOf, setName } from "./named-range.js";
import { protections } from "./protection.js";
import { rangeOfArea, rangeState } from "./range-kind.js";
import {
  activeCell,
  activeRange,
  activeSheet,
  goTo,
  rangeByText,
  sheetOf,
  sheetState,
} from "./sheet.js";
import { nameTaken } from "./sheet-identity.js";
import { extendSpreadsheet } from "./spreadsheet-kind.js";

const { free, read, write } = membersOf<undefined>();

function insertSheet(context: ServiceContext, args: readonly unknown[]): SheetModel {
  const { workbook } = context;
  const name = args.find((arg) => typeof arg === "string") ?? freeName(context);
  const index = args.find((arg) => typeof arg === "number");
  if (name === "") throw new GoogleError("Invalid sheet name.");
  if (workbook.sheet(name)) throw nameTaken(name);
  const after = workbook.sheets.indexOf(activeSheet(context)) + 1;
  const place = index === undefined ? after : Math.min(Math.max(index, 0), workbook.sheets.length);
  const sheet = workbook.addSheet(name, place);
  context.activeSheet = sheet;
  context.activeArea = undefined;
  return sheet;
}

function freeName(context: ServiceContext): string {
  let number = context.workbook.sheets.length + 1;
  while (context.workbook.sheet(`Feuille ${number}`)) number += 1;
  return `Feuille ${number}`;
}

function deleteSheet(context: ServiceContext, sheet: SheetModel): void {
  const { workbook } = context;
  if (workbook.sheets.every((other) => other === sheet || other.hidden)) {
    throw new GoogleError("You can't remove all the visible sheets in a document.");
  }
  workbook.deleteSheet(sheet);
}

extendSpreadsheet({
  getId: free("", () => "local"),
  getName: free("", ({ context }) => context.name),
  getUrl: free("", () => "https://docs.google.com/spreadsheets/d/local/edit"),
  getSpreadsheetLocale: read("", ({ context }) => context.workbook.locale),
  getSpreadsheetTimeZone: read("", ({ context }) => context.workbook.timeZone),
  getSheets: free("", ({ context }) =>
    context.workbook.sheets.map((sheet) => sheetOf(context, sheet)),
  ),
  getSheetByName: free("string", ({ context }, name: string) => {
    const sheet = context.workbook.sheets.find((each) => each.name === name);
    return sheet ? sheetOf(context, sheet) : null;
  }),
  getSheetById: free("int", ({ context }, id: number) => {
    const sheet = context.workbook.sheets.find((each) => each.id === id);
    return sheet ? sheetOf(context, sheet) : null;
  }),
  getNumSheets: free("", ({ context }) => context.workbook.sheets.length),
  getActiveSheet: free("", ({ context }) => sheetOf(context, activeSheet(context))),
  setActiveSheet: free("Sheet | Sheet boolean", ({ context }, sheet: object) => {
    goTo(context, sheetState(sheet));
    return sheet;
  }),
  setActiveRange: free("Range", ({ context }, range: object) => {
    context.activeArea = rangeState(range);
    context.activeSheet = rangeState(range).sheet;
    return range;
  }),
  getActiveRange: free("", ({ context }) => activeRange(context, activeSheet(context))),
  getActiveCell: free("", ({ context }) => activeCell(context, activeSheet(context))),
  insertSheet: write(" | string | int | string int", ({ context }, ...args: unknown[]) =>
    sheetOf(context, insertSheet(context, args)),
  ),
  deleteSheet: write("Sheet", ({ context }, sheet: object) => {
    deleteSheet(context, sheetState(sheet));
  }),
  moveActiveSheet: write("int", ({ context }, position: number) => {
    const { length } = context.workbook.sheets;
    if (position < 1 || position > length) throw new GoogleError("Invalid sheet index.");
    context.workbook.moveSheet(activeSheet(context), position - 1);
  }),
  getRange: free("string", ({ context }, text: string) =>
    rangeByText(context, activeSheet(context), text),
  ),
  getRangeByName: free("string", ({ context }, name: string) => {
    const area = context.workbook.namedRange(name);
    return area ? rangeOfArea(context, area) : null;
  }),
  getNamedRanges: read("", ({ context }) =>
    context.workbook.namedRanges().map(({ name }) => namedRangeOf(context, name)),
  ),
  setNamedRange: write("string Range", ({ context }, name: string, range: object) => {
    setName(context, name, range);
  }),
  removeNamedRange: write("string", ({ context }, name: string) => {
    if (!context.workbook.removeName(name)) {
      throw new GoogleError(`The named range "${name}" does not exist.`);
    }
  }),
  getProtections: read("ProtectionType", ({ context }, type: object) =>
    protections(context, context.workbook.sheets, enumName(type)),
  ),
  toast: free(
    "string | string string? | string string? number?",
    ({ context }, text: string, title: string | null = "", seconds: number | null = 5) => {
      context.ui?.toast({ text, title: title ?? "", seconds: seconds ?? 5 });
    },
  ),
});
