import type { Condition, Couleur, Operation, Zone } from "../app/ports.js";
import { toGoogle } from "./cellules.js";
import { COULEURS, FORMATS, LOOKS } from "./styles.js";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Carries out one step of a plan. Each costs a fixed number of service calls. */
export function applyOperation(spreadsheet: Spreadsheet, operation: Operation): void {
  if (operation.op === "creer") {
    spreadsheet.insertSheet(operation.onglet, spreadsheet.getNumSheets());
    return;
  }
  if (operation.op === "supprimer") {
    const gone = spreadsheet.getSheetByName(operation.onglet);
    if (gone) spreadsheet.deleteSheet(gone);
    return;
  }
  const sheet = sheetNamed(spreadsheet, operation.onglet);
  switch (operation.op) {
    case "ecrire": {
      const values = operation.contenus.map((row) => row.map(toGoogle));
      const width = values[0]?.length ?? 0;
      const { ligne, colonne } = operation;
      withRoom(sheet, ligne + values.length - 1, colonne + width - 1, () => {
        sheet.getRange(ligne, colonne, values.length, width).setValues(values);
      });
      return;
    }
    case "format":
      rangeOf(sheet, operation.zone).setNumberFormat(FORMATS[operation.kind]);
      return;
    case "entete":
      rangeOf(sheet, operation.zone)
        .setFontWeight("bold")
        .setBackground(LOOKS.entete.background)
        .setWrap(true);
      return;
    case "section":
      rangeOf(sheet, operation.zone).setFontWeight("bold").setBackground(LOOKS.total.background);
      return;
    case "couper":
      rangeOf(sheet, operation.zone).setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP);
      return;
    case "largeur":
      sheet.setColumnWidth(operation.colonne, operation.pixels);
      return;
    case "figer":
      sheet.setFrozenRows(operation.lignes);
      return;
    case "liste":
      rangeOf(sheet, operation.zone).setDataValidation(
        SpreadsheetApp.newDataValidation()
          .requireValueInList([...operation.valeurs], true)
          .setAllowInvalid(true)
          .setHelpText(`Valeurs prévues\u00a0: ${operation.valeurs.join(", ")}.`)
          .build(),
      );
      return;
    case "conditions":
      sheet.setConditionalFormatRules([
        ...sheet.getConditionalFormatRules(),
        ...operation.regles.map(({ zone, quand, couleur }) =>
          conditionalRule(rangeOf(sheet, zone), quand, couleur),
        ),
      ]);
      return;
    case "geler": {
      const shown = sheet.getDataRange();
      shown.copyTo(shown, { contentsOnly: true });
      return;
    }
    case "renommer":
      sheet.setName(operation.nom);
      return;
    case "cacher":
      sheet.hideSheet();
      return;
    case "enlever": {
      const { ligne, lignes } = operation;
      // Google keeps a row below the frozen ones: where all would go, an empty one is added first.
      withRoom(sheet, ligne + lignes, 1, () => sheet.deleteRows(ligne, lignes));
      return;
    }
    case "proteger":
      sheet.protect().setDescription(operation.description).setWarningOnly(true);
      return;
    case "nommer":
      makeRoom(sheet, operation.zone.ligne + operation.zone.lignes - 1, operation.zone.colonnes);
      spreadsheet.setNamedRange(operation.nom, rangeOf(sheet, operation.zone));
  }
}

function sheetNamed(spreadsheet: Spreadsheet, name: string): Sheet {
  const sheet = spreadsheet.getSheetByName(name);
  if (!sheet) throw new Error(`L’onglet «\u00a0${name}\u00a0» n’existe plus.`);
  return sheet;
}

/** A rectangle of a tab, whose grid grows where a person cut it. */
function rangeOf(sheet: Sheet, { ligne, colonne, lignes, colonnes }: Zone): Range {
  const range = () => sheet.getRange(ligne, colonne, lignes, colonnes);
  try {
    return range();
  } catch (error) {
    if (!makeRoom(sheet, ligne + lignes - 1, colonne + colonnes - 1)) throw error;
    return range();
  }
}

/**
 * Writes within the grid, and adds what it lacks where the write went beyond: most never do, and asking a
 * sheet its size before each would cost two calls.
 */
function withRoom(sheet: Sheet, rows: number, columns: number, write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!makeRoom(sheet, rows, columns)) throw error;
    write();
  }
}

/** Adds rows and columns that the grid lacks. @returns whether it lacked any */
export function makeRoom(sheet: Sheet, rows: number, columns: number): boolean {
  const missingRows = rows - sheet.getMaxRows();
  const missingColumns = columns - sheet.getMaxColumns();
  if (missingRows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missingRows);
  if (missingColumns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missingColumns);
  return missingRows > 0 || missingColumns > 0;
}

function conditionalRule(range: Range, condition: Condition, colour: Couleur) {
  const { fond, texte } = COULEURS[colour];
  const rule = SpreadsheetApp.newConditionalFormatRule()
    .setRanges([range])
    .setBackground(fond)
    .setFontColor(texte);
  if ("texteCommence" in condition) return rule.whenTextStartsWith(condition.texteCommence).build();
  return "auMoins" in condition
    ? rule.whenNumberGreaterThanOrEqualTo(condition.auMoins).build()
    : rule.whenNumberGreaterThan(condition.plusDe).build();
}
