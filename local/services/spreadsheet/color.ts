import { NotImplementedError } from "../errors.js";

const NAMES: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#ffffff",
  red: "#ff0000",
  green: "#008000",
  blue: "#0000ff",
  yellow: "#ffff00",
  orange: "#ffa500",
  gray: "#808080",
  grey: "#808080",
};

/** A colour as `#rrggbb`; `undefined` for the default one. */
export function color(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined || text === "") return undefined;
  const lower = text.toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(lower)) return lower;
  if (/^#[0-9a-f]{3}$/.test(lower)) return lower.replace(/[0-9a-f]/g, "$&$&");
  const named = NAMES[lower];
  if (!named) throw new NotImplementedError(`The colour "${text}"`);
  return named;
}
