import { type Corner, type ReferenceText, writeReference } from "./reference.js";
import { FormulaSyntaxError, type Token, tokenize } from "./tokens.js";

/** A change of structure, or a move, that formulas must follow. */
export type Edit =
  /** `count` rows or columns come in before `at`. */
  | {
      readonly kind: "insertRows" | "insertColumns" | "deleteRows" | "deleteColumns";
      readonly sheet: string;
      readonly at: number;
      readonly count: number;
    }
  | { readonly kind: "renameSheet"; readonly from: string; readonly to: string }
  | { readonly kind: "deleteSheet"; readonly sheet: string }
  /** The formula itself is copied: what is not fixed by `$` follows. */
  | { readonly kind: "copy"; readonly rows: number; readonly columns: number };

/**
 * Rewrites a formula after an edit; spaces, case and whatever the edit does not concern stay.
 * @param home sheet of the cell that holds the formula, for references that name none
 * @returns the formula itself where it cannot be read
 */
export function shiftReferences(formula: string, edit: Edit, home: string): string {
  let tokens: Token[];
  try {
    tokens = tokenize(formula);
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return formula;
    throw error;
  }
  return tokens.map((token) => shiftToken(token, edit, home)).join("");
}

function shiftToken(token: Token, edit: Edit, home: string): string {
  if (token.kind !== "reference") return token.text;
  const shifted = shiftReference(token.reference, edit, home);
  if (shifted === token.reference) return token.text;
  return shifted ? writeReference(shifted) : "#REF!";
}

function shiftReference(
  reference: ReferenceText,
  edit: Edit,
  home: string,
): ReferenceText | undefined {
  switch (edit.kind) {
    case "renameSheet":
      return sameSheet(reference.sheet, edit.from) ? { ...reference, sheet: edit.to } : reference;
    case "deleteSheet":
      return sameSheet(reference.sheet, edit.sheet) ? undefined : reference;
    case "copy":
      return moveCopy(reference, edit.rows, edit.columns);
    default: {
      if (!sameSheet(reference.sheet ?? home, edit.sheet)) return reference;
      const axis = edit.kind === "insertRows" || edit.kind === "deleteRows" ? "row" : "column";
      const inserts = edit.kind === "insertRows" || edit.kind === "insertColumns";
      return inserts
        ? insertAt(reference, axis, edit.at, edit.count)
        : deleteAt(reference, axis, edit.at, edit.count);
    }
  }
}

function sameSheet(a: string | undefined, b: string): boolean {
  return a !== undefined && a.toLowerCase() === b.toLowerCase();
}

type Axis = "row" | "column";

function moveCorner(corner: Corner, axis: Axis, to: number | undefined): Corner {
  return to === undefined ? corner : { ...corner, [axis]: to };
}

function moveCopy(
  reference: ReferenceText,
  rows: number,
  columns: number,
): ReferenceText | undefined {
  const move = (corner: Corner): Corner | undefined => {
    const row = corner.row === undefined || corner.rowFixed ? corner.row : corner.row + rows;
    const column =
      corner.column === undefined || corner.columnFixed ? corner.column : corner.column + columns;
    if ((row ?? 1) < 1 || (column ?? 1) < 1) return undefined;
    return moveCorner(moveCorner(corner, "row", row), "column", column);
  };
  const first = move(reference.first);
  const last = reference.last && move(reference.last);
  if (!first || (reference.last && !last)) return undefined;
  return { ...reference, first, ...(last ? { last } : {}) };
}

function insertAt(reference: ReferenceText, axis: Axis, at: number, count: number): ReferenceText {
  const move = (corner: Corner): Corner => {
    const value = corner[axis];
    return value === undefined || value < at ? corner : moveCorner(corner, axis, value + count);
  };
  const first = move(reference.first);
  const last = reference.last && move(reference.last);
  if (first === reference.first && last === reference.last) return reference;
  return { ...reference, first, ...(last ? { last } : {}) };
}

function deleteAt(
  reference: ReferenceText,
  axis: Axis,
  at: number,
  count: number,
): ReferenceText | undefined {
  const end = at + count;
  const { first, last } = reference;
  const from = first[axis];
  const to = last?.[axis];
  const after = (value: number) => (value >= end ? value - count : value);
  if (!last) {
    if (from === undefined || from < at) return reference;
    return from < end ? undefined : { ...reference, first: moveCorner(first, axis, after(from)) };
  }
  if (from === undefined && to === undefined) return reference;
  if (from === undefined || to === undefined) {
    // Open side (`A2:A`): the closed end is pulled up to where the deletion began.
    const closed = (from ?? to) as number;
    const moved = closed >= at && closed < end ? at : after(closed);
    if (moved === closed) return reference;
    return from === undefined
      ? { ...reference, last: moveCorner(last, axis, moved) }
      : { ...reference, first: moveCorner(first, axis, moved) };
  }
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  if (low >= at && high < end) return undefined;
  const newLow = low >= at && low < end ? at : after(low);
  const newHigh = high >= at && high < end ? at - 1 : after(high);
  if (newLow === low && newHigh === high) return reference;
  const [newFrom, newTo] = from <= to ? [newLow, newHigh] : [newHigh, newLow];
  return {
    ...reference,
    first: moveCorner(first, axis, newFrom),
    last: moveCorner(last, axis, newTo),
  };
}
