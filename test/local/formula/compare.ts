import type { Value } from "../../../local/engine/types.js";
import { codeOf } from "./grid.js";
import type { Answer } from "./judge/libreOffice.js";

/** Codes that LibreOffice tells apart as Sheets does; its others (Err:502) stand for several. */
const SHARED_CODES = ["#N/A", "#DIV/0!", "#NAME?"];

function isErrorCode(answer: Answer): boolean {
  return (
    typeof answer === "string" && /^(#(N\/A|DIV\/0!|NAME\?|VALUE!|REF!|NUM!)|Err:\d+)$/.test(answer)
  );
}

/** Is a value what LibreOffice answered? Numbers to fifteen digits; a blank is an empty text. */
export function agrees(value: Value, answer: Answer): boolean {
  const shown = codeOf(value) ?? "";
  if (typeof shown === "number" && typeof answer === "number") {
    return Math.abs(shown - answer) <= 1e-13 * Math.max(1, Math.abs(answer));
  }
  if (isErrorCode(answer) && !SHARED_CODES.includes(String(answer))) {
    return typeof value === "object" && value !== null;
  }
  return shown === answer;
}
