import { runsOf } from "../app/runs.js";
import type { PlanOnglet } from "../reports/plan.js";
import { toGoogle } from "./cellules.js";
import { insertChart } from "./graphiques.js";
import { LOOKS } from "./styles.js";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const EN_COURS = " (en cours)";
const ANCIEN = " (ancien)";

/**
 * Replaces a tab by a plan: the new one is written whole under another name, then takes the former
 * one's name and place. Where anything fails the former tab stands under its own name, and what was
 * begun is removed.
 */
export function replaceSheet(spreadsheet: Spreadsheet, plan: PlanOnglet): void {
  recover(spreadsheet, plan.nom);
  const former = spreadsheet.getSheetByName(plan.nom);
  const at = former ? former.getIndex() - 1 : spreadsheet.getNumSheets();
  const made = spreadsheet.insertSheet(plan.nom + EN_COURS, at);
  try {
    writePlan(made, plan);
    SpreadsheetApp.flush();
    former?.setName(plan.nom + ANCIEN);
    made.setName(plan.nom);
  } catch (error) {
    if (former && former.getName() !== plan.nom) former.setName(plan.nom);
    spreadsheet.deleteSheet(made);
    throw error;
  }
  if (former) spreadsheet.deleteSheet(former);
}

/** Puts right what a run that was cut short left behind. */
function recover(spreadsheet: Spreadsheet, nom: string): void {
  const begun = spreadsheet.getSheetByName(nom + EN_COURS);
  const former = spreadsheet.getSheetByName(nom + ANCIEN);
  if (former && !spreadsheet.getSheetByName(nom)) former.setName(nom);
  else if (former) spreadsheet.deleteSheet(former);
  if (begun) spreadsheet.deleteSheet(begun);
}

/** Cuts a new sheet's rows to a plan's, or adds what it lacks: as many calls for few rows as for many. */
function fitGrid(sheet: Sheet, rows: number): void {
  const given = sheet.getMaxRows();
  if (given > rows) sheet.deleteRows(rows + 1, given - rows);
  else if (given < rows) sheet.insertRowsAfter(given, rows - given);
}

/** Writes values, formulas and looks of a whole tab: one call for each kind of property. */
function writePlan(sheet: Sheet, plan: PlanOnglet): void {
  const { lignes, largeurs, figees, graphiques = [] } = plan;
  const width = lignes[0]?.length ?? 0;
  fitGrid(sheet, lignes.length);
  const range = sheet.getRange(1, 1, lignes.length, width);
  const looks = lignes.map((row) => row.map(({ style }) => LOOKS[style]));
  range.setNumberFormats(looks.map((row) => row.map(({ format }) => format)));
  range.setValues(lignes.map((row) => row.map(({ contenu }) => toGoogle(contenu))));
  range.setFontWeights(looks.map((row) => row.map(({ weight }) => weight)));
  range.setFontSizes(looks.map((row) => row.map(({ size }) => size)));
  range.setBackgrounds(looks.map((row) => row.map(({ background }) => background as string)));
  const { WRAP, OVERFLOW } = SpreadsheetApp.WrapStrategy;
  range.setWrapStrategies(looks.map((row) => row.map(({ wrap }) => (wrap ? WRAP : OVERFLOW))));
  range.setVerticalAlignment("top");
  for (const { value, start, length } of runsOf(largeurs)) {
    sheet.setColumnWidths(start + 1, length, value);
  }
  if (figees > 0) sheet.setFrozenRows(figees);
  for (const graphique of graphiques) insertChart(sheet, graphique);
}
