type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** One thing the add-in relies on and that only the real spreadsheet can tell. */
export interface Point {
  /** What is checked, in French. */
  readonly nom: string;
  /** What the local host gives: its tests hold every point to it. */
  readonly attendu: string;
  /** What the person can do where it differs, in French. */
  readonly aide?: string;
  /** Does it on the scratch tab and says what happened. */
  readonly lire: (sheet: Sheet) => string;
}

/** What came of a point. */
export interface Constat {
  readonly nom: string;
  readonly attendu: string;
  readonly lu: string;
  readonly aide?: string;
}

/** Carries out points one by one; one that fails says its error and does not stop the others. */
export function constater(points: readonly Point[], sheet: Sheet): readonly Constat[] {
  return points.map(({ nom, attendu, aide, lire }) => {
    const known = { nom, attendu, ...(aide !== undefined && { aide }) };
    try {
      return { ...known, lu: lire(sheet) };
    } catch (error) {
      return { ...known, lu: `erreur : ${error instanceof Error ? error.message : error}` };
    }
  });
}

/** How long a formula may take: Google computes custom functions apart from the script. */
const PATIENCE = { essais: 40, pause: 500 } as const;

const EN_COURS = /^(Loading|Chargement)/;

/**
 * The value of a formula once Google has computed it.
 *
 * @param formula as the program writes them: English names and `;`
 */
export function calculer(sheet: Sheet, formula: string, cell = "B1"): unknown {
  const range = sheet.getRange(cell);
  range.setFormula(formula);
  SpreadsheetApp.flush();
  for (let essai = 1; essai < PATIENCE.essais; essai += 1) {
    const shown = range.getDisplayValue();
    if (shown !== "" && !EN_COURS.test(shown)) break;
    Utilities.sleep(PATIENCE.pause);
  }
  return range.getValue();
}

/** A value as a point shows it: texts in quotes, so that a text is told from a number. */
export function montrer(value: unknown): string {
  if (typeof value === "string") return `« ${value} »`;
  if (typeof value === "boolean") return value ? "VRAI" : "FAUX";
  return String(value);
}
