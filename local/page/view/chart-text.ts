import { svg } from "./svg.js";

/** Size of the labels, in pixels. */
export const SIZE = 12;

const INK = "#1a1a1a";

let ruler: CanvasRenderingContext2D | null | undefined;

/** Width in pixels of a text, of the labels' size unless a font says otherwise: `600 16px`. */
export function textWidth(text: string, font = `${SIZE}px`): number {
  ruler ??= document.createElement("canvas").getContext("2d");
  if (!ruler) return text.length * SIZE;
  ruler.font = `${font} ${getComputedStyle(document.body).fontFamily}`;
  return ruler.measureText(text).width;
}

/** The text, cut in its middle where it would be wider than this: what tells it apart is at an end. */
export function shortened(text: string, width: number, font?: string): string {
  if (textWidth(text, font) <= width) return text;
  for (let kept = text.length - 1; kept > 1; kept--) {
    const head = text.slice(0, Math.ceil(kept / 2)).trimEnd();
    const cut = `${head}…${text.slice(text.length - Math.floor(kept / 2)).trimStart()}`;
    if (textWidth(cut, font) <= width) return cut;
  }
  return "…";
}

/** A text at a point. */
export function label(
  text: string,
  x: number,
  y: number,
  more: Readonly<Record<string, string | number>> = {},
): SVGTextElement {
  return svg("text", { x, y, "font-size": SIZE, fill: INK, ...more }, text);
}
