import { type Cell, isEmpty } from "../dossiers/cell.js";
import { parseFrenchNumber } from "../dossiers/numbers.js";
import { readDay } from "../dossiers/readers.js";
import { normalise } from "../dossiers/text.js";
import type { Nature } from "./fichier.js";

/** Values of a column that are looked at. */
const LOOKED_AT = 300;

const YES_NO = new Set(["oui", "non", "on", "off", "true", "false", "vrai", "faux"]);

function natureOf(cell: Cell): Nature {
  if (typeof cell === "boolean") return "oui_non";
  if (typeof cell === "number") return "nombre";
  const text = cell.trim();
  if (YES_NO.has(normalise(text))) return "oui_non";
  if (/^[+-]?\d+([.,]\d+)?$/.test(text) || parseFrenchNumber(text) !== undefined) return "nombre";
  return readDay(text).ok ? "jour" : "texte";
}

/**
 * What the values of a column look like: one kind where all agree, else text. The same value counts
 * alike whether the format types it or not, so that a CSV and a workbook compare.
 *
 * @example natureDe(["12", 3, ""]) // "nombre"
 */
export function natureDe(cells: readonly Cell[]): Nature {
  let nature: Nature = "vide";
  let looked = 0;
  for (const cell of cells) {
    if (isEmpty(cell)) continue;
    const found = natureOf(cell);
    if (nature === "vide") nature = found;
    else if (nature !== found) return "texte";
    looked += 1;
    if (looked === LOOKED_AT) break;
  }
  return nature;
}

/** Three different values of a column, cut when long, for a person to recognise it. */
export function exemplesDe(cells: readonly Cell[]): readonly string[] {
  const found: string[] = [];
  for (const cell of cells) {
    if (isEmpty(cell)) continue;
    const text = String(cell).replace(/\s+/g, " ").trim();
    const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
    if (!found.includes(shown)) found.push(shown);
    if (found.length === 3) break;
  }
  return found;
}
