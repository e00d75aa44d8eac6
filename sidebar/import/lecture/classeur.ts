import * as XLSX from "@e965/xlsx/dist/xlsx.mini.min.js";
import { strToU8, zipSync } from "fflate";
import type { Cell } from "../../../src/dossiers/cell.js";
import type { Tables } from "../../../src/imports/tables.js";
import { valeurDe } from "./cellule.js";
import type { Nature } from "./nature.js";
import { FichierRefuse, LIMITES, RAISONS } from "./refus.js";
import { refuserRepetitions } from "./repetitions.js";
import { decompresser } from "./zip.js";

type Classeur = Extract<Nature, { readonly parties: unknown }>;

/** Parts that hold no cell, and may be large: they are left packed. */
const LEFT =
  /(^|\/)(media|embeddings|Pictures|Thumbnails|Object [^/]*)\/|\.(bin|vml|png|jpe?g|gif|emf|wmf)$/i;

/** What OpenDocument demands and some programs leave out. */
const MISSING = { "styles.xml": "<x/>", "META-INF/manifest.xml": "<x/>" } as const;

/** The parts that are read, unpacked and checked, in a zip that packs nothing. */
function checkedZip(octets: Uint8Array, { format, parties }: Classeur): Uint8Array {
  const parts: Record<string, Uint8Array> = {};
  for (const partie of parties)
    if (!LEFT.test(partie.nom)) parts[partie.nom] = decompresser(octets, partie);
  if (format === "ods") {
    refuserRepetitions(new TextDecoder().decode(parts["content.xml"]));
    for (const [name, text] of Object.entries(MISSING)) parts[name] ??= strToU8(text);
  }
  return zipSync(parts, { level: 0 });
}

function open(zip: Uint8Array): XLSX.WorkBook {
  try {
    return XLSX.read(zip, {
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

/** The library leaves this entity in the names of an .ods. */
const nameOf = (name: string) => name.replace(/&apos;/g, "'");

function tableOf(name: string, sheet: XLSX.WorkSheet, since1904: boolean, compte: Compte) {
  const nom = nameOf(name);
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
 * The tables of a workbook, .xlsx or .ods: values alone, each as it stands.
 * @throws FichierRefuse where it is damaged or too large
 */
export function lireClasseur(octets: Uint8Array, nature: Classeur): Tables {
  const book = open(checkedZip(octets, nature));
  const since1904 = book.Workbook?.WBProps?.date1904 === true;
  const compte: Compte = { cellules: 0, caracteres: 0 };
  const onglets = book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    return sheet ? [tableOf(name, sheet, since1904, compte)] : [];
  });
  return { onglets };
}
