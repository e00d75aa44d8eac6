import { type Cell, isEmpty } from "../dossiers/cell.js";
import { SaisieInvalide } from "../dossiers/saisie.js";
import type { Argument, ResultCell } from "./types.js";

type Range = readonly (readonly Cell[])[];

/** Whether an argument is a range of cells. */
export function isRange(argument: Argument): argument is Range {
  return Array.isArray(argument);
}

/** A range of one cell counts as that cell. */
function unwrap(argument: Argument): Argument {
  return isRange(argument) && argument.length === 1 && argument[0]?.length === 1
    ? argument[0][0]
    : argument;
}

/** One value of each argument, at one place of the result. */
export type Values = readonly Cell[];

export interface Place {
  readonly row: number;
  readonly column: number;
}

interface Named {
  readonly name: string;
  readonly value: Argument;
}

/**
 * Applies a function at each place of its arguments: single cells apply everywhere, ranges must have
 * one shape and give a range of that shape. A place where nothing is filled in gives an empty cell, as
 * does a first argument that is a single empty cell.
 * Malformed input is thrown for a single cell, and shown in its own cell of a range.
 *
 * @param compute gets the values in the order of `named` and gives one cell
 * @param guichetRows how many rows a column of guichets has, one for each row of the result
 * @throws SaisieInvalide where shapes differ, or where a single cell is malformed
 */
export function broadcast(
  named: readonly Named[],
  compute: (values: Values, place: Place) => ResultCell,
  guichetRows?: number,
): ResultCell | readonly (readonly ResultCell[])[] {
  const shape = shapeOf(named, guichetRows);
  if (!shape) {
    const values = valuesAt(named, 0, 0);
    return isFilled(named.slice(0, 1), values) ? compute(values, { row: 0, column: 0 }) : "";
  }
  return indices(shape.rows).map((row) =>
    indices(shape.columns).map((column) => {
      const values = valuesAt(named, row, column);
      return isFilled(named, values) ? shown(() => compute(values, { row, column })) : "";
    }),
  );
}

function valuesAt(named: readonly Named[], row: number, column: number): Values {
  return named.map(({ value }) => cellAt(unwrap(value), row, column));
}

/**
 * Whether a place holds something. Where there are ranges, single cells apply everywhere and say nothing
 * of a row; a checkbox for the exception never does.
 */
function isFilled(named: readonly Named[], values: Values): boolean {
  const telling = named
    .map(({ name, value }, index) => ({
      name,
      range: isRange(unwrap(value)),
      filled: !isEmpty(values[index] ?? ""),
    }))
    .filter(({ name }) => name !== "exception");
  const ranges = telling.filter(({ range }) => range);
  return (ranges.length > 0 ? ranges : telling).some(({ filled }) => filled);
}

/**
 * The same for a function that gives several cells a row: its arguments are single cells or columns.
 *
 * @param width how many cells a row of the result has
 * @param guichetRows as for `broadcast`
 */
export function broadcastRows(
  named: readonly Named[],
  width: number,
  compute: (values: Values, place: Place) => readonly ResultCell[],
  guichetRows?: number,
): readonly (readonly ResultCell[])[] {
  const wide = named.find(({ value }) => isRange(value) && (value[0]?.length ?? 0) > 1);
  if (wide) throw new SaisieInvalide(`${wide.name}\u00a0: attendu une seule colonne.`);
  const blank = indices(width).map(() => "");
  const failed = (message: ResultCell) => [message, ...blank.slice(1)];
  const shape = shapeOf(named, guichetRows);
  if (!shape) {
    const values = valuesAt(named, 0, 0);
    return [isFilled(named, values) ? compute(values, { row: 0, column: 0 }) : blank];
  }
  return indices(shape.rows).map((row) => {
    const values = valuesAt(named, row, 0);
    return isFilled(named, values)
      ? caught(() => compute(values, { row, column: 0 }), failed)
      : blank;
  });
}

/** What a computation gives, or the message of malformed input in its place. */
export function shown(compute: () => ResultCell): ResultCell {
  return caught(compute, (message) => message);
}

/** What a computation gives, or what the message of malformed input becomes. */
export function caught<T>(compute: () => T, failed: (message: string) => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof SaisieInvalide) return failed(error.message);
    throw error;
  }
}

function shapeOf(
  named: readonly Named[],
  guichetRows: number | undefined,
): { rows: number; columns: number } | undefined {
  let first: { name: string; rows: number; columns: number } | undefined;
  for (const { name, value } of named) {
    const range = unwrap(value);
    if (!isRange(range)) continue;
    const own = { name, rows: range.length, columns: range[0]?.length ?? 0 };
    if (range.some((row) => row.length !== own.columns)) {
      throw new SaisieInvalide(`${name}\u00a0: toutes les lignes doivent avoir la même largeur.`);
    }
    first ??= own;
    if (own.rows !== first.rows || own.columns !== first.columns) {
      throw new SaisieInvalide(
        `${name}\u00a0: lu ${own.rows} × ${own.columns} cellules, attendu ${first.rows} × ${first.columns} comme ${first.name}.`,
      );
    }
  }
  if (guichetRows === undefined) return first;
  if (first && first.rows !== guichetRows) {
    throw new SaisieInvalide(
      `guichet\u00a0: lu ${guichetRows} lignes, attendu ${first.rows} comme ${first.name}.`,
    );
  }
  return first ?? { rows: guichetRows, columns: 1 };
}

function cellAt(argument: Argument, row: number, column: number): Cell {
  return isRange(argument) ? (argument[row]?.[column] ?? "") : (argument ?? "");
}

function indices(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** All cells of an argument in reading order. @example flatten([["a"], ["b"]]) // ["a", "b"] */
export function flatten(argument: Argument): readonly Cell[] {
  if (argument === undefined) return [];
  return isRange(argument) ? argument.flat() : [argument];
}
