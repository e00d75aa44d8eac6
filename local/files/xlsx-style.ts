import type { Cell, Color, Fill, Style } from "@cj-tech-master/excelts";
import type { CellStyle } from "../engine/snapshot.js";

/** Excel's own short date, which follows the reader's language: here French. */
const SHORT_DATE = new Set(["mm-dd-yy", "m/d/yy"]);
/** Colours of Office's standard theme, in the order that files number them. */
const THEME = "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47".split(" ");
const DEFAULT_SIZE = 11;

/** An Excel colour as `#rrggbb`, its shade of a theme's colour included. */
export function readColor(
  color: (Partial<Color> & { tint?: number }) | undefined,
): string | undefined {
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

/** A style as Excel has it, its note apart. */
function excelStyle(style: CellStyle): Partial<Style> {
  const { bold, italic, size, color, wrap, horizontal, vertical } = style;
  return {
    ...(style.numberFormat && { numFmt: style.numberFormat }),
    ...((bold || italic || size || color) && {
      font: {
        name: "Calibri",
        size: size ?? DEFAULT_SIZE,
        ...(bold && { bold }),
        ...(italic && { italic }),
        ...(color && { color: excelColor(color) }),
      },
    }),
    ...(style.background && { fill: solidFill(style.background) }),
    ...((wrap || horizontal || vertical) && {
      alignment: {
        ...(wrap && { wrapText: true }),
        ...(horizontal && { horizontal }),
        ...(vertical && { vertical }),
      },
    }),
  };
}

/**
 * Puts styles on cells. Cells that look the same share one style: the library renders each object
 * once, however many cells have it.
 */
export class StyleSheet {
  private readonly known = new Map<string, Partial<Style>>();
  private readonly made = new Map<CellStyle, Partial<Style>>();

  apply(cell: Cell, style: CellStyle): void {
    cell.style = this.shared(style);
    if (style.note) cell.note = style.note;
  }

  private shared(style: CellStyle): Partial<Style> {
    const made = this.made.get(style);
    if (made) return made;
    const { note: _, ...looks } = style;
    const key = JSON.stringify(looks);
    const shared = this.known.get(key) ?? excelStyle(looks);
    this.known.set(key, shared);
    this.made.set(style, shared);
    return shared;
  }
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
