import type { CellSnapshot, WorkbookSnapshot } from "../engine/snapshot.js";
import { startsWith, UTF_16_MARK } from "./file-kind.js";
import { sheetSize, workbookSnapshot } from "./new-snapshot.js";

const SEPARATORS = [",", ";", "\t"] as const;

/** What Windows-1252 has from 0x80 to 0x9f: Node's decoder takes it for ISO-8859-1. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** The text of a CSV: UTF-8, with or without a mark at its start, marked UTF-16, else Windows-1252. */
function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, UTF_16_MARK)) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder("windows-1252").decode(bytes);
    return text.replace(/[\u0080-\u009f]/g, (mark) => WINDOWS[mark.charCodeAt(0) - 0x80] ?? mark);
  }
}

/** The separator that the first line uses most, outside quotes. */
function separator(text: string): string {
  const counts = new Map<string, number>(SEPARATORS.map((mark) => [mark, 0]));
  let quoted = false;
  for (const mark of text) {
    if (mark === '"') quoted = !quoted;
    else if (!quoted && (mark === "\n" || mark === "\r")) break;
    else if (!quoted && counts.has(mark)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return SEPARATORS.reduce((best, mark) =>
    (counts.get(mark) ?? 0) > (counts.get(best) ?? 0) ? mark : best,
  );
}

/**
 * The rows of a CSV text. A cell in quotes may hold separators, line breaks and doubled quotes.
 * @example csvRows('a;"b;\n""c"""') // [["a", 'b;\n"c"']]
 */
export function csvRows(text: string): string[][] {
  const mark = separator(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      let close = at + 1;
      while (close < text.length && (text[close] !== '"' || text[close + 1] === '"'))
        close += text[close] === '"' ? 2 : 1;
      cell = text.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
    }
    const start = at;
    while (at < text.length && text[at] !== mark && text[at] !== "\n" && text[at] !== "\r") at += 1;
    row.push(cell + text.slice(start, at));
    if (text[at] === mark) {
      at += 1;
      if (at === text.length) row.push("");
      else continue;
    } else if (text[at] === "\r" && text[at + 1] === "\n") at += 2;
    else at += 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Reads a CSV as one sheet of texts, named after the file: what they mean is a later question. */
export function readCsv(bytes: Uint8Array, fileName: string): WorkbookSnapshot {
  const cells: CellSnapshot[] = csvRows(decode(bytes)).flatMap((row, line) =>
    row.flatMap((value, index) =>
      value === ""
        ? []
        : [
            {
              row: line + 1,
              column: index + 1,
              content: { kind: "value", value },
              style: { numberFormat: "@" },
            } as const,
          ],
    ),
  );
  const name = fileName.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, "") || "Feuille 1";
  return workbookSnapshot([{ name, ...sheetSize(cells), cells }]);
}
