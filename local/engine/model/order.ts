import type { Value } from "../types.js";

/**
 * New order of rows sorted by some of their columns (counted from 0), as Google sorts: numbers, texts,
 * truth values, errors, and blanks last in both directions. Equal rows keep their order.
 */
export function sortOrder(
  rows: readonly (readonly Value[])[],
  keys: readonly { readonly at: number; readonly ascending: boolean }[],
): number[] {
  return rows
    .map((_, place) => place)
    .sort((a, b) => {
      for (const { at, ascending } of keys) {
        const left = rows[a]?.[at] ?? null;
        const right = rows[b]?.[at] ?? null;
        const order =
          left === null || right === null
            ? Number(left === null) - Number(right === null)
            : compare(left, right) * (ascending ? 1 : -1);
        if (order !== 0) return order;
      }
      return a - b;
    });
}

function compare(left: Value, right: Value): number {
  const rank = group(left) - group(right);
  if (rank !== 0) return rank;
  if (typeof left === "string" && typeof right === "string") {
    return left.localeCompare(right, "fr", { sensitivity: "base" });
  }
  return Number(left) - Number(right) || 0;
}

function group(value: Value): number {
  return ["number", "string", "boolean", "object"].indexOf(typeof value);
}
