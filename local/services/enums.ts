import { remembered, rememberedOf } from "../engine/remembered.js";
import type { ServiceContext } from "./context.js";
import { enumeration } from "./enumeration.js";

const SPREADSHEET_ENUMS = {
  ProtectionType: "RANGE SHEET",
  WrapStrategy: "WRAP OVERFLOW CLIP",
  BorderStyle: "DOTTED DASHED SOLID SOLID_MEDIUM SOLID_THICK DOUBLE",
  Dimension: "COLUMNS ROWS",
  BooleanCriteria:
    "CELL_EMPTY CELL_NOT_EMPTY NUMBER_BETWEEN NUMBER_GREATER_THAN NUMBER_GREATER_THAN_OR_EQUAL_TO NUMBER_LESS_THAN TEXT_CONTAINS TEXT_STARTS_WITH TEXT_EQUAL_TO CUSTOM_FORMULA",
  DataValidationCriteria:
    "DATE_IS_VALID_DATE NUMBER_BETWEEN NUMBER_GREATER_THAN_OR_EQUAL_TO NUMBER_LESS_THAN_OR_EQUAL_TO VALUE_IN_LIST VALUE_IN_RANGE CHECKBOX",
  CopyPasteType: "PASTE_NORMAL PASTE_VALUES PASTE_FORMAT",
} as const;

type Title = keyof typeof SPREADSHEET_ENUMS;

const enumsOf = rememberedOf((context: ServiceContext) =>
  remembered((title: Title) => enumeration(context, title, SPREADSHEET_ENUMS[title])),
);

/** An enumeration of `SpreadsheetApp`, the same object at every call. */
function spreadsheetEnum(context: ServiceContext, title: Title): object {
  return enumsOf(context)(title);
}

/** All enumerations of `SpreadsheetApp`, by name. */
export function spreadsheetEnums(context: ServiceContext): Record<string, object> {
  const titles = Object.keys(SPREADSHEET_ENUMS) as Title[];
  return Object.fromEntries(titles.map((title) => [title, spreadsheetEnum(context, title)]));
}

/** One value of an enumeration of `SpreadsheetApp`. */
export function spreadsheetEnumValue(
  context: ServiceContext,
  title: keyof typeof SPREADSHEET_ENUMS,
  name: string,
): object {
  return (spreadsheetEnum(context, title) as Record<string, object>)[name] as object;
}
