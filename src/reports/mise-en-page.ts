import { type TableTypee, texteDeFichier, type Valeur } from "./fichier.js";

/** What a cell is in a report, from which its look follows. */
export type Allure = "titre" | "section" | "entete" | "libelle" | "total" | "ligne" | "texte";

export interface CelluleFeuille {
  readonly valeur: Valeur;
  /** Google's number format. */
  readonly format: string;
  readonly allure: Allure;
  /** Whether its text goes on below, where it is longer than its column. */
  readonly retour: boolean;
}

export interface LigneFeuille {
  readonly cellules: readonly CelluleFeuille[];
  /** Lines of text that its tallest cell takes. */
  readonly hauteur: number;
  /** Zero-based column whose cell goes on to the last column. */
  readonly fusion?: number;
}

/** A report laid out for a file that is read and printed: what a spreadsheet works out by itself on the screen alone. */
export interface Feuille {
  /** Width of each column, in characters. */
  readonly largeurs: readonly number[];
  readonly lignes: readonly LigneFeuille[];
}

/** Narrowest and widest column, in characters: a longer text goes on below. */
const ETROITE = 10;
const LARGE = 34;

/**
 * A row with as many cells as this belongs to a table, and so do shorter ones right below it; others are
 * titles, notes or labels with their values.
 */
const TABLE = 3;

const isText = (valeur: Valeur): valeur is string => typeof valeur === "string" && valeur !== "";
const isShown = (valeur: Valeur): boolean => valeur !== "";

/** A format that somebody chose; Google writes its automatic one as a number with as many decimals as there are. */
const isFormatted = (format: string): boolean =>
  /[0#dmy]/i.test(format) && !/^(general|0\.#+)$/i.test(format);

/** Lays a report out: what each row is, how wide columns are, how tall rows, what runs to the edge. */
export function mettreEnPage({ valeurs, formats }: TableTypee): Feuille {
  const rows = valeurs.map((row) =>
    row.map((valeur) => (typeof valeur === "string" ? texteDeFichier(valeur) : valeur)),
  );
  const counts = rows.map((row) => row.filter(isShown).length);
  const tables = rows.map(() => false);
  counts.forEach((count, at) => {
    tables[at] = count >= TABLE || (count >= 2 && tables[at - 1] === true);
  });
  const inTable = (at: number) => tables[at] === true;
  const formatted = (at: number) => (formats[at] ?? []).some(isFormatted);
  // Rows below a header hold amounts or days; a section without any follows its own title.
  const isEntete = (at: number) =>
    inTable(at) &&
    !formatted(at) &&
    (rows[at] ?? []).every((valeur) => !isShown(valeur) || isText(valeur)) &&
    (!inTable(at - 1) || formatted(at - 1));
  const allureDe = (at: number, column: number): Allure => {
    if (at === 0 && counts[0] === 1) return "titre";
    if (isEntete(at)) return "entete";
    if (rows[at]?.[0] === "Total") return "total";
    if (inTable(at)) return "ligne";
    if (counts[at] === 1 && !counts[at - 1] && counts[at + 1]) return "section";
    return counts[at] === 2 && column === 0 ? "libelle" : "texte";
  };
  const largeurs = largeursDe(rows, formats, inTable, isEntete);
  return {
    largeurs,
    lignes: rows.map((row, at) => {
      const fusion = inTable(at) ? undefined : columnTooLong(row, largeurs);
      const cellules = row.map(
        (valeur, column): CelluleFeuille => ({
          valeur,
          format: formatDe(valeur, formats[at]?.[column] ?? ""),
          allure: allureDe(at, column),
          retour: inTable(at) || column === fusion,
        }),
      );
      const lines = cellules.map(({ valeur, retour, allure }, column) => {
        if (!retour || !isText(valeur)) return 1;
        const place = column === fusion ? reste(largeurs, column) : (largeurs[column] ?? ETROITE);
        return compterLignes(valeur, allure === "entete" ? place : place * MAIGRE);
      });
      return {
        cellules,
        hauteur: Math.max(1, ...lines),
        ...(fusion !== undefined && { fusion }),
      };
    }),
  };
}

/** The format to show a value with, "" for the automatic one. */
function formatDe(valeur: Valeur, format: string): string {
  if (typeof valeur === "object") return "dd/mm/yyyy";
  return typeof valeur === "number" && isFormatted(format) ? format : "";
}

/** Columns are measured in digits, and a text that is not bold takes less room than as many of them. */
const MAIGRE = 1.1;

/** Characters from a column to the right edge. */
function reste(largeurs: readonly number[], column: number): number {
  return largeurs.slice(column).reduce((sum, width) => sum + width, 0);
}

/** The last cell of a row, where its text is longer than what is left of the page. */
function columnTooLong(row: readonly Valeur[], largeurs: readonly number[]): number | undefined {
  const column = row.reduce<number>((last, valeur, at) => (isShown(valeur) ? at : last), -1);
  const valeur = row[column];
  if (valeur === undefined || !isText(valeur)) return undefined;
  return compterLignes(valeur, reste(largeurs, column)) > 1 ? column : undefined;
}

function largeursDe(
  rows: readonly (readonly Valeur[])[],
  formats: TableTypee["formats"],
  inTable: (at: number) => boolean,
  isEntete: (at: number) => boolean,
): readonly number[] {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, column) => {
    const needs = rows.map((row, at) => {
      const valeur = row[column] ?? "";
      if (!isShown(valeur)) return 0;
      if (!isText(valeur)) return longueurAffichee(valeur, formats[at]?.[column] ?? "");
      // A title or a note runs over the next columns: it sets no width.
      if (!inTable(at)) return column === 0 && row.slice(1).some(isShown) ? valeur.length : 0;
      // A title goes on below: its longest word sets the width, the values the rest.
      const pieces = valeur.split(isEntete(at) ? /\s/ : "\n");
      return Math.min(LARGE, Math.max(...pieces.map((piece) => piece.length)));
    });
    return Math.max(ETROITE, Math.max(...needs) + 2);
  });
}

/** About how many characters a number, a day or a yes-or-no takes. */
function longueurAffichee(valeur: Exclude<Valeur, string>, format: string): number {
  if (typeof valeur === "object") return 10;
  if (typeof valeur === "boolean") return 5;
  const [entier = ""] = Math.abs(valeur).toFixed(2).split(".");
  const decimals = /0\.0/.test(format) ? 3 : 0;
  return Math.ceil((entier.length * 4) / 3) + decimals + (/[€%]/.test(format) ? 3 : 1);
}

/**
 * How many lines a text takes in a column: words go on below whole, and one longer than the column is cut.
 *
 * @param largeur in characters
 * @example compterLignes("Plan de relance", 8) // 2
 */
export function compterLignes(texte: string, largeur: number): number {
  const width = Math.max(1, Math.floor(largeur));
  return texte
    .split("\n")
    .reduce((lines, paragraph) => lines + lignesDuParagraphe(paragraph, width), 0);
}

function lignesDuParagraphe(paragraph: string, width: number): number {
  let lines = 1;
  let taken = 0;
  for (const word of paragraph.split(" ")) {
    const gap = taken === 0 ? 0 : 1;
    if (taken > 0 && taken + gap + word.length > width) {
      lines += 1;
      taken = 0;
    }
    const long = taken === 0 ? word.length : taken + gap + word.length;
    lines += Math.max(0, Math.ceil(long / width) - 1);
    taken = long === 0 ? 0 : ((long - 1) % width) + 1;
  }
  return lines;
}
