import { deflateSync, strToU8, type Zippable, zipSync } from "fflate";

/** Files made by hand: good ones that no program of ours writes, and hostile ones. */

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** Number formats of the cells of `xlsx`, by the cell's `s`. */
export const FORMATS = [
  "General",
  "@",
  "00000",
  "dd/mm/yyyy",
  "yyyy-mm-dd h:mm AM/PM",
  "000 000 000 00000",
];

function styles(): string {
  const formats = FORMATS.map(
    (format, index) => `<numFmt numFmtId="${164 + index}" formatCode="${format}"/>`,
  );
  const cells = FORMATS.map((_, index) => `<xf numFmtId="${164 + index}" applyNumberFormat="1"/>`);
  return `${XML}<styleSheet ${MAIN}><numFmts count="${FORMATS.length}">${formats.join("")}</numFmts><cellXfs count="${FORMATS.length}">${cells.join("")}</cellXfs></styleSheet>`;
}

/** An .xlsx with one tab. @param rows XML of its rows */
export function xlsx(
  rows: string,
  { date1904 = false, sharedStrings = "", more = {} as Zippable } = {},
): Uint8Array {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return zipSync({
    "[Content_Types].xml": strToU8(
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": strToU8(
      `${XML}<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets><sheet name="Dossiers" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    "xl/styles.xml": strToU8(styles()),
    "xl/sharedStrings.xml": strToU8(`${XML}<sst ${MAIN}>${sharedStrings}</sst>`),
    "xl/worksheets/sheet1.xml": strToU8(
      `${XML}<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`,
    ),
    ...more,
  });
}

const NAMESPACES = ["office", "table", "text"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");

/**
 * An .ods with one tab.
 * @param rows XML of its rows
 * @param avant XML before the tab
 */
export function ods(
  rows: string,
  { nom = "Dossiers", avant = "", more = {} as Zippable } = {},
): Uint8Array {
  return zipSync({
    mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
    "content.xml": strToU8(
      `${XML}<office:document-content ${NAMESPACES}><office:body><office:spreadsheet>${avant}<table:table table:name="${nom}">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
    "META-INF/manifest.xml": strToU8("<manifest/>"),
    ...more,
  });
}

/** One part of a zip whose directory says what it likes. */
export interface PartieFausse {
  readonly nom: string;
  readonly contenu: Uint8Array;
  /** Size that the directory declares. */
  readonly annonce?: number;
  readonly chiffree?: boolean;
}

/** A zip whose directory may lie. */
export function zipFaux(parts: readonly PartieFausse[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { nom, contenu, annonce = contenu.length, chiffree = false } of parts) {
    const name = strToU8(nom);
    const packed = deflateSync(contenu);
    const flags = chiffree ? 1 : 0;
    const local = new DataView(new ArrayBuffer(30));
    local.setUint32(0, 0x04034b50, true);
    local.setUint16(6, flags, true);
    local.setUint16(8, 8, true);
    local.setUint32(18, packed.length, true);
    local.setUint32(22, annonce, true);
    local.setUint16(26, name.length, true);
    const entry = new DataView(new ArrayBuffer(46));
    entry.setUint32(0, 0x02014b50, true);
    entry.setUint16(8, flags, true);
    entry.setUint16(10, 8, true);
    entry.setUint32(20, packed.length, true);
    entry.setUint32(24, annonce, true);
    entry.setUint16(28, name.length, true);
    entry.setUint32(42, at, true);
    chunks.push(new Uint8Array(local.buffer), name, packed);
    directory.push(new Uint8Array(entry.buffer), name);
    at += 30 + name.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, parts.length, true);
  end.setUint16(10, parts.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, at, true);
  return Buffer.concat([...chunks, ...directory, new Uint8Array(end.buffer)]);
}

/** An OLE container whose directory names a stream: an old Excel file, or an encrypted workbook. */
export function ole(stream: "Workbook" | "EncryptedPackage"): Uint8Array {
  const bytes = Buffer.alloc(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.write(stream, 1024, "utf16le");
  return bytes;
}

/** Text as Windows-1252 bytes; `€`, `’` and `œ` are in it and not in ISO-8859-1. */
export function windows1252(text: string): Uint8Array {
  const special: Readonly<Record<string, number>> = { "€": 0x80, "’": 0x92, œ: 0x9c };
  return Uint8Array.from(text, (letter) => special[letter] ?? letter.charCodeAt(0));
}

export const utf8 = (text: string): Uint8Array => strToU8(text);
