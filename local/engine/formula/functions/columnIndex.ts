import { remembered, rememberedOf } from "../../remembered.js";
import { lookupKey } from "../values/compare.js";
import type { Locale } from "../values/locale.js";
import type { Matrix } from "../values/matrix.js";
import { numberOfText } from "../values/readText.js";
import { spelledKey } from "./criterion.js";

/** Positions of each value of a range, by key, in order. */
export type ValueIndex = ReadonlyMap<string | number, readonly number[]>;

const whole = new WeakMap<Matrix, ValueIndex>();

function indexOf(count: number, at: (position: number) => Parameters<typeof lookupKey>[0]) {
  const index = new Map<string | number, number[]>();
  for (let position = 0; position < count; position += 1) {
    const key = lookupKey(at(position));
    if (key === undefined) continue;
    const list = index.get(key);
    if (list) list.push(position);
    else index.set(key, [position]);
  }
  return index;
}

/**
 * Positions of the stored cells of a range by value, built once per range; texts that spell a
 * number are found under `spelledKey` too.
 */
export function criteriaIndex(matrix: Matrix, locale: Locale): ValueIndex {
  let index = whole.get(matrix);
  if (!index) {
    const built = indexOf(matrix.cells.length, (position) => matrix.cells[position] ?? null);
    for (const [key, positions] of [...built]) {
      if (typeof key !== "string" || !key.startsWith("t")) continue;
      const number = numberOfText(key.slice(1), locale);
      if (number === undefined) continue;
      const merged = [...(built.get(spelledKey(number)) ?? []), ...positions];
      built.set(
        spelledKey(number),
        merged.sort((a, b) => a - b),
      );
    }
    index = built;
    whole.set(matrix, index);
  }
  return index;
}

/** Positions of the values of one row or column of a range, counted from 0, built once. */
export function lineIndex(matrix: Matrix, axis: "row" | "column", line: number): ValueIndex {
  return (axis === "row" ? rowsOf : columnsOf)(matrix)(line);
}

const rowsOf = rememberedOf((matrix: Matrix) =>
  remembered((row: number) => indexOf(matrix.storedColumns, (column) => matrix.at(row, column))),
);

const columnsOf = rememberedOf((matrix: Matrix) =>
  remembered((column: number) => indexOf(matrix.storedRows, (row) => matrix.at(row, column))),
);
