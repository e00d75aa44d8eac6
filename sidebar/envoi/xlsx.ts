import { columnLetters } from "../../src/dossiers/column-letters.js";
import type { Valeur } from "../../src/reports/fichier.js";
import type { Allure, CelluleFeuille, Feuille } from "../../src/reports/mise-en-page.js";
import { archive, texteXml } from "./xml.js";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LIENS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PAQUET = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Height of a line of text, of what surrounds several, and of titles, in points. */
const LIGNE = 12.75;
const MARGE = 3;
/** Excel's tallest row, in points. */
const HAUTEUR_MAX = 409;
const TITRES: Partial<Readonly<Record<Allure, number>>> = { titre: 18, section: 15.75 };

/** Index of its font, fill and border in the lists below. */
const ALLURES: Readonly<Record<Allure, readonly [font: number, fill: number, border: number]>> = {
  titre: [2, 0, 0],
  section: [3, 0, 0],
  entete: [1, 2, 1],
  libelle: [1, 0, 0],
  total: [1, 3, 1],
  ligne: [0, 0, 1],
  texte: [0, 0, 0],
};

const police = (size: number, bold: boolean): string =>
  `<font>${bold ? "<b/>" : ""}<sz val="${size}"/><name val="Arial"/><family val="2"/></font>`;
const POLICES = [police(10, false), police(10, true), police(14, true), police(12, true)];

const fond = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/></patternFill></fill>`;
const FONDS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  fond("E3E9F5"),
  fond("F2F2F2"),
];

const COTES = ["left", "right", "top", "bottom"];
const BORDURES = [
  `<border>${COTES.map((side) => `<${side}/>`).join("")}</border>`,
  `<border>${COTES.map((side) => `<${side} style="thin"><color rgb="FFBFC5D2"/></${side}>`).join("")}</border>`,
];

const liste = (nom: string, items: readonly string[]): string =>
  `<${nom} count="${items.length}">${items.join("")}</${nom}>`;

/** Styles of a file, each made once however many cells have it. */
class Styles {
  private readonly formats: string[] = [];
  private readonly made = new Map<string, number>();

  /** Index of the style of a cell. */
  of({ format, allure, retour }: CelluleFeuille): number {
    const [font, fill, border] = ALLURES[allure];
    const align = `<alignment vertical="top"${retour ? ' wrapText="1"' : ""}/>`;
    const xf = `<xf numFmtId="${this.number(format)}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${align}</xf>`;
    const known = this.made.get(xf);
    if (known !== undefined) return known;
    const index = this.made.size + 1;
    this.made.set(xf, index);
    return index;
  }

  /** Files number their own formats from 164. */
  private number(format: string): number {
    if (format === "") return 0;
    const known = this.formats.indexOf(format);
    return 164 + (known < 0 ? this.formats.push(format) - 1 : known);
  }

  xml(): string {
    const formats = this.formats.map(
      (format, index) => `<numFmt numFmtId="${164 + index}" formatCode="${texteXml(format)}"/>`,
    );
    const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';
    return `<styleSheet xmlns="${MAIN}">${formats.length > 0 ? liste("numFmts", formats) : ""}${liste("fonts", POLICES)}${liste("fills", FONDS)}${liste("borders", BORDURES)}${liste("cellStyleXfs", [plain])}${liste("cellXfs", [plain.replace("/>", ' xfId="0"/>'), ...this.made.keys()])}${liste("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>'])}</styleSheet>`;
  }
}

/** A text as an .xlsx gives it back: without this it takes `_x003D_` for `=`. */
const texteExcel = (text: string): string =>
  texteXml(text.replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_"));

/** A value as a cell of its type: a text is a text whatever it begins with. */
function celluleXml(place: string, style: number, valeur: Valeur): string {
  const of = (type: string, content: string) =>
    `<c r="${place}" s="${style}"${type}>${content}</c>`;
  if (valeur === "") return of("", "");
  if (typeof valeur === "object") return of("", `<v>${valeur.serie}</v>`);
  if (typeof valeur === "number") return of("", `<v>${valeur}</v>`);
  if (typeof valeur === "boolean") return of(' t="b"', `<v>${valeur ? 1 : 0}</v>`);
  return of(' t="inlineStr"', `<is><t xml:space="preserve">${texteExcel(valeur)}</t></is>`);
}

function feuilleXml({ largeurs, lignes }: Feuille, styles: Styles): string {
  const last = columnLetters(largeurs.length - 1);
  const rows = lignes.map(({ cellules, hauteur }, index) => {
    const shown = cellules.map((cellule, column) =>
      cellule.valeur === "" && !cellule.retour
        ? ""
        : celluleXml(`${columnLetters(column)}${index + 1}`, styles.of(cellule), cellule.valeur),
    );
    // Not a custom height: who changes a text sees its row follow.
    const height = TITRES[cellules[0]?.allure ?? "texte"] ?? LIGNE;
    const ht = hauteur > 1 ? Math.min(HAUTEUR_MAX, hauteur * LIGNE + MARGE) : height;
    return `<row r="${index + 1}" ht="${ht}">${shown.join("")}</row>`;
  });
  const merges = lignes.flatMap(({ fusion }, index) =>
    fusion === undefined || fusion >= largeurs.length - 1
      ? []
      : [`<mergeCell ref="${columnLetters(fusion)}${index + 1}:${last}${index + 1}"/>`],
  );
  const cols = largeurs.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}${Math.max(1, lignes.length)}"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="${LIGNE}"/><cols>${cols.join("")}</cols><sheetData>${rows.join("")}</sheetData>${merges.length > 0 ? liste("mergeCells", merges) : ""}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P / &amp;N</oddFooter></headerFooter></worksheet>`;
}

/** A report as an .xlsx of one tab: laid out to be read and printed, without formulas. */
export function xlsxDe(nom: string, feuille: Feuille): Uint8Array {
  const styles = new Styles();
  const sheet = feuilleXml(feuille, styles);
  const part = (path: string, type: string) =>
    `<Override PartName="/${path}" ContentType="${TYPES}.${type}+xml"/>`;
  const link = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${LIENS}/${type}" Target="${target}"/>`;
  const links = (...all: readonly string[]) =>
    `<Relationships xmlns="${PAQUET}/relationships">${all.join("")}</Relationships>`;
  return archive({
    "[Content_Types].xml": `<Types xmlns="${PAQUET}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("xl/workbook.xml", "sheet.main")}${part("xl/worksheets/sheet1.xml", "worksheet")}${part("xl/styles.xml", "styles")}</Types>`,
    "_rels/.rels": links(link(1, "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${LIENS}"><sheets><sheet name="${texteXml(nom)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": links(
      link(1, "worksheet", "worksheets/sheet1.xml"),
      link(2, "styles", "styles.xml"),
    ),
    "xl/worksheets/sheet1.xml": sheet,
    "xl/styles.xml": styles.xml(),
  });
}
