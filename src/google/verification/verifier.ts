import { FONCTIONS, LANGUE } from "./formules.js";
import { DATES } from "./jours.js";
import { type Constat, constater } from "./point.js";
import { SERVICES } from "./services.js";
import { SURETE } from "./textes.js";

const ONGLET = "FITN7 vérification (temporaire)";

/** Every point, in the order they are told. */
export const POINTS = [...LANGUE, ...FONCTIONS, ...DATES, ...SURETE, ...SERVICES];

/**
 * Checks on a scratch tab, taken away whatever happens, what the add-in relies on in this very spreadsheet.
 *
 * @returns every point with what was expected, as in the local host, and what was read
 */
export function verifierInstallation(): readonly Constat[] {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const left = spreadsheet.getSheetByName(ONGLET);
  if (left) spreadsheet.deleteSheet(left);
  const before = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet(ONGLET, spreadsheet.getNumSheets());
  try {
    return constater(POINTS, sheet);
  } finally {
    spreadsheet.deleteSheet(sheet);
    spreadsheet.setActiveSheet(before);
  }
}

/** What is said of the points, in French. */
export function raconter(constats: readonly Constat[]): string {
  const wrong = constats.filter(({ attendu, lu }) => attendu !== lu);
  const right = constats.length - wrong.length;
  if (wrong.length === 0) {
    return `Installation vérifiée\u00a0: les ${right} points sont conformes à ce que l’outil attend. L’onglet temporaire a été retiré.`;
  }
  return [
    `${right} points conformes, ${wrong.length} à signaler. L’onglet temporaire a été retiré.`,
    ...wrong.map(
      ({ nom, attendu, lu, aide }) =>
        `•\u00a0${nom}\u00a0: attendu ${attendu}, obtenu ${lu}.${aide === undefined ? "" : ` Que faire\u00a0: ${aide}`}`,
    ),
    "Si un écart demeure, copiez ce message dans votre signalement\u00a0: il ne contient aucune donnée de vos dossiers.",
  ].join("\n\n");
}
