import type { ServiceContext } from "../context.js";
import { handOut } from "../hand-out.js";
import type { Kind } from "../kind.js";

const members: Record<string, Kind<undefined>["members"][string]> = {};

/** `Spreadsheet`; `spreadsheet.ts` adds its members. */
const SPREADSHEET: Kind<undefined> = {
  family: "SpreadsheetApp",
  name: "Spreadsheet",
  members,
};

/** Adds members to `Spreadsheet`. */
export function extendSpreadsheet(more: Kind<undefined>["members"]): void {
  Object.assign(members, more);
}

/** The workbook as scripts hold it. */
export function spreadsheetOf(context: ServiceContext): object {
  return handOut(context, SPREADSHEET, undefined);
}
