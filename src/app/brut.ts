import type { Cell } from "../dossiers/cell.js";
import type { Contenu } from "../reports/plan.js";
import { dayOfSerial, formatDay, serialOf } from "../rules/day.js";

/** What a cell holds, with its type: a date is its serial number, never a text. */
export type Brut = Cell | { readonly serie: number };

/** Two seconds, in days: instants are read to the second. */
const CLOSE = 2 / 86_400;

/** What a content becomes once it is in a cell; `undefined` for a formula, whose value is not ours to say. */
export function brutDe(contenu: Contenu): Brut | undefined {
  if (typeof contenu !== "object") return contenu;
  if ("serie" in contenu) return contenu;
  return "jour" in contenu ? { serie: serialOf(contenu.jour) } : undefined;
}

/**
 * Whether two cells hold the same value of the same type; a date differs from its number by its format alone.
 *
 * @example memeBrut("1", 1) // false
 */
export function memeBrut(a: Brut, b: Brut): boolean {
  if (typeof a !== "object" && typeof b !== "object") return a === b;
  const [left, right] = [numberOf(a), numberOf(b)];
  return left !== undefined && right !== undefined && Math.abs(left - right) < CLOSE;
}

function numberOf(brut: Brut): number | undefined {
  if (typeof brut === "object") return brut.serie;
  return typeof brut === "number" ? brut : undefined;
}

/** How a value reads to a person. @example texteBrut({ serie: 44377 }) // "30/06/2021" */
export function texteBrut(brut: Brut): string {
  if (typeof brut === "object") return formatDay(dayOfSerial(brut.serie));
  if (typeof brut === "number") return String(brut).replace(".", ",");
  return typeof brut === "boolean" ? (brut ? "VRAI" : "FAUX") : brut;
}

/** A text that tells the type as well, for the hidden tab. @example encodeBrut({ serie: 44377 }) // "d:44377" */
export function encodeBrut(brut: Brut): string {
  if (brut === "") return "";
  if (typeof brut === "object") return `d:${brut.serie}`;
  if (typeof brut === "number") return `n:${brut}`;
  return typeof brut === "boolean" ? `b:${brut}` : `t:${brut}`;
}

/**
 * The value that a text tells.
 *
 * @throws Error where the text was not made by `encodeBrut`: somebody typed in the hidden tab
 */
export function decodeBrut(text: string): Brut {
  if (text === "") return "";
  const rest = text.slice(2);
  switch (text.slice(0, 2)) {
    case "t:":
      return rest;
    case "n:":
      return Number(rest);
    case "d:":
      return { serie: Number(rest) };
    case "b:":
      return rest === "true";
    default:
      throw new Error(
        `Onglet Annulation\u00a0: lu «\u00a0${text}\u00a0», attendu une valeur écrite par l’outil.`,
      );
  }
}
