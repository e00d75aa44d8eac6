import type { Locale } from "../values/locale.js";

/** A part of a section of a number format. */
export type Piece =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "percent" }
  /** `@`: the value itself. */
  | { readonly kind: "value" }
  | {
      readonly kind: "number";
      /** `0` and `#` before the mark, after it. */
      readonly whole: string;
      readonly decimals: string;
      readonly grouped: boolean;
      /** Thousands dropped, one per trailing separator. */
      readonly scale: number;
      /** Digits of the exponent. */
      readonly exponent?: string;
    };

/** Cuts a format at its `;`, quoted ones aside. */
export function splitSections(format: string): string[] {
  const sections = [""];
  for (const [piece] of format.matchAll(/"[^"]*"|\\.|[^"]|"/g)) {
    if (piece === ";") sections.push("");
    else sections[sections.length - 1] += piece;
  }
  return sections;
}

const PIECE =
  /"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|([#0?][#0?,. \u00a0\u202f]*[#0?,.]|[#0?])(?:E[+-](0+))?|(\.[0#?]+)|%|@|./gi;

/** Cuts one section of a number format into its pieces. */
export function cutFormat(section: string, locale: Locale): Piece[] {
  const pieces: Piece[] = [];
  for (const match of section.matchAll(PIECE)) {
    const [text, quoted, escaped, digits, exponent, fraction] = match;
    const number = digits ?? fraction;
    if (number !== undefined && !pieces.some((piece) => piece.kind === "number")) {
      pieces.push(numberPiece(number, exponent, locale));
    } else if (quoted !== undefined || escaped !== undefined) {
      pieces.push({ kind: "literal", text: (quoted ?? escaped) as string });
    } else if (text === "%") pieces.push({ kind: "percent" });
    else if (text === "@") pieces.push({ kind: "value" });
    else if (/^[[*]/.test(text)) continue;
    else pieces.push({ kind: "literal", text: text.startsWith("_") ? " " : text });
  }
  return pieces;
}

/**
 * A French spreadsheet takes `0,00` as well as `0.00`: a lone comma is the decimal mark unless
 * three digits follow it, as in `#,##0`.
 */
function numberPiece(text: string, exponent: string | undefined, locale: Locale): Piece {
  const comma = text.lastIndexOf(",");
  const frenchMark =
    locale.decimal === "," &&
    comma >= 0 &&
    !text.includes(".") &&
    comma < text.length - 1 &&
    !/,[#0?]{3}$/.test(text);
  const mark = frenchMark ? comma : text.indexOf(".");
  const before = mark < 0 ? text : text.slice(0, mark);
  const after = mark < 0 ? "" : text.slice(mark + 1);
  const separators = frenchMark ? /[ \u00a0\u202f]/g : /[, \u00a0\u202f]/g;
  const trailing = /,*$/.exec(frenchMark ? "" : before + after)?.[0].length ?? 0;
  const whole = before.replace(separators, "");
  const inner = trailing > 0 && after === "" ? before.slice(0, -trailing) : before;
  return {
    kind: "number",
    whole,
    decimals: after.replaceAll(",", ""),
    grouped: inner.search(separators) >= 0,
    scale: trailing,
    ...(exponent === undefined ? {} : { exponent }),
  };
}
