import type { Valeur } from "../../src/reports/fichier.js";
import type { Allure, CelluleFeuille, Feuille } from "../../src/reports/mise-en-page.js";
import { dayOfSerial } from "../../src/rules/day.js";
import { archive, texteXml } from "./xml.js";

const MIME = "application/vnd.oasis.opendocument.spreadsheet";
const ODF = "urn:oasis:names:tc:opendocument:xmlns";
const ESPACES = [
  ...["office", "table", "text", "style"].map((nom) => [nom, `${ODF}:${nom}:1.0`]),
  ["number", `${ODF}:datastyle:1.0`],
  ["fo", `${ODF}:xsl-fo-compatible:1.0`],
]
  .map(([nom, uri]) => `xmlns:${nom}="${uri}"`)
  .join(" ");

/** A character of a column, in centimetres. */
const CARACTERE = 0.19;

const FOND = (color: string) => ` fo:background-color="${color}"`;
const TRAIT = ' fo:border="0.5pt solid #bfc5d2"';

/** Look of a cell, and of its text. */
const ALLURES: Readonly<Record<Allure, readonly [cell: string, text: string]>> = {
  titre: ["", ' fo:font-size="14pt" fo:font-weight="bold"'],
  section: ["", ' fo:font-size="12pt" fo:font-weight="bold"'],
  entete: [FOND("#e3e9f5") + TRAIT, ' fo:font-weight="bold"'],
  libelle: ["", ' fo:font-weight="bold"'],
  total: [FOND("#f2f2f2") + TRAIT, ' fo:font-weight="bold"'],
  ligne: [TRAIT, ""],
  texte: ["", ""],
};

/** Numbers read as in France on whatever machine. */
const FRANCAIS = ' number:language="fr" number:country="FR"';

