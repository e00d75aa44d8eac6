import type { Cell } from "../dossiers/cell.js";
import { CHAMPS, CHAMPS_LIBRES } from "../dossiers/champs.js";
import { columnLetters } from "../dossiers/column-letters.js";
import { type Entetes, readEntetes } from "../dossiers/headers.js";
import { readDossier } from "../dossiers/read-dossier.js";
import { SaisieInvalide } from "../dossiers/saisie.js";
import { quoted } from "../dossiers/text.js";
import { readTheme } from "../dossiers/themes.js";
import type { Dossier, Illisible } from "../rules/dossier.js";
import { examiner, type Verdict } from "../rules/eligibilite/index.js";
import type { Guichet } from "../rules/guichet.js";
import type { Theme } from "../rules/theme.js";
import { caught, flatten, isRange } from "./broadcast.js";
import { GUICHET_PARAMETER, guichetArgument, guichetRows } from "./guichet-argument.js";
import type { Argument, Context, Parameter } from "./types.js";

export const LIGNES_PARAMETERS: readonly Parameter[] = [
  {
    name: "entetes",
    help: "Ligne des en-têtes de votre feuille : les colonnes sont reconnues par leur nom.",
  },
  { name: "lignes", help: "Lignes des dossiers, sur les mêmes colonnes." },
  {
    ...GUICHET_PARAMETER,
    help: `${GUICHET_PARAMETER.help} La colonne « Guichet » d’une ligne l’emporte.`,
  },
];

/** A row worked out under its guichet. */
export interface LigneInstruite {
  readonly guichet: Guichet;
  readonly theme: Theme | undefined;
  readonly dossier: Dossier;
  readonly verdict: Verdict;
}

/** Refuses two columns for one field: which of them counts is not ours to guess. */
function refuseAmbiguity({ ambigus, textes }: Entetes): void {
  const conflict = ambigus.find(({ champ }) => !CHAMPS_LIBRES.has(champ));
  if (!conflict) return;
  const columns = conflict.colonnes
    .map((column) => `${quoted(textes[column] ?? "")} (colonne ${columnLetters(column)})`)
    .join(" et ");
  throw new SaisieInvalide(
    `entetes\u00a0: plusieurs colonnes pour «\u00a0${CHAMPS[conflict.champ].titre}\u00a0»\u00a0: ${columns}. Renommez-en une.`,
  );
}

/**
 * Reads and examines every row of a référent's tab.
 *
 * @param args `entetes`, `lignes` and the `guichet` argument
 * @param show what a row becomes; an empty row becomes `blank`
 * @param failed what a row becomes whose id in a column of guichets is malformed
 * @throws SaisieInvalide where headers and rows do not go together
 */
export function instruire<T>(
  [entetes, lignes, guichet]: readonly Argument[],
  context: Context,
  blank: T,
  show: (ligne: LigneInstruite) => T,
  failed: (message: string) => T,
): readonly T[] {
  const headers = flatten(entetes);
  if (isRange(entetes) && entetes.length > 1) {
    throw new SaisieInvalide("entetes\u00a0: attendu une seule ligne.");
  }
  if (headers.length === 0 || lignes === undefined) {
    throw new SaisieInvalide(
      "entetes, lignes\u00a0: attendu la ligne des en-têtes puis les lignes des dossiers.",
    );
  }
  const columns = readEntetes(headers);
  if (columns.colonnes.size === 0) {
    throw new SaisieInvalide(
      "entetes\u00a0: aucune colonne reconnue (par exemple «\u00a0N° dossier\u00a0», «\u00a0Population\u00a0», «\u00a0Thème\u00a0»).",
    );
  }
  refuseAmbiguity(columns);
  const rows: readonly (readonly Cell[])[] = isRange(lignes) ? lignes : [[lignes]];
  const wide = rows.find((row) => row.length !== headers.length);
  if (wide) {
    throw new SaisieInvalide(
      `lignes\u00a0: lu ${wide.length} colonnes, attendu ${headers.length} comme entetes.`,
    );
  }
  const ids = guichetRows(guichet);
  if (ids !== undefined && ids !== rows.length) {
    throw new SaisieInvalide(
      `guichet\u00a0: lu ${ids} lignes, attendu ${rows.length} comme lignes.`,
    );
  }
  const guichetOf = guichetArgument(guichet, context);
  return rows.map((row, index) => {
    const dossier = readDossier(row, columns);
    if (!dossier) return blank;
    const examined = () => show(examinerLigne(dossier, guichetOf(index, dossier.faits.guichet)));
    return ids === undefined ? examined() : caught(examined, failed);
  });
}

/** Examines one dossier; a theme its guichet does not know is one more unreadable cell. */
export function examinerLigne(dossier: Dossier, guichet: Guichet): LigneInstruite {
  const lu = dossier.faits.theme ?? "";
  const reading = readTheme(lu, guichet);
  const theme = reading.ok ? reading.value : undefined;
  const relevant = dossier.illisibles.filter(({ champ }) => !CHAMPS_LIBRES.has(champ));
  const unread: readonly Illisible[] = reading.ok
    ? relevant
    : [...relevant, { champ: "theme", lu, attendu: reading.attendu }];
  const complete = { ...dossier, illisibles: unread };
  return { guichet, theme, dossier: complete, verdict: examiner(guichet, theme, complete) };
}
