import type { Acquis, Classeur, Contexte, Ports } from "../app/ports.js";
import { reprendre } from "../app/remettre.js";
import { NOM_PARAMETRES } from "../dossiers/onglets.js";
import { once } from "../rules/once.js";
import { toBrut, toCell } from "./cellules.js";
import { sha256 } from "./empreinte.js";
import { type Fuseau, spreadsheetZone } from "./jours.js";
import { Lectures } from "./lectures.js";
import { applyOperation } from "./operations.js";
import { CLE_CACHE } from "./parametres-caches.js";
import { verifyGeneralSettings } from "./parametres-generaux.js";
import { whoRuns } from "./qui.js";
import { rappelerComite } from "./rappel-comite.js";
import { replaceSheet } from "./remplacer.js";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

function classeurOf(spreadsheet: Spreadsheet, zone: Fuseau, lu: Lectures): Classeur {
  const bruts = (values: readonly (readonly unknown[])[]) =>
    values.map((row) => row.map((value) => toBrut(value, zone)));
  return {
    id: () => spreadsheet.getId(),
    noms: () => spreadsheet.getSheets().map((sheet) => sheet.getName()),
    lire: (nom) => {
      const values = lu.values(nom) ?? [];
      const lignes = values.map((row) => row.map((value) => toCell(value, zone)));
      const empty = lignes.length === 1 && lignes[0]?.length === 1 && lignes[0][0] === "";
      if (nom === NOM_PARAMETRES) verifyGeneralSettings(lignes);
      return { nom, lignes: empty ? [] : lignes };
    },
    lireBrut: (nom) => bruts(lu.values(nom) ?? []),
    relire: (nom) => bruts(lu.again(nom)),
    formules: (nom, rows) => {
      if (rows === undefined) return lu.formulas(nom);
      const sheet = spreadsheet.getSheetByName(nom);
      return sheet?.getRange(1, 1, Math.min(rows, sheet.getMaxRows()), 1).getFormulas() ?? [];
    },
    derniereLigne: (nom) => lu.lastRow(nom),
    retenir: (nom, derniereLigne) => lu.keepLastRow(nom, derniereLigne),
    lireLignes: (nom, ligne, lignes, colonnes) => {
      const sheet = spreadsheet.getSheetByName(nom);
      const width = colonnes ?? sheet?.getLastColumn() ?? 0;
      if (!sheet || width === 0 || lignes <= 0) return [];
      const values = sheet.getRange(ligne, 1, lignes, width).getValues();
      return values.map((row) => row.map((value) => toCell(value, zone)));
    },
    formats: (nom) => spreadsheet.getSheetByName(nom)?.getDataRange().getNumberFormats() ?? [],
    selection: () => {
      const range = spreadsheet.getActiveRange();
      return range ? { onglet: range.getSheet().getName(), ligne: range.getRow() } : undefined;
    },
    taille: (nom) => {
      const sheet = spreadsheet.getSheetByName(nom);
      return { lignes: sheet?.getMaxRows() ?? 0, colonnes: sheet?.getMaxColumns() ?? 0 };
    },
    plageNommee: (nom) => {
      const range = spreadsheet.getRangeByName(nom);
      return range
        ? {
            onglet: range.getSheet().getName(),
            zone: {
              ligne: range.getRow(),
              colonne: range.getColumn(),
              lignes: range.getNumRows(),
              colonnes: range.getNumColumns(),
            },
          }
        : undefined;
    },
    appliquer: (operations) => {
      const made = operations.some(({ op }) => op === "creer");
      const active = made ? spreadsheet.getActiveSheet() : undefined;
      for (const operation of operations) {
        lu.writing(operation, () => applyOperation(spreadsheet, operation));
      }
      if (active) spreadsheet.setActiveSheet(active);
    },
    remplacer: (plan) => {
      lu.writing({ op: "creer", onglet: plan.nom }, () => replaceSheet(spreadsheet, plan));
    },
  };
}

function contexteOf(zone: Fuseau): Contexte {
  return {
    qui: once(whoRuns),
    maintenant: () => zone.horodatage(new Date()),
    empreinte: sha256,
  };
}

/** Document property of an installation that is under way. */
const CLE_INSTALLATION = "fitn7.installation";

/** How long an action waits for another person's to end. */
const WAIT_MS = 20_000;

function underLock<T>(classeur: Classeur, lu: Lectures, last: boolean, action: () => T): T {
  const lock = LockService.getDocumentLock();
  if (lock && !lock.tryLock(WAIT_MS)) {
    throw new Error(
      "Une autre personne enregistre dans ce classeur en ce moment. Rien n’a été modifié\u00a0: réessayez dans une minute.",
    );
  }
  lu.hold();
  try {
    reprendre(classeur);
    const result = action();
    if (lu.pending) SpreadsheetApp.flush();
    return result;
  } catch (error) {
    commit(lu);
    throw error;
  } finally {
    lu.release();
    if (!last) release(lock);
  }
}

/** Google releases a lock as the run ends: that it can't be released sooner says nothing of what was done. */
function release(lock: GoogleAppsScript.Lock.Lock | null): void {
  try {
    lock?.releaseLock();
  } catch {
    return;
  }
}

/** Has what was put back carried out before another run reads; what failed is said by its own error. */
function commit(lu: Lectures): void {
  try {
    if (lu.pending) SpreadsheetApp.flush();
  } catch {
    return;
  }
}

/** A file of the project; Google throws where there is none. */
function dataFile(name: string): string | undefined {
  try {
    return HtmlService.createHtmlOutputFromFile(name).getContent();
  } catch {
    return undefined;
  }
}

/** Ports that also tell a page what to send back for the next run. */
export interface GooglePorts extends Ports {
  readonly acquis: () => Acquis;
}

/**
 * What use cases need, on the active spreadsheet.
 *
 * @param acquis what a former run found
 * @param last the run ends with the action: Google then releases the lock by itself
 */
export function googlePorts(acquis?: Acquis, last = false): GooglePorts {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const zone = spreadsheetZone(acquis?.fuseau);
  const lu = new Lectures(spreadsheet, acquis?.largeurs ?? {});
  const classeur = classeurOf(spreadsheet, zone, lu);
  return {
    classeur,
    cache: {
      ecrire: (texte) => {
        PropertiesService.getDocumentProperties().setProperty(CLE_CACHE, texte);
      },
    },
    installation: {
      lire: () =>
        PropertiesService.getDocumentProperties().getProperty(CLE_INSTALLATION) ?? undefined,
      ecrire: (texte) => {
        PropertiesService.getDocumentProperties().setProperty(CLE_INSTALLATION, texte);
      },
      oublier: () => {
        PropertiesService.getDocumentProperties().deleteProperty(CLE_INSTALLATION);
      },
    },
    contexte: contexteOf(zone),
    rappels: { comite: rappelerComite },
    donnees: dataFile,
    sousVerrou: (action) => underLock(classeur, lu, last, action),
    acquis: () => ({ fuseau: zone.nom(), largeurs: lu.columns }),
  };
}
