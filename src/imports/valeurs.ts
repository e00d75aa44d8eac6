import { type Cell, isEmpty } from "../dossiers/cell.js";
import { CHAMPS } from "../dossiers/champs.js";
import { normalise } from "../dossiers/text.js";
import type { Contenu } from "../reports/plan.js";
import { eurosOf, formatEuros } from "../rules/cents.js";
import { formatDay } from "../rules/day.js";
import type { Champ } from "../rules/dossier.js";
import { shareOf } from "../rules/points.js";
import { typeDeCategorie } from "./colonnes-plateforme.js";

/** A code or a label as text, outer spaces apart. */
export function texteDe(cell: Cell): string {
  return String(cell).trim();
}

/** A time of the platform: `2021-06-10 12:00:00 +0200`, `2021-06-10T12:00`. */
const HORODATAGE =
  /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:\s*(?:[+-]\d{2}:?\d{2}|UTC|Z))?$/;

/** Codes: always text, and never anything around them. */
const CODES: ReadonlySet<Champ> = new Set(["numero", "siret", "code_insee", "telephone"]);

/**
 * What a cell of the file says for a field, in one writing whatever the format: the three writings of a
 * time give one, a legal category gives a kind of collectivité, a code is a text. Any other text stays as
 * it came, to its last space.
 */
export function valeurRecue(champ: Champ, cell: Cell): Cell {
  if (CODES.has(champ)) return texteDe(cell);
  const text = texteDe(cell);
  if (champ === "type" && /^\d{4}$/.test(text)) return typeDeCategorie(text);
  const time = champ === "maj_plateforme" ? HORODATAGE.exec(text) : null;
  return time ? `${time[1]} ${time[2]}` : cell;
}

/** What the program writes for a field: a typed value where it was read, else the text as it came. */
export function contenuDe(champ: Champ, cell: Cell): Contenu {
  const { kind, lire } = CHAMPS[champ];
  const reading = lire(cell);
  if (!reading.ok || reading.value === undefined) return cell;
  const value: unknown = reading.value;
  if (kind === "text") return champ === "etat" ? String(value) : String(cell);
  if (kind === "day") return { jour: String(value) };
  if (kind === "yesno") return value === true ? "Oui" : "Non";
  if (typeof value !== "number") return cell;
  if (kind === "euro") return eurosOf(value);
  return kind === "rate" ? shareOf(value) : value;
}

/** What is expected of a cell that its field can't read; nothing where it can. */
export function attenduDe(champ: Champ, cell: Cell): string | undefined {
  const reading = CHAMPS[champ].lire(cell);
  return reading.ok ? undefined : reading.attendu;
}

/**
 * Whether two cells say the same for a field, however they are written: `12 000,00 €` and 12000 do.
 * What can't be read compares as text.
 */
export function memeValeur(champ: Champ, one: Cell, other: Cell): boolean {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
  const { lire } = CHAMPS[champ];
  const left = lire(one);
  const right = lire(other);
  if (left.ok && right.ok) return left.value === right.value;
  return texteDe(one) === texteDe(other);
}

/** A value as a person reads it. */
export function montrer(champ: Champ, cell: Cell): string {
  if (isEmpty(cell)) return "";
  const reading = CHAMPS[champ].lire(cell);
  const value: unknown = reading.ok ? reading.value : undefined;
  const { kind } = CHAMPS[champ];
  if (kind === "euro" && typeof value === "number") return formatEuros(value);
  if (kind === "day" && typeof value === "string") return formatDay(value);
  if (kind === "yesno" && typeof value === "boolean") return value ? "Oui" : "Non";
  return texteDe(cell);
}

/** A state of the platform that was never filed. */
export function isBrouillon(etat: Cell | undefined): boolean {
  return normalise(String(etat ?? "")) === "brouillon";
}
