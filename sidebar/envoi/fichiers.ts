import * as XLSX from "@e965/xlsx/dist/xlsx.mini.min.js";
import type { EnvoiPrepare } from "../../src/app/envois-preparer.js";
import { CSV_FRANCAIS, CSV_SCDL, csvDe } from "../../src/reports/csv.js";
import {
  contenuDuFichier,
  listeDuFichier,
  nomDeFichier,
  type TableTypee,
  texteDeFichier,
  type Valeur,
} from "../../src/reports/fichier.js";

type Classeur = "xlsx" | "ods";

export type Extension = Classeur | "csv";

const TYPES: Readonly<Record<Extension, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  csv: "text/csv;charset=utf-8",
};

/** Widest column, in characters: longer texts are cut on the screen, not in the file. */
const WIDEST = 45;

/** Most characters that Excel takes in a cell. */
const LONGEST_XLSX = 32_767;

/**
 * A text as a file of this kind gives it back: an .xlsx takes `_x003D_` for `=`, and LibreOffice joins
 * the words around a tab of an .ods.
 */
const TEXTES: Readonly<Record<Classeur, (text: string) => string>> = {
  xlsx: (text) => text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_"),
  ods: (text) => text.replace(/\t/g, " "),
};

/** A value as a cell of its type: a text is a text whatever it begins with. */
function celluleDe(
  value: Valeur,
  format: string,
  extension: Classeur,
): XLSX.CellObject | undefined {
  if (value === "") return undefined;
  if (typeof value === "object") return { t: "n", v: value.serie, z: "dd/mm/yyyy" };
  if (typeof value === "boolean") return { t: "b", v: value };
  if (typeof value === "number") return { t: "n", v: value, ...(isShown(format) && { z: format }) };
  return { t: "s", v: TEXTES[extension](texteDeFichier(value)) };
}

const isShown = (format: string): boolean => /[0#]/.test(format);

/** A sheet of one tab; widths follow the longest text of each column. */
function feuilleDe({ valeurs, formats }: TableTypee, extension: Classeur): XLSX.WorkSheet {
  const sheet: XLSX.WorkSheet = {};
  const widths: number[] = [];
  valeurs.forEach((row, at) => {
    row.forEach((value, column) => {
      const cell = celluleDe(value, formats[at]?.[column] ?? "", extension);
      if (!cell) return;
      sheet[XLSX.utils.encode_cell({ r: at, c: column })] = cell;
      // A title or a note runs over the next columns: only what has neighbours sets a width.
      const alone = row.slice(column + 1).every((next) => next === "");
      const length = alone && column < 2 ? 12 : String(cell.v).length + 2;
      widths[column] = Math.min(WIDEST, Math.max(widths[column] ?? 10, length));
    });
  });
  const columns = Math.max(1, ...valeurs.map((row) => row.length));
  sheet["!ref"] = XLSX.utils.encode_range({
    s: { r: 0, c: 0 },
    e: { r: Math.max(0, valeurs.length - 1), c: columns - 1 },
  });
  sheet["!cols"] = Array.from({ length: columns }, (_, column) => ({ wch: widths[column] ?? 10 }));
  return sheet;
}

/** @throws Error in French where a text would have to be cut for Excel: the person chooses what to do */
function verifierLongueurs({ valeurs }: TableTypee, onglet: string): void {
  valeurs.forEach((row, r) => {
    row.forEach((value, c) => {
      if (typeof value !== "string" || value.length <= LONGEST_XLSX) return;
      const cell = XLSX.utils.encode_cell({ r, c });
      throw new Error(
        `la cellule ${cell} de «\u00a0${onglet}\u00a0» compte ${value.length} caractères, Excel en admet ${LONGEST_XLSX}. Téléchargez le .ods, ou raccourcissez ce texte.`,
      );
    });
  });
}

/**
 * A report as a file: the report itself for a spreadsheet, its list alone for a .csv.
 *
 * @param complet with what is missing and what changed
 */
export function fichierDe(
  { onglet, rapport, table }: EnvoiPrepare,
  extension: Extension,
  complet: boolean,
): { readonly nom: string; readonly contenu: Blob } {
  const nom = nomDeFichier(onglet, extension);
  const type = TYPES[extension];
  if (extension === "csv") {
    const dialecte = rapport.rapport === "SCDL" ? CSV_SCDL : CSV_FRANCAIS;
    return { nom, contenu: new Blob([csvDe(listeDuFichier(table), dialecte)], { type }) };
  }
  const contenu = contenuDuFichier(table, complet);
  if (extension === "xlsx") verifierLongueurs(contenu, onglet);
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(
    book,
    feuilleDe(contenu, extension),
    onglet.replace(/[\\/?*[\]:]/g, "-").slice(0, 31),
  );
  const bytes: ArrayBuffer = XLSX.write(book, {
    type: "array",
    bookType: extension,
    bookSST: true,
  });
  return { nom, contenu: new Blob([bytes], { type }) };
}
