import type { StylePatch } from "../messages.js";

// biome-ignore lint/suspicious/noExplicitAny: each property of Univer's styles has values of its own.
type Value = any;

const HORIZONTAL = [undefined, "left", "center", "right"] as const;
const VERTICAL = [undefined, "top", "middle", "bottom"] as const;

/** A property of Univer's styles as one of ours; nothing where we have none. */
export function stylePatch(type: string, value: Value): StylePatch | undefined {
  switch (type) {
    case "bl":
      return { bold: value === 1 ? true : null };
    case "it":
      return { italic: value === 1 ? true : null };
    case "fs":
      return { size: value };
    case "cl":
      return { color: value?.rgb ?? null };
    case "bg":
      return { background: value?.rgb ?? null };
    case "tb":
      return { wrap: value === 3 ? true : null };
    case "ht":
      return { horizontal: HORIZONTAL[value] ?? null };
    case "vt":
      return { vertical: VERTICAL[value] ?? null };
    default:
      return undefined;
  }
}
