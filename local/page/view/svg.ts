/** An SVG element with attributes and children; texts are texts, never markup. */
export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, typeof value === "number" ? String(round(value)) : value);
  }
  made.append(...children);
  return made;
}

/** A hundredth of a pixel is enough. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
