import type { Acquis, Operation } from "../app/ports.js";
import { columnLetters } from "../dossiers/headers.js";
import { ONGLETS } from "../dossiers/onglets.js";
import { ONGLETS_DEMANDE } from "../dossiers/onglets-demande.js";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Values = readonly (readonly unknown[])[];

/** What was read of the spreadsheet, so that nothing is read twice while the lock is held. */
export interface Lectures {
  /** Values of a tab, from A1 to its last row and column; `undefined` where it is missing. */
  readonly values: (name: string) => Values | undefined;
  /** The same cells once more. */
  readonly again: (name: string) => Values;
  /** Formulas of the cells that were read. */
  readonly formulas: (name: string) => readonly (readonly string[])[];
  readonly lastRow: (name: string) => number;
  readonly keepLastRow: (name: string, row: number) => void;
  /** Columns of each tab that was read. */
  readonly widths: () => Acquis["largeurs"];
  /** Whether something was written that no reading has made Google carry out yet. */
  readonly pending: () => boolean;
  /** Says that an operation was carried out. */
  readonly wrote: (operation: Operation) => void;
  /** From now on what is read stands until something is written; what was read before does not. */
  readonly hold: () => void;
  readonly release: () => void;
}

/** Tabs whose headers the program itself writes, by name. */
const HEADERS: ReadonlyMap<string, readonly string[]> = new Map(
  [...ONGLETS, ...ONGLETS_DEMANDE]
    .filter(({ colonnes }) => colonnes.length > 0)
    .map(({ nom, colonnes }) => [nom, colonnes.map(({ titre }) => titre)]),
);

/** Reads the spreadsheet with as few service calls as what is known beforehand allows. */
export function lectures(spreadsheet: Spreadsheet, known: Acquis["largeurs"]): Lectures {
  const read = new Map<string, Values | undefined>();
  const sizes = new Map<string, { readonly rows: number; readonly columns: number }>();
  const ends = new Map<string, number>();
  let held = false;
  let pending = false;

  const values = (name: string): Values | undefined => {
    if (held && read.has(name)) return read.get(name);
    const sheet = spreadsheet.getSheetByName(name);
    const found = sheet ? (ownColumns(sheet, name) ?? wholeOf(sheet)) : undefined;
    read.set(name, found);
    sizes.set(name, { rows: found?.length ?? 0, columns: found?.[0]?.length ?? 0 });
    return found;
  };

  const wholeOf = (sheet: Sheet): Values => {
    const found = sheet.getDataRange().getValues();
    pending = false;
    return found;
  };

  const ownColumns = (sheet: Sheet, name: string): Values | undefined => {
    const titles = HEADERS.get(name);
    const width = known[name] ?? titles?.length;
    if (width === undefined) return undefined;
    const found = openColumns(sheet, width);
    if (found) pending = false;
    const headers = new Set(found?.[0]);
    return titles?.every((title) => headers.has(title)) === false ? undefined : found;
  };

  /** The rectangle that was read; nothing where it is no longer within the grid. */
  const sameCells = (sheet: Sheet, name: string) => {
    const { rows = 0, columns = 0 } = sizes.get(name) ?? {};
    return rows > 0 && columns > 0 ? sheet.getRange(1, 1, rows, columns) : sheet.getDataRange();
  };

  return {
    values,
    again: (name) => {
      const sheet = spreadsheet.getSheetByName(name);
      if (!sheet) return [];
      try {
        const found = sameCells(sheet, name).getValues();
        pending = false;
        return found;
      } catch {
        return wholeOf(sheet);
      }
    },
    formulas: (name) => {
      const sheet = spreadsheet.getSheetByName(name);
      const known = held && read.has(name);
      return sheet ? (known ? sameCells(sheet, name) : sheet.getDataRange()).getFormulas() : [];
    },
    lastRow: (name) => {
      const end = held ? ends.get(name) : undefined;
      return end ?? spreadsheet.getSheetByName(name)?.getLastRow() ?? 0;
    },
    keepLastRow: (name, row) => ends.set(name, row),
    widths: () => Object.fromEntries([...sizes].map(([name, { columns }]) => [name, columns])),
    pending: () => pending,
    wrote: (operation) => {
      pending = true;
      read.clear();
      if (!("onglet" in operation)) return;
      const end = ends.get(operation.onglet);
      if (end !== undefined) keepEnd(ends, end, operation);
    },
    hold: () => {
      held = true;
      read.clear();
      ends.clear();
    },
    release: () => {
      held = false;
    },
  };
}

/** Rows written just below the last one move the end; after anything else the end is asked for. */
function keepEnd(ends: Map<string, number>, end: number, operation: Operation): void {
  const { op } = operation;
  if (op !== "ecrire") {
    if (op !== "format" && op !== "cacher") ends.delete(operation.onglet);
    return;
  }
  const { onglet, ligne, contenus } = operation;
  const full = contenus.every((row) => row.some((contenu) => contenu !== ""));
  if (!full) ends.delete(onglet);
  else if (ligne === end + 1) ends.set(onglet, end + contenus.length);
  else if (ligne + contenus.length - 1 > end) ends.delete(onglet);
}

/** The first columns down to the last row that holds something; nothing where they can't be read, as where the grid has fewer. */
function openColumns(sheet: Sheet, width: number): Values | undefined {
  try {
    const found = sheet.getRange(`A:${columnLetters(width - 1)}`).getValues();
    let rows = found.length;
    while (rows > 0 && found[rows - 1]?.every((value) => value === "")) rows -= 1;
    return found.slice(0, Math.max(rows, 1));
  } catch {
    return undefined;
  }
}
