import type { ErrorCode } from "../engine/types.js";

/** Errors that a file may hold; Sheets' `#ERROR!` has no equal there. */
export type ExcelError = Exclude<ErrorCode, "#ERROR!">;

/** The error of a file that stands for an error of Sheets. */
export function excelError(code: ErrorCode): ExcelError {
  return code === "#ERROR!" ? "#VALUE!" : code;
}
