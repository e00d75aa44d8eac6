import type { Cell, Color, Fill } from "@cj-tech-master/excelts";
import type { CellStyle } from "../engine/snapshot.js";

/** Excel's own short date, which follows the reader's language: here French. */
const SHORT_DATE = new Set(["mm-dd-yy", "m/d/yy"]);
/** Colours of Office's standard theme, in the order that files number them. */
const THEME = "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47".split(" ");
const DEFAULT_SIZE = 11;

/** An Excel colour as `#rrggbb`, its shade of a theme's colour included. */
function readColor(color: (Partial<Color> & { tint?: number }) | undefined): string | undefined {
  const base =
    color?.argb?.slice(-6) ?? (color?.theme === undefined ? undefined : THEME[color.theme]);
  if (!base || !/^[\dA-F]{6}$/i.test(base)) return undefined;
  const tint = color?.tint ?? 0;
  const channels = [0, 2, 4].map((at) => {
    const value = Number.parseInt(base.slice(at, at + 2), 16);
    return Math.round(tint < 0 ? value * (1 + tint) : value + (255 - value) * tint);
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** `#rrggbb` as Excel's opaque colour. */
export function excelColor(color: string): Partial<Color> {
  return { argb: `FF${color.replace("#", "").toUpperCase()}` };
}

/** A fill of one colour. Conditional formats hold theirs in the second field. */
export function solidFill(color: string): Fill {
  return {
    type: "pattern",
    pattern: "solid",
    fgColor: excelColor(color),
    bgColor: excelColor(color),
  };
}

/** The colour of a fill, where it has one. */
export function fillColor(
  fill: Fill | undefined,
  field: "fgColor" | "bgColor",
): string | undefined {
  if (fill?.type !== "pattern" || fill.pattern === "none") return undefined;
  return readColor(fill[field]);
}

/** A font's colour, except black, which is what none gives. */
export function fontColor(color: Partial<Color> | undefined): string | undefined {
  const read = readColor(color);
  return read === "#000000" ? undefined : read;
}

/** Puts a style on a cell. */
export function applyStyle(cell: Cell, style: CellStyle): void {
  if (style.numberFormat) cell.numFmt = style.numberFormat;
  if (style.bold || style.italic || style.size || style.color) {
    cell.font = {
      name: "Calibri",
      size: style.size ?? DEFAULT_SIZE,
      ...(style.bold ? { bold: true } : {}),
      ...(style.italic ? { italic: true } : {}),
      ...(style.color ? { color: excelColor(style.color) } : {}),
    };
  }
  if (style.background) cell.fill = solidFill(style.background);
  if (style.wrap || style.horizontal || style.vertical) {
    cell.alignment = {
      ...(style.wrap ? { wrapText: true } : {}),
      ...(style.horizontal ? { horizontal: style.horizontal } : {}),
      ...(style.vertical ? { vertical: style.vertical } : {}),
    };
  }
  if (style.note) cell.note = style.note;
}

function noteText(cell: Cell): string | undefined {
  const note = cell.note;
  if (typeof note === "string") return note || undefined;
  return note?.texts?.map((part) => part.text).join("") || undefined;
}

const one = <T extends string>(value: string | undefined, allowed: readonly T[]) =>
  allowed.find((candidate) => candidate === value);

/** The style of a cell; `undefined` where nothing is set. */
export function readStyle(cell: Cell): CellStyle | undefined {
  const format = typeof cell.numFmt === "string" ? cell.numFmt : undefined;
  const all: CellStyle = {
    numberFormat: format && SHORT_DATE.has(format) ? "dd/mm/yyyy" : format,
    bold: cell.font?.bold || undefined,
    italic: cell.font?.italic || undefined,
    size: cell.font?.size === DEFAULT_SIZE ? undefined : cell.font?.size,
    color: fontColor(cell.font?.color),
    background: fillColor(cell.fill, "fgColor"),
    wrap: cell.alignment?.wrapText || undefined,
    horizontal: one(cell.alignment?.horizontal, ["left", "center", "right"]),
    vertical: one(cell.alignment?.vertical, ["top", "middle"]),
    note: noteText(cell),
  };
  const set = Object.entries(all).filter(
    ([name, value]) => value !== undefined && !(name === "numberFormat" && value === "General"),
  );
  return set.length > 0 ? Object.fromEntries(set) : undefined;
}
