import { FichierIllisible, REASONS } from "./unreadable.js";
import { looksLikeZip, zipDirectory } from "./zip-directory.js";

export type FileKind = "xlsx" | "ods" | "csv";

const MEGABYTE = 1024 * 1024;
const LARGEST_FILE = 100 * MEGABYTE;
const LARGEST_CONTENT = 600 * MEGABYTE;
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** What Excel's "Texte Unicode" begins with. */
export const UTF_16_MARK = [0xff, 0xfe];
const PDF = [0x25, 0x50, 0x44, 0x46];

/** Whether bytes begin with these. */
export function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function utf16Contains(bytes: Uint8Array, word: string): boolean {
  return new TextDecoder("utf-16le").decode(bytes.subarray(0, 64 * 1024)).includes(word);
}

/** An old Excel file and an encrypted .xlsx are both OLE containers. */
function refuseOle(bytes: Uint8Array): never {
  const encrypted =
    utf16Contains(bytes, "EncryptedPackage") ||
    utf16Contains(bytes.subarray(-64 * 1024), "EncryptedPackage");
  throw new FichierIllisible(encrypted ? REASONS.protected : REASONS.oldExcel);
}

function zipKind(bytes: Uint8Array): FileKind {
  const entries = zipDirectory(bytes);
  if (!entries) throw new FichierIllisible(REASONS.incomplete);
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > LARGEST_CONTENT)
    throw new FichierIllisible(REASONS.unpacked(Math.round(size / MEGABYTE)));
  const names = new Set(entries.map(({ name }) => name));
  if (names.has("xl/workbook.xml")) return "xlsx";
  if (names.has("content.xml")) return "ods";
  throw new FichierIllisible(REASONS.notWorkbook);
}

/**
 * Which kind of spreadsheet the bytes hold, whatever the file's name says.
 * @throws FichierIllisible where they hold none, or one too large to open.
 */
export function fileKind(bytes: Uint8Array, fileName: string): FileKind {
  if (bytes.length === 0) throw new FichierIllisible(REASONS.empty);
  if (bytes.length > LARGEST_FILE) throw new FichierIllisible(REASONS.large);
  if (startsWith(bytes, OLE)) refuseOle(bytes);
  if (looksLikeZip(bytes)) return zipKind(bytes);
  const text = startsWith(bytes, UTF_16_MARK) || !bytes.subarray(0, 4096).includes(0);
  if (!text || startsWith(bytes, PDF) || /\.(xlsx|ods)$/i.test(fileName))
    throw new FichierIllisible(REASONS.notWorkbook);
  return "csv";
}
