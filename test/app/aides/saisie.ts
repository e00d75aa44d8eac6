import type {
  CellSnapshot,
  CellStyle,
  SheetSnapshot,
  WorkbookSnapshot,
} from "../../../local/engine/snapshot.js";
import type { Content } from "../../../local/engine/types.js";

/** What is typed into a cell: a day is a date cell, a formula is canonical text. */
export type Saisie =
  | string
  | number
  | boolean
  | { readonly jour: string }
  | { readonly formule: string };

/** The serial number of a day, counted here and not by what is tested. */
export function serie(jour: string): number {
  return (Date.parse(`${jour}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

/** A tab as typed from A1 on. */
export function onglet(
  nom: string,
  lignes: readonly (readonly Saisie[])[],
  taille: { readonly rows?: number; readonly columns?: number } = {},
): SheetSnapshot {
  const widest = Math.max(1, ...lignes.map((ligne) => ligne.length));
  return {
    name: nom,
    rows: taille.rows ?? Math.max(100, lignes.length),
    columns: taille.columns ?? Math.max(26, widest),
    cells: lignes.flatMap((ligne, row) =>
      ligne.flatMap((saisie, column) => cell(saisie, row + 1, column + 1)),
    ),
  };
}

function cell(saisie: Saisie, row: number, column: number): readonly CellSnapshot[] {
  if (saisie === "") return [];
  const style: { style?: CellStyle } =
    typeof saisie === "object" && "jour" in saisie ? { style: { numberFormat: "dd/mm/yyyy" } } : {};
  return [{ row, column, content: contentOf(saisie), ...style }];
}

function contentOf(saisie: Saisie): Content {
  if (typeof saisie !== "object") return { kind: "value", value: saisie };
  return "jour" in saisie
    ? { kind: "value", value: serie(saisie.jour) }
    : { kind: "formula", text: saisie.formule };
}

/** A French workbook of these tabs. */
export function classeur(
  onglets: readonly SheetSnapshot[],
  timeZone = "Europe/Paris",
): WorkbookSnapshot {
  return { locale: "fr_FR", timeZone, sheets: onglets, names: {}, properties: {} };
}

export const jour = (text: string) => ({ jour: text });
export const formule = (text: string) => ({ formule: text });
