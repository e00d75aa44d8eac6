import type { Acquis, Operation } from "../app/ports.js";
import { columnLetters } from "../dossiers/column-letters.js";
import { ONGLETS } from "../dossiers/onglets.js";
import { ONGLETS_DEMANDE } from "../dossiers/onglets-demande.js";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Values = readonly (readonly unknown[])[];

/** Headers of the tabs that the program makes, by name. */
const HEADERS: ReadonlyMap<string, readonly string[]> = new Map(
  [...ONGLETS, ...ONGLETS_DEMANDE]
    .filter(({ colonnes }) => colonnes.length > 0)
    .map(({ nom, colonnes }) => [nom, colonnes.map(({ titre }) => titre)]),
);

/**
 * Reads a spreadsheet with as few service calls as what is known beforehand allows. While the lock is held,
 * what was read stands until something is written.
 */
export class Lectures {
  private readonly read = new Map<string, Values | undefined>();
  private readonly sizes = new Map<string, { readonly rows: number; readonly columns: number }>();
  private readonly ends = new Map<string, number>();
  private held = false;
  private unread = false;

  /** @param widths columns of tabs, as far as a former run found them */
  constructor(
    private readonly spreadsheet: Spreadsheet,
    private readonly widths: Acquis["largeurs"],
  ) {}

  /** Values of a tab, from A1 to its last row and column; `undefined` where it is missing. */
  values(name: string): Values | undefined {
    if (this.held && this.read.has(name)) return this.read.get(name);
    const sheet = this.sheet(name);
    const found = sheet && (this.knownColumns(sheet, name) ?? this.all(sheet));
    this.read.set(name, found);
    this.sizes.set(name, { rows: found?.length ?? 0, columns: found?.[0]?.length ?? 0 });
    return found;
  }

  /** The same cells once more, all of the tab where they are no longer within its grid. */
  again(name: string): Values {
    const sheet = this.sheet(name);
    if (!sheet) return [];
    try {
      return this.carriedOut(this.sameCells(sheet, name).getValues());
    } catch {
      return this.all(sheet);
    }
  }

  /** Formulas of a tab, as far as it was read. */
  formulas(name: string): readonly (readonly string[])[] {
    const sheet = this.sheet(name);
    if (!sheet) return [];
    const known = this.held && this.read.has(name);
    return (known ? this.sameCells(sheet, name) : sheet.getDataRange()).getFormulas();
  }

  lastRow(name: string): number {
    const known = this.held ? this.ends.get(name) : undefined;
    return known ?? this.sheet(name)?.getLastRow() ?? 0;
  }

  /** Says where a tab ends. */
  keepLastRow(name: string, row: number): void {
    this.ends.set(name, row);
  }

  /** What a page may send back for the next run. */
  get columns(): Acquis["largeurs"] {
    return Object.fromEntries([...this.sizes].map(([name, { columns }]) => [name, columns]));
  }

  /** Whether something was written that no reading has made Google carry out since. */
  get pending(): boolean {
    return this.unread;
  }

  /** Carries out an operation. Where it fails nobody knows what of it was done: the tab's end is forgotten. */
  writing(operation: Operation, carryOut: () => void): void {
    this.unread = true;
    this.read.clear();
    const end = this.ends.get(operation.onglet);
    this.ends.delete(operation.onglet);
    carryOut();
    const moved = end === undefined ? undefined : endAfter(end, operation);
    if (moved !== undefined) this.ends.set(operation.onglet, moved);
  }

  /** Forgets what was read before the lock was held. */
  hold(): void {
    this.held = true;
    this.read.clear();
    this.ends.clear();
  }

  release(): void {
    this.held = false;
  }

  private sheet(name: string): Sheet | undefined {
    return this.spreadsheet.getSheetByName(name) ?? undefined;
  }

  private carriedOut<T>(found: T): T {
    this.unread = false;
    return found;
  }

  private all(sheet: Sheet): Values {
    return this.carriedOut(sheet.getDataRange().getValues());
  }

  /** The columns that the tab is known to have; nothing where its headers are not all among them. */
  private knownColumns(sheet: Sheet, name: string): Values | undefined {
    const titles = HEADERS.get(name);
    const width = this.widths[name] ?? titles?.length;
    const found = width === undefined ? undefined : openColumns(sheet, width);
    if (!found) return undefined;
    this.unread = false;
    const headers = new Set(found[0]);
    return titles?.every((title) => headers.has(title)) === false ? undefined : found;
  }

  private sameCells(sheet: Sheet, name: string) {
    const { rows = 0, columns = 0 } = this.sizes.get(name) ?? {};
    return rows > 0 && columns > 0 ? sheet.getRange(1, 1, rows, columns) : sheet.getDataRange();
  }
}

/** Where a tab ends after an operation: rows written just below its last one move the end. */
function endAfter(end: number, operation: Operation): number | undefined {
  if (operation.op === "format" || operation.op === "cacher") return end;
  if (operation.op !== "ecrire") return undefined;
  const { ligne, contenus } = operation;
  const last = ligne + contenus.length - 1;
  const full = contenus.every((row) => row.some((contenu) => contenu !== ""));
  if (!full || (last > end && ligne !== end + 1)) return undefined;
  return Math.max(end, last);
}

/**
 * The first columns down to the last row that holds something; nothing where they can't be read, as where
 * the grid has fewer.
 */
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
