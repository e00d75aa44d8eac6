import * as XLSX from "@e965/xlsx/dist/xlsx.mini.min.js";
import { zipSync } from "fflate";
import type { Cell } from "../../../src/dossiers/cell.js";
import type { Tables } from "../../../src/imports/tables.js";
import { valeurDe } from "./cellule.js";
import { FichierRefuse, LIMITES, RAISONS } from "./refus.js";

function open(parts: Readonly<Record<string, Uint8Array>>): XLSX.WorkBook {
  try {
    return XLSX.read(zipSync(parts, { level: 0 }), {
      type: "array",
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
    });
  } catch {
    throw new FichierRefuse(RAISONS.endommage);
  }
}

/** Counts what was read of a file, over all its tabs. */
interface Compte {
  cellules: number;
  caracteres: number;
}

function rowOf(
  cells: readonly (XLSX.CellObject | undefined)[],
  since1904: boolean,
  compte: Compte,
): Cell[] {
  return Array.from(cells, (cell): Cell => {
    if (!cell) return "";
    const value = valeurDe(cell, since1904);
    compte.cellules += 1;
    compte.caracteres += typeof value === "string" ? value.length : 0;
    if (compte.cellules > LIMITES.cellules || compte.caracteres > LIMITES.caracteres)
      throw new FichierRefuse(RAISONS.tropDeCellules);
    return value;
  });
}

function tableOf(nom: string, sheet: XLSX.WorkSheet, since1904: boolean, compte: Compte) {
  const data = (sheet as XLSX.DenseWorkSheet)["!data"] ?? [];
  if (data.length > LIMITES.lignes) throw new FichierRefuse(RAISONS.tropDeLignes(nom, data.length));
  const width = data.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
  if (width > LIMITES.colonnes) throw new FichierRefuse(RAISONS.tropDeColonnes(nom, width));
  const lignes = Array.from(data, (row) => {
    const cells = rowOf(row ?? [], since1904, compte);
    while (cells.length < width) cells.push("");
    return cells;
  });
  return { nom, lignes };
}

/**
 * The tables of an .xlsx: values alone, each as it stands.
 *
 * @param parts unpacked parts of the workbook, their sizes already checked
 * @throws FichierRefuse where it is damaged or too large
 */
export function lireXlsx(parts: Readonly<Record<string, Uint8Array>>): Tables {
  const book = open(parts);
  const since1904 = book.Workbook?.WBProps?.date1904 === true;
  const compte: Compte = { cellules: 0, caracteres: 0 };
  const onglets = book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    return sheet ? [tableOf(name, sheet, since1904, compte)] : [];
  });
  return { onglets };
}