/** A number format as OpenDocument describes it; nothing where the value says enough. */
function formatXml(nom: string, format: string): string | undefined {
  if (/d.*m.*y/.test(format)) {
    const parts = ["day", "month", "year"].map((part) => `<number:${part} number:style="long"/>`);
    return `<number:date-style style:name="${nom}"${FRANCAIS}>${parts.join("<number:text>/</number:text>")}</number:date-style>`;
  }
  const read = /^(#,##)?0(\.0+)?( ?%| "€")?$/.exec(format);
  if (!read) return undefined;
  const [, grouped, decimals = ".", unit = ""] = read;
  const kind = unit.includes("%") ? "percentage" : "number";
  const digits = `<number:number number:decimal-places="${decimals.length - 1}" number:min-integer-digits="1"${grouped ? ' number:grouping="true"' : ""}/>`;
  const text = unit === "" ? "" : `<number:text>${unit.replace(/"/g, "")}</number:text>`;
  return `<number:${kind}-style style:name="${nom}"${FRANCAIS}>${digits}${text}</number:${kind}-style>`;
}

/** Styles of a file, each made once however many cells have it. */
class Styles {
  private readonly made = new Map<string, string>();
  private readonly formats = new Map<string, string>();

  /** Name of the style of a cell. */
  of({ format, allure, retour }: CelluleFeuille): string {
    const [cell, text] = ALLURES[allure];
    const data = this.format(format);
    const body = `${data === undefined ? "" : ` style:data-style-name="${data}"`}><style:table-cell-properties style:vertical-align="top"${retour ? ' fo:wrap-option="wrap"' : ""}${cell}/>${text === "" ? "" : `<style:text-properties${text}/>`}</style:style>`;
    const known = this.made.get(body) ?? `ce${this.made.size + 1}`;
    this.made.set(body, known);
    return known;
  }

  private format(format: string): string | undefined {
    const nom = `n${this.formats.size + 1}`;
    const known = this.formats.get(format);
    if (known !== undefined) return /style:name="(\w+)"/.exec(known)?.[1];
    const xml = formatXml(nom, format);
    if (xml === undefined) return undefined;
    this.formats.set(format, xml);
    return nom;
  }

  xml(): string {
    const cells = [...this.made].map(
      ([body, nom]) =>
        `<style:style style:name="${nom}" style:family="table-cell" style:parent-style-name="Default"${body}`,
    );
    return [...this.formats.values(), ...cells].join("");
  }
}

/** A text in paragraphs; runs of blanks are kept, and a tab is one: LibreOffice would join the words around it. */
function paragraphes(text: string): string {
  const blanks = (run: string) => `<text:s text:c="${run.length}"/>`;
  return text
    .replace(/\t/g, " ")
    .split("\n")
    .map((line) => `<text:p>${texteXml(line).replace(/^ +| {2,}| +$/g, blanks)}</text:p>`)
    .join("");
}

/** A value as a cell of its type: a text is a text whatever it begins with. */
function contenu(valeur: Valeur, format: string): readonly [attributes: string, body: string] {
  const of = (type: string, rest: string, body = "") =>
    [` office:value-type="${type}"${rest}`, body] as const;
  if (valeur === "") return ["", ""];
  if (typeof valeur === "object") {
    return of("date", ` office:date-value="${dayOfSerial(valeur.serie)}"`);
  }
  if (typeof valeur === "boolean") return of("boolean", ` office:boolean-value="${valeur}"`);
  if (typeof valeur === "string") return of("string", "", paragraphes(valeur));
  return of(format.includes("%") ? "percentage" : "float", ` office:value="${valeur}"`);
}

function ligneXml(
  cellules: readonly CelluleFeuille[],
  styles: Styles,
  columns: number,
  fusion?: number,
): string {
  const cells = cellules.map((cellule, column) => {
    if (fusion !== undefined && column > fusion) return "<table:covered-table-cell/>";
    const [attributes, body] = contenu(cellule.valeur, cellule.format);
    const span =
      column === fusion && column < columns - 1
        ? ` table:number-columns-spanned="${columns - column}" table:number-rows-spanned="1"`
        : "";
    return `<table:table-cell table:style-name="${styles.of(cellule)}"${span}${attributes}>${body}</table:table-cell>`;
  });
  return `<table:table-row table:style-name="ligne">${cells.join("") || "<table:table-cell/>"}</table:table-row>`;
}

const DEFAUT =
  '<style:default-style style:family="table-cell"><style:text-properties fo:font-family="Arial" fo:font-size="10pt" fo:language="fr" fo:country="FR"/></style:default-style><style:style style:name="Default" style:family="table-cell"/>';
const PAGE =
  '<style:page-layout style:name="paysage"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1cm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout>';

/** A report as an .ods of one tab: laid out to be read and printed, without formulas. */
export function odsDe(nom: string, { largeurs, lignes }: Feuille): Uint8Array {
  const styles = new Styles();
  const rows = lignes.map(({ cellules, fusion }) =>
    ligneXml(cellules, styles, largeurs.length, fusion),
  );
  const columns = largeurs.map(
    (width, index) =>
      `<style:style style:name="co${index}" style:family="table-column"><style:table-column-properties style:column-width="${(width * CARACTERE).toFixed(2)}cm"/></style:style>`,
  );
  const document = (type: string, body: string) =>
    `<office:${type} ${ESPACES} office:version="1.2">${body}</office:${type}>`;
  const entry = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  return archive(
    {
      "content.xml": document(
        "document-content",
        `<office:automatic-styles>${columns.join("")}<style:style style:name="ligne" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style><style:style style:name="feuille" style:family="table" style:master-page-name="Default"/>${styles.xml()}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="${texteXml(nom)}" table:style-name="feuille">${largeurs.map((_, index) => `<table:table-column table:style-name="co${index}"/>`).join("")}${rows.join("")}</table:table></office:spreadsheet></office:body>`,
      ),
      "styles.xml": document(
        "document-styles",
        `<office:styles>${DEFAUT}</office:styles><office:automatic-styles>${PAGE}</office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="paysage"/></office:master-styles>`,
      ),
      "META-INF/manifest.xml": `<manifest:manifest xmlns:manifest="${ODF}:manifest:1.0" manifest:version="1.2">${entry("/", MIME)}${entry("content.xml", "text/xml")}${entry("styles.xml", "text/xml")}</manifest:manifest>`,
    },
    { mimetype: MIME },
  );
}
