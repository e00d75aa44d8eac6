import type { Guichet } from "../rules/guichet.js";
import { remembered } from "../rules/once.js";
import { THEMES, type Theme } from "../rules/theme.js";
import { type Cell, EMPTY, expected, isEmpty, type Reading, read } from "./cell.js";
import { normalise } from "./text.js";

/** Names of the themes that hold in every guichet. */
const CANONIQUES: Readonly<Record<string, Theme>> = {
  "3a": "3a",
  accompagnement: "3a",
  "3b": "3b",
  formation: "3b",
  "3c": "3c",
  "3d": "3d",
  laboratoire: "3d",
  ads: "ADS",
  "demat ads": "ADS",
  dematads: "ADS",
};

const PREFIX = /^(?:theme|thematique|fiche|volet 1|nature)\s+/;
const CODES = /\b(?:3[abcd]|ads)\b/g;

/**
 * The canonical theme of a theme or alias. An alias is resolved inside one guichet ("4" is the
 * laboratories in Hauts-de-France and urban planning in Île-de-France); canonical codes hold everywhere.
 *
 * @param guichet whose words the text is in
 * @example readTheme("4", GUICHETS.HDF) // { ok: true, value: "3d" }
 */
export function readTheme(cell: Cell, guichet: Guichet): Reading<Theme> {
  return readersOfThemes(guichet)(cell);
}

const readersOfThemes = remembered((guichet: Guichet) =>
  remembered((cell: Cell) => readThemeOnce(cell, guichet)),
);

function readThemeOnce(cell: Cell, guichet: Guichet): Reading<Theme> {
  if (isEmpty(cell)) return EMPTY;
  const text = String(cell).trim();
  const whole = normalise(text).replace(PREFIX, "");
  const head = normalise(text.split(/\s*[–—:]\s*|\s+-\s+|\s*\.\s+|-\s+/)[0] ?? "").replace(
    PREFIX,
    "",
  );
  const theme = lookUp(whole, guichet) ?? onlyOne([head, ...(whole.match(CODES) ?? [])], guichet);
  return theme ? read(theme) : expected(`un thème de ${guichet.id}\u00a0: ${spellings(guichet)}`);
}

function lookUp(name: string, guichet: Guichet): Theme | undefined {
  const alias = own(guichet.alias, name) ?? own(CANONIQUES, name);
  return (
    alias ??
    THEMES.find((theme) => {
      const label = guichet.themes[theme]?.libelle;
      return label !== undefined && normalise(label) === name;
    })
  );
}

/** The one theme that some words name; none where they name two: which of them counts is not ours to guess. */
function onlyOne(words: readonly string[], guichet: Guichet): Theme | undefined {
  const themes = new Set(words.flatMap((word) => lookUp(word, guichet) ?? []));
  return themes.size === 1 ? [...themes][0] : undefined;
}

function own(table: Readonly<Record<string, Theme>>, key: string): Theme | undefined {
  return Object.entries(table).find(([name]) => name === key)?.[1];
}

function spellings(guichet: Guichet): string {
  const served = THEMES.filter((theme) => guichet.themes[theme]);
  return [...served, ...Object.keys(guichet.alias)].join(", ");
}

/** The label a guichet gives a theme; a theme it does not serve says so. @example libelleTheme("3d", GUICHETS.DEP) */
export function libelleTheme(theme: Theme, guichet: Guichet): string {
  return (
    guichet.themes[theme]?.libelle ?? `${LIBELLES[theme]} (thème non ouvert par ${guichet.id})`
  );
}

const LIBELLES: Readonly<Record<Theme, string>> = {
  "3a": "Accompagnement par un expert du numérique",
  "3b": "Formation des agents au numérique",
  "3c": "Transformation de la relation à l’usager",
  "3d": "Innovation avec un laboratoire territorial",
  ADS: "Dématérialisation des demandes d’urbanisme",
};
