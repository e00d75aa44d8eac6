export { type DateParts, partsOf, serialOf } from "../dates/serial.js";
export { createCalculator, type FormulaCalculator, type FormulaOptions } from "./calculator.js";
export { messageOf } from "./evaluation/messageOf.js";
export { isDateFormat } from "./format/isDateFormat.js";
export { renderNumber } from "./format/renderNumber.js";
export { fromFrench, toFrench } from "./french/convert.js";
export { FRENCH_NAMES } from "./french/names.js";
export { functionNames } from "./functions/registry.js";
export type { Sparkline } from "./functions/sparkline.js";
export { cellAddress, columnLetters, columnNumber } from "./syntax/columns.js";
export type { Expression } from "./syntax/expression.js";
export { parse } from "./syntax/parse.js";
export {
  type Bounds,
  boundsOf,
  type Corner,
  quoteSheet,
  type ReferenceText,
  readCorner,
  writeReference,
} from "./syntax/reference.js";
export { type FormulaReferences, references } from "./syntax/references.js";
export { type Edit, shiftReferences } from "./syntax/shift.js";
export { FormulaSyntaxError, type Token, tokenize } from "./syntax/tokens.js";
export { ENGLISH, FRENCH, type Locale, localeOf } from "./values/locale.js";
export { numberOfText, serialOfText } from "./values/readText.js";
