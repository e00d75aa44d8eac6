import type { SheetModel } from "../../engine/model/index.js";
import type { ServiceContext } from "../context.js";
import { enumName } from "../enumeration.js";
import { GoogleError } from "../errors.js";
import { membersOf } from "../hand-out.js";
import { conditionalRuleOf, conditionalRuleState } from "./conditional-format.js";
import { protect, protections } from "./protection.js";
import { alive } from "./range-kind.js";
import { extendSheet, goTo } from "./sheet.js";
import { spreadsheetOf } from "./spreadsheet-kind.js";

const { free, read, write } = membersOf<SheetModel>();

function rename(context: ServiceContext, sheet: SheetModel, name: string): void {
  alive(context, sheet);
  if (name === "") throw new GoogleError("Invalid sheet name.");
  const other = context.workbook.sheet(name);
  if (other && other !== sheet) throw nameTaken(name);
  if (name !== sheet.name) context.workbook.renameSheet(sheet, name);
}

export function nameTaken(name: string): GoogleError {
  return new GoogleError(
    `A sheet with the name "${name}" already exists. Please enter another name.`,
  );
}

function hide(context: ServiceContext, sheet: SheetModel): void {
  alive(context, sheet);
  if (context.workbook.sheets.every((other) => other === sheet || other.hidden)) {
    throw new GoogleError("You can't hide all the sheets in a document.");
  }
  context.workbook.arrange(sheet, () => {
    sheet.hidden = true;
  });
}

extendSheet({
  getName: free("", ({ state }) => state.name),
  getSheetName: free("", ({ state }) => state.name),
  getSheetId: free("", ({ state }) => state.id),
  getIndex: free("", ({ state, context }) => context.workbook.sheets.indexOf(state) + 1),
  getParent: free("", ({ context }) => spreadsheetOf(context)),
  activate: free("", ({ state, context, self }) => {
    alive(context, state);
    goTo(context, state);
    return self;
  }),
  setName: write("string", ({ state, context, self }, name: string) => {
    rename(context, state, name);
    return self;
  }),
  isSheetHidden: read("", ({ state }) => state.hidden),
  hideSheet: write("", ({ state, context, self }) => {
    hide(context, state);
    return self;
  }),
  showSheet: write("", ({ state, context, self }) => {
    alive(context, state);
    context.workbook.arrange(state, (sheet) => {
      sheet.hidden = false;
    });
    return self;
  }),
  getConditionalFormatRules: read("", ({ state, context }) =>
    state.conditional.map((rule) => conditionalRuleOf(context, rule)),
  ),
  setConditionalFormatRules: write("list", ({ state, context }, rules: object[]) => {
    alive(context, state);
    context.workbook.arrange(state, (sheet) => {
      sheet.conditional = rules.map(conditionalRuleState);
    });
  }),
  clearConditionalFormatRules: write("", ({ state, context }) => {
    context.workbook.arrange(state, (sheet) => {
      sheet.conditional = [];
    });
  }),
  getProtections: read("ProtectionType", ({ state, context }, type: object) =>
    protections(context, [state], enumName(type)),
  ),
  protect: write("", ({ state, context }) => {
    alive(context, state);
    return protect(context, state);
  }),
});
