/** A piece of a formula: a `"text"`, a `'sheet name'`, or the code between them. */
const PIECE = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[^"']+|["']/g;
const LAST_ROW = "1048576";
const OPEN_REFERENCE = /(\$?[A-Z]{1,3}\$?\d+):(\$?[A-Z]{1,3})(?![A-Z0-9$(_.])/gi;
const REFERENCE_TO_LAST_ROW = new RegExp(
  `(\\$?[A-Z]{1,3}\\$?\\d+):(\\$?[A-Z]{1,3})\\$?${LAST_ROW}(?!\\d)`,
  "gi",
);
/** What files put before functions younger than their format, and before the names of LET. */
const PREFIX = /_xlfn\.|_xlws\.|_xlpm\./gi;
/** Functions of Excel 2013 and later: files carry them with a prefix. */
const YOUNG = /\b(?=(?:IFS|SWITCH|TEXTJOIN|CONCAT|MAXIFS|MINIFS|IFNA|XOR|DAYS|ISOWEEKNUM)\()/gi;

/** `A2:A1048576`, which files have for it, becomes `A2:A` again. */
export function openedReferences(code: string): string {
  return code.replace(REFERENCE_TO_LAST_ROW, "$1:$2");
}

/** Applies `change` to the code of a formula and leaves texts and sheet names as they are. */
function mapCode(formula: string, change: (code: string) => string): string {
  return (formula.match(PIECE) ?? [])
    .map((piece) => (/^["']/.test(piece) ? piece : change(piece)))
    .join("");
}

/** Changes separators, which have other marks inside `{}` than between arguments. */
function separators(
  marks: { argument: string; inBraces: string },
  to: { argument: string; inBraces: string },
) {
  let depth = 0;
  return (code: string) =>
    code.replace(/[{},;\\]/g, (mark) => {
      if (mark === "{") depth += 1;
      if (mark === "}") depth -= 1;
      if (depth > 0) return mark === marks.inBraces ? to.inBraces : mark;
      return mark === marks.argument ? to.argument : mark;
    });
}

/**
 * The canonical text of a formula read in a file.
 * @param text As the file has it, without `=`: `,` between arguments and between columns of `{}`.
 * @returns With `=`, `;` between arguments, `\` between columns of `{}`, no prefix of the format.
 * @example canonicalFormula('_xlfn.IFS(A1>0,"a, b")') // '=IFS(A1>0;"a, b")'
 */
export function canonicalFormula(text: string): string {
  const change = separators({ argument: ",", inBraces: "," }, { argument: ";", inBraces: "\\" });
  return `=${mapCode(text.replace(/^=/, ""), (code) =>
    change(openedReferences(code.replace(PREFIX, ""))),
  )}`;
}

/**
 * The text that an .xlsx file carries for a canonical formula; the opposite of `canonicalFormula`.
 * `A2:A`, which only Sheets knows, becomes a reference down to the last row.
 */
export function fileFormula(canonical: string): string {
  const change = separators({ argument: ";", inBraces: "\\" }, { argument: ",", inBraces: "," });
  return mapCode(canonical.replace(/^=/, ""), (code) =>
    change(code.replace(OPEN_REFERENCE, `$1:$2${LAST_ROW}`).replace(YOUNG, "_xlfn.")),
  );
}

const SHEET_NAME = /"(?:[^"]|"")*"|'((?:[^']|'')*)'!|([\p{L}_][\p{L}\d_.]*)!/gu;

/** Changes the names of sheets in a formula's references. */
export function renameSheets(formula: string, rename: (name: string) => string): string {
  return formula.replace(SHEET_NAME, (whole, quoted?: string, plain?: string) => {
    const name = quoted?.replaceAll("''", "'") ?? plain;
    if (name === undefined || rename(name) === name) return whole;
    return `'${rename(name).replaceAll("'", "''")}'!`;
  });
}

/** The functions that a formula calls, in capitals, and whether it has an array in `{}`. */
export function formulaCalls(canonical: string): { names: string[]; braces: boolean } {
  const names: string[] = [];
  let braces = false;
  mapCode(canonical, (code) => {
    for (const [name] of code.matchAll(/[\p{L}_][\p{L}\d_.]*(?=\s*\()/gu))
      names.push(name.toUpperCase());
    braces ||= code.includes("{");
    return code;
  });
  return { names, braces };
}
