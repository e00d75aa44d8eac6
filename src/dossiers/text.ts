import { groupThousands } from "../rules/cents.js";

/**
 * A text as it compares: no accents, no case, every kind of space and punctuation folded into one
 * space.
 *
 * @example normalise("N° Dossier (DS)") // "n dossier ds"
 */
export function normalise(text: string): string {
  return text
    .replace(/[œŒ]/g, "oe")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** A value as a French sheet shows it. @example written(true) // "VRAI" */
export function written(value: unknown): string {
  return typeof value === "boolean" ? (value ? "VRAI" : "FAUX") : String(value);
}

/** What a message shows of something read: quoted, on one line, cut when long. @example quoted("abc") // "« abc »" */
export function quoted(value: unknown): string {
  const text = written(value).replace(/\s+/g, " ");
  return `«\u00a0${text.length > 60 ? `${text.slice(0, 59)}…` : text}\u00a0»`;
}

/**
 * What is wrong with a value, for whoever typed it.
 *
 * @example luAttendu("abc", "un montant") // "lu « abc », attendu un montant."
 */
export function luAttendu(lu: unknown, attendu: string): string {
  return `lu ${quoted(lu)}, attendu ${attendu}.`;
}

/**
 * A count with its noun, in the singular up to one.
 *
 * @example compter(2500, "lauréat") // "2 500 lauréats"
 */
export function compter(count: number, singular: string, plural = `${singular}s`): string {
  return `${groupThousands(count)} ${count > 1 ? plural : singular}`;
}

/** How many things a cell names. */
const NOMMES = 15;

/**
 * Things as a cell or a sentence names them; the first ones where there are many.
 *
 * @param most how many are named
 * @example nommer(["12", "15", "18"], 2) // "12, 15 et 1 autre"
 */
export function nommer(items: readonly (string | number)[], most = NOMMES): string {
  const more = items.length - most;
  const rest = more > 0 ? ` et ${compter(more, "autre", "autres")}` : "";
  return `${items.slice(0, most).join(", ")}${rest}`;
}
