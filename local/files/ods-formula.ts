import { readDummyFunction } from "./dummy-function.js";
import { canonicalFormula, openedReferences } from "./formula-text.js";

const PIECE = /"(?:[^"]|"")*"|\[[^\]]*\]|[^"[]+|["[]/g;
const VENDOR =
  /\b(?:COM\.MICROSOFT|ORG\.LIBREOFFICE|ORG\.OPENOFFICE|COM\.SUN\.STAR\.SHEET\.ADDIN)\./g;

/** A reference of a canonical formula, its sheet included. */
const CANONICAL_REFERENCE =
  /(?<![\w.$'])(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\d_.]*)!)?(\$?[A-Z]{1,3}\$?\d+|\$?[A-Z]{1,3}(?=:\$?[A-Z]{1,3}(?![\w(])))(?::(\$?[A-Z]{1,3}\$?\d*))?(?![\w(.!])/gu;
/** Functions that OpenDocument does not define and that carry their maker's name. */
const VENDOR_FUNCTIONS = /\b(?=(?:IFS|SWITCH|TEXTJOIN|CONCAT|MAXIFS|MINIFS)\()/g;
const LAST_ROW = 1_048_576;

/** `[.A1:.B2]` is `A1:B2`, `[$Feuille.A1]` is `Feuille!A1`, `[.A2:.A1048576]` is `A2:A`. */
function reference(brackets: string): string {
  const text = brackets.slice(1, -1);
  const [, sheet = "", address = text] = /^(\$?'(?:[^']|'')*'|[^'.]*)(\..*)$/.exec(text) ?? [];
  const name = sheet.replace(/^\$/, "");
  const cells = openedReferences(address.replace(/(^|:)(?:\$?'(?:[^']|'')*'|[^'.:]*)\./g, "$1"));
  return name ? `${name}!${cells}` : cells;
}

/** Columns of an array are separated by `\` here and `;` in OpenDocument; rows by `;` and `|`. */
function arrays() {
  let depth = 0;
  return (code: string) =>
    code.replace(/[{};|]/g, (mark) => {
      if (mark === "{") depth += 1;
      if (mark === "}") depth -= 1;
      if (depth === 0) return mark;
      return mark === ";" ? "\\" : mark === "|" ? ";" : mark;
    });
}

/**
 * The canonical text of an OpenDocument formula.
 * @returns `"spilled"` for a cell that another one's formula fills.
 * @example odsFormula("of:=SUM([.A1:.A3];2)") // "=SUM(A1:A3;2)"
 */
export function odsFormula(attribute: string): string | "spilled" {
  const source = attribute.replace(/^\w+:/, "").replace(/^=/, "");
  const dummy = readDummyFunction(source);
  if (dummy) return dummy === "spilled" ? dummy : canonicalFormula(dummy.formula);
  const change = arrays();
  const pieces = (source.match(PIECE) ?? []).map((piece) => {
    if (piece.startsWith('"')) return piece;
    return piece.startsWith("[") ? reference(piece) : change(piece.replace(VENDOR, ""));
  });
  return `=${pieces.join("")}`;
}

function brackets(_: string, sheet: string | undefined, start: string, end: string | undefined) {
  const name = sheet ? `$${sheet}` : "";
  if (!end) return `[${name}.${start}]`;
  const open = /\d$/.test(start) && !/\d$/.test(end);
  return `[${name}.${start}:.${end}${open ? LAST_ROW : ""}]`;
}

/**
 * The OpenDocument text of a canonical formula without arrays in `{}`.
 * @example odsFormulaText("=SUM(A1:A3;2)") // "SUM([.A1:.A3];2)"
 */
export function odsFormulaText(canonical: string): string {
  return canonical
    .replace(/^=/, "")
    .split(/("(?:[^"]|"")*")/)
    .map((piece) =>
      piece.startsWith('"')
        ? piece
        : piece.replace(CANONICAL_REFERENCE, brackets).replace(VENDOR_FUNCTIONS, "COM.MICROSOFT."),
    )
    .join("");
}
