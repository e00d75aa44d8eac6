import { FichierIllisible } from "./unreadable.js";
import { looksLikeZip, zipDirectory } from "./zip-directory.js";

export type FileKind = "xlsx" | "ods" | "csv";

const MEGABYTE = 1024 * 1024;
const LARGEST_FILE = 100 * MEGABYTE;
const LARGEST_CONTENT = 600 * MEGABYTE;
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** What an encrypted .ods says of its parts, in its list of files. */
const ENCRYPTED = "manifest:encryption-data";

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function utf16Contains(bytes: Uint8Array, word: string): boolean {
  return new TextDecoder("utf-16le").decode(bytes.subarray(0, 64 * 1024)).includes(word);
}

/** An old Excel file and an encrypted .xlsx are both OLE containers. */
function refuseOle(bytes: Uint8Array): never {
  if (
    utf16Contains(bytes, "EncryptedPackage") ||
    utf16Contains(bytes.subarray(-64 * 1024), "EncryptedPackage")
  )
    throw new FichierIllisible(
      "Ce fichier est protégé par un mot de passe : ouvrez-le, retirez le mot de passe et enregistrez-le de nouveau.",
    );
  throw new FichierIllisible(
    "Ce fichier est au format d’une ancienne version d’Excel (.xls) ou n’est pas un classeur : enregistrez-le au format .xlsx ou .ods.",
  );
}

function zipKind(bytes: Uint8Array): FileKind {
  const entries = zipDirectory(bytes);
  if (!entries)
    throw new FichierIllisible(
      "Ce fichier est endommagé ou incomplet : téléchargez-le de nouveau.",
    );
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > LARGEST_CONTENT)
    throw new FichierIllisible(
      `Ce fichier contient ${Math.round(size / MEGABYTE).toLocaleString("fr-FR")} Mo une fois décompressé, plus que la limite de 600 Mo : il n’est pas ouvert.`,
    );
  const names = new Set(entries.map(({ name }) => name));
  if (names.has("xl/workbook.xml")) return "xlsx";
  if (names.has("content.xml")) return "ods";
  throw new FichierIllisible(
    "Ce fichier n’est pas un classeur : les formats lus sont .xlsx, .ods et .csv.",
  );
}

/** The manifest is stored or deflated: only its first bytes, unpacked by the caller, are looked at. */
export function refuseEncryptedOds(manifest: string): void {
  if (manifest.includes(ENCRYPTED))
    throw new FichierIllisible(
      "Ce fichier est protégé par un mot de passe : ouvrez-le, retirez le mot de passe et enregistrez-le de nouveau.",
    );
}

/**
 * Which kind of spreadsheet the bytes hold, whatever the file's name says.
 * @throws FichierIllisible where they hold none, or one too large to open.
 */
export function fileKind(bytes: Uint8Array, fileName: string): FileKind {
  if (bytes.length === 0) throw new FichierIllisible("Ce fichier est vide.");
  if (bytes.length > LARGEST_FILE)
    throw new FichierIllisible("Ce fichier dépasse 100 Mo : il n’est pas ouvert.");
  if (startsWith(bytes, OLE)) refuseOle(bytes);
  if (looksLikeZip(bytes)) return zipKind(bytes);
  const binary = bytes.subarray(0, 4096).includes(0) || startsWith(bytes, [0x25, 0x50, 0x44, 0x46]);
  if (binary || /\.(xlsx|ods)$/i.test(fileName))
    throw new FichierIllisible(
      "Ce fichier n’est pas un classeur : les formats lus sont .xlsx, .ods et .csv.",
    );
  return "csv";
}
