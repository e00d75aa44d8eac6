import { svg } from "./svg.js";

/** Size of the labels, in pixels. */
export const SIZE = 12;

const INK = "#1a1a1a";

let ruler: CanvasRenderingContext2D | null | undefined;

/** Width in pixels of a text of the labels' size. */
export function textWidth(text: string): number {
  ruler ??= document.createElement("canvas").getContext("2d");
  if (!ruler) return text.length * SIZE * 0.6;
  ruler.font = `${SIZE}px ${getComputedStyle(document.body).fontFamily}`;
  return ruler.measureText(text).width;
}

/** The text, cut where it would be wider than this. */
export function shortened(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let end = text.length;
  while (end > 1 && textWidth(`${text.slice(0, end)}…`) > width) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
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
