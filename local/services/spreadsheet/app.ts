import type { ServiceContext } from "../context.js";
import { spreadsheetEnums } from "../enums.js";
import { handOut, membersOf } from "../hand-out.js";
import type { Kind } from "../kind.js";
import { uiOf } from "../ui.js";
import "./range-looks.js";
import "./range-place.js";
import "./range-read.js";
import "./range-rules.js";
import "./range-write.js";
import "./sheet-cells.js";
import "./sheet-charts.js";
import "./sheet-identity.js";
import "./sheet-layout.js";
import "./spreadsheet.js";
import { newConditionalFormatRule } from "./conditional-format.js";
import { newDataValidation } from "./data-validation.js";
import { activeRange, activeSheet, sheetOf } from "./sheet.js";
import { spreadsheetOf } from "./spreadsheet-kind.js";

const { free, read } = membersOf<undefined>();

const MEMBERS: Kind<undefined>["members"] = {
  getActive: free("", ({ context }) => spreadsheetOf(context)),
  getActiveSpreadsheet: free("", ({ context }) => spreadsheetOf(context)),
  getActiveSheet: free("", ({ context }) => sheetOf(context, activeSheet(context))),
  getActiveRange: free("", ({ context }) => activeRange(context, activeSheet(context))),
  flush: read("", () => undefined),
  getUi: free("", ({ context }) => uiOf(context)),
  newDataValidation: free("", ({ context }) => newDataValidation(context)),
  newConditionalFormatRule: free("", ({ context }) => newConditionalFormatRule(context)),
};

/** `SpreadsheetApp`. */
export function spreadsheetApp(context: ServiceContext): object {
  const kind: Kind<undefined> = {
    family: "SpreadsheetApp",
    name: "SpreadsheetApp",
    members: MEMBERS,
    constants: spreadsheetEnums(context),
  };
  return handOut(context, kind, undefined);
}
