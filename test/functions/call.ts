import type { Cell } from "../../src/dossiers/cell";
import { readParametres } from "../../src/dossiers/parametres";
import { FUNCTIONS } from "../../src/functions/index";
import type { Argument, Context, Result } from "../../src/functions/types";

/** A workbook where no guichet is set. */
export const SANS_GUICHET: Context = { parametres: () => undefined };

/** A workbook with these rows in its settings tab. */
export function classeur(...rows: [cle: string, valeur: Cell][]): Context {
  return { parametres: () => readParametres(rows) };
}

/** Runs a custom function as a cell would. */
export function call(name: string, args: readonly Argument[], context = SANS_GUICHET): Result {
  const declaration = FUNCTIONS.find((known) => known.name === name);
  if (!declaration) throw new Error(`no function ${name}`);
  return declaration.run(args, context);
}

/** What a cell shows of malformed input: the message, spaces made plain. */
export function messageOf(name: string, args: readonly Argument[], context = SANS_GUICHET): string {
  try {
    call(name, args, context);
  } catch (error) {
    return plain((error as Error).message);
  }
  throw new Error(`${name} accepts its arguments`);
}

export function plain(text: unknown): string {
  return String(text).replaceAll("\u00a0", " ");
}

/** Values in one column. */
export function column(...cells: Cell[]): Cell[][] {
  return cells.map((cell) => [cell]);
}
