import type { EnvoiPrepare } from "../../src/app/envois-preparer.js";
import { columnLetters } from "../../src/dossiers/column-letters.js";
import { CSV_FRANCAIS, CSV_SCDL, csvDe } from "../../src/reports/csv.js";
import {
  contenuDuFichier,
  listeDuFichier,
  nomDeFichier,
  type TableTypee,
} from "../../src/reports/fichier.js";
import { mettreEnPage } from "../../src/reports/mise-en-page.js";
import { odsDe } from "./ods.js";
import { xlsxDe } from "./xlsx.js";

export type Extension = "xlsx" | "ods" | "csv";

const TYPES: Readonly<Record<Extension, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  csv: "text/csv;charset=utf-8",
};

/** Most characters that Excel takes in a cell. */
const LONGEST_XLSX = 32_767;

/** @throws Error in French where a text would have to be cut for Excel: the person chooses what to do */
function verifierLongueurs({ valeurs }: TableTypee, onglet: string): void {
  valeurs.forEach((row, r) => {
    row.forEach((value, c) => {
      if (typeof value !== "string" || value.length <= LONGEST_XLSX) return;
      const cell = `${columnLetters(c)}${r + 1}`;
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
  const feuille = mettreEnPage(contenu);
  const titre = onglet.replace(/[\\/?*[\]:]/g, "-").slice(0, 31);
  if (extension === "xlsx") verifierLongueurs(contenu, onglet);
  const octets = extension === "xlsx" ? xlsxDe(titre, feuille) : odsDe(titre, feuille);
  return { nom, contenu: new Blob([new Uint8Array(octets)], { type }) };
}
