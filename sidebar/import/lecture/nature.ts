import { FichierRefuse, RAISONS } from "./refus.js";
import { decompresser, type PartieZip, refuserBombe, repertoire } from "./zip.js";

export type Nature =
  | { readonly format: "csv" }
  | { readonly format: "xlsx" | "ods"; readonly parties: readonly PartieZip[] };

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

/** What other files begin with. */
const OTHERS: readonly { readonly start: readonly number[]; readonly kind: string }[] = [
  { start: ascii("%PDF"), kind: "un document PDF" },
  { start: [0x89, ...ascii("PNG")], kind: "une image" },
  { start: [0xff, 0xd8, 0xff], kind: "une image" },
  { start: ascii("GIF8"), kind: "une image" },
  { start: ascii("{\\rtf"), kind: "un document de traitement de texte" },
  { start: ascii("Rar!"), kind: "une archive" },
  { start: [0x37, 0x7a, 0xbc, 0xaf], kind: "une archive" },
  { start: [0x1f, 0x8b], kind: "une archive" },
];

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = ascii("PK");
const UTF_16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** Whether bytes begin with these. */
export function commence(octets: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => octets[index] === byte);
}

/** An old Excel file and an encrypted .xlsx are both OLE containers. */
function refuseOle(octets: Uint8Array): never {
  const names = new TextDecoder("utf-16le").decode(octets);
  throw new FichierRefuse(
    names.includes("EncryptedPackage") ? RAISONS.protege : RAISONS.ancienExcel,
  );
}

function contentOf(octets: Uint8Array, parts: readonly PartieZip[], name: string): string {
  const part = parts.find(({ nom }) => nom === name);
  return part ? new TextDecoder().decode(decompresser(octets, part)) : "";
}

function zipNature(octets: Uint8Array): Nature {
  const parts = repertoire(octets);
  refuserBombe(parts);
  const names = new Set(parts.map(({ nom }) => nom));
  const mime = contentOf(octets, parts, "mimetype");
  if (
    parts.some(({ chiffree }) => chiffree) ||
    names.has("encrypted-package") ||
    contentOf(octets, parts, "META-INF/manifest.xml").includes("encryption-data")
  )
    throw new FichierRefuse(RAISONS.protege);
  if (names.has("xl/workbook.xml")) return { format: "xlsx", parties: parts };
  if (names.has("xl/workbook.bin")) throw new FichierRefuse(RAISONS.autreTableur(".xlsb"));
  if (names.has("content.xml") && (mime === "" || mime.includes("spreadsheet")))
    return { format: "ods", parties: parts };
  if (names.has("word/document.xml") || mime.includes("opendocument.text"))
    throw new FichierRefuse(RAISONS.autre("un document de traitement de texte"));
  if ([...names].some((name) => name.startsWith("Index/") && name.endsWith(".iwa")))
    throw new FichierRefuse(RAISONS.autreTableur("Numbers"));
  throw new FichierRefuse(RAISONS.autre("une archive"));
}

/**
 * What the bytes are, whatever the file's name says.
 * @throws FichierRefuse where they are no table, are protected, or would be too large once unpacked
 */
export function natureDe(octets: Uint8Array): Nature {
  if (octets.length === 0) throw new FichierRefuse(RAISONS.vide);
  if (commence(octets, OLE)) refuseOle(octets);
  if (commence(octets, ZIP)) return zipNature(octets);
  const other = OTHERS.find(({ start }) => commence(octets, start));
  if (other) throw new FichierRefuse(RAISONS.autre(other.kind));
  const start = octets.subarray(0, 4096);
  if (start.includes(0) && !UTF_16.some((mark) => commence(octets, mark)))
    throw new FichierRefuse(RAISONS.inconnu);
  const text = new TextDecoder("latin1").decode(start).trimStart();
  if (/^(?:\u00ef\u00bb\u00bf)?<\?xml[\s\S]*(Excel\.Sheet|office:spreadsheet)/.test(text))
    throw new FichierRefuse(RAISONS.autreTableur("enregistré en XML"));
  if (/^(?:\u00ef\u00bb\u00bf)?<(!doctype|html|\?xml|table|head)/i.test(text))
    throw new FichierRefuse(RAISONS.autre("une page web"));
  return { format: "csv" };
}
