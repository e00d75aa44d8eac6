import * as z from "zod/mini";
import fr from "zod/v4/locales/fr.js";
import type { Cell } from "../dossiers/cell.js";
import { SaisieInvalide } from "../dossiers/saisie.js";
import { quoted } from "../dossiers/text.js";
import { isDay, isMonth } from "../rules/day.js";
import { GUICHET_IDS } from "../rules/guichet.js";
import { once } from "../rules/once.js";

/** French messages; `jitless` since Apps Script forbids nothing but gains nothing from generated code. */
const configure = once(() => {
  z.config({
    ...fr(),
    customError: ({ code, expected }) =>
      code === "invalid_type" ? `attendu ${ATTENDUS[expected ?? ""] ?? "autre chose"}` : undefined,
    jitless: true,
  });
});

/** Types as a person names them. */
const ATTENDUS: Readonly<Record<string, string>> = {
  string: "un texte",
  number: "un nombre",
  int: "un nombre entier",
  boolean: "oui ou non",
  array: "une liste",
  object: "un ensemble de champs",
  record: "un ensemble de champs",
};

function isCell(value: unknown): value is Cell {
  return typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
}

/** One of the guichets' ids. */
export const guichetAttendu = () =>
  z.enum(GUICHET_IDS, { error: `attendu un guichet\u00a0: ${GUICHET_IDS.join(", ")}` });

/** A value of a cell as a page sends it. */
export const celluleAttendue = () =>
  z.custom<Cell>(isCell, { error: "attendu un texte, un nombre ou un booléen" });

/** A day, `2021-07-06`. */
export const jourAttendu = () =>
  z.string().check(z.refine(isDay, { error: "attendu un jour, par exemple 2021-07-06" }));

/** A month, `2021-06`. */
export const moisAttendu = () =>
  z.string().check(z.refine(isMonth, { error: "attendu un mois, par exemple 2021-06" }));

/** An amount of money in whole cents, zero or more. */
export const centimesAttendus = () =>
  z.int().check(z.gte(0, { error: "attendu un montant en centimes, zéro ou plus" }));

/**
 * Most characters of a text from a page. A cell takes 50 000, and the tab that keeps what undoing needs
 * holds a text before and after, with what its quotes and line ends are written as.
 */
const LONGEST = 20_000;

/** @throws SaisieInvalide in French that names the field of a text too long to be kept */
function verifierLongueurs(value: unknown, path: readonly string[]): void {
  if (typeof value === "string" && value.length > LONGEST) {
    const where = path.length > 0 ? path.join(".") : "demande";
    throw new SaisieInvalide(
      `${where}\u00a0: lu ${quoted(value)}, ${value.length} caractères, attendu ${LONGEST} au plus.`,
    );
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) verifierLongueurs(inner, [...path, key]);
}

/**
 * What a page or the command line asks for, checked at the border.
 *
 * @param schema makes the schema: nothing of it is built at load
 * @throws SaisieInvalide in French that names the field, what is expected and what was wrong
 */
export function parseEntree<S extends z.ZodMiniType>(schema: () => S, input: unknown): z.output<S> {
  configure();
  const parsed = schema().safeParse(input);
  if (parsed.success) {
    verifierLongueurs(parsed.data, []);
    return parsed.data as z.output<S>;
  }
  const issue = parsed.error.issues[0];
  const where = issue && issue.path.length > 0 ? issue.path.join(".") : "demande";
  const read = issue?.path.reduce<unknown>(
    (node, key) => (node as Record<PropertyKey, unknown>)?.[key],
    input,
  );
  const lu = isCell(read) ? `lu ${quoted(read)}, ` : "";
  throw new SaisieInvalide(`${where}\u00a0: ${lu}${issue?.message ?? "entrée invalide"}.`);
}
