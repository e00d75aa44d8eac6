import type { SheetSnapshot, WorkbookSnapshot } from "../engine/snapshot.js";
import type { Area } from "../engine/types.js";
import type {
  AjouterChangements,
  Choix,
  EcrireClasseur,
  EnregistrerSous,
  Exporter,
  Rouvrir,
} from "./protocole.js";
import { Refus } from "./refus.js";

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";
const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) > 0;
const isFlag = (value: unknown) => value === undefined || typeof value === "boolean";

function isArea(value: unknown): value is Area {
  if (!isObject(value) || !isText(value.sheet)) return false;
  return [value.row, value.column, value.rows, value.columns].every(isCount);
}

function isSheet(value: unknown): value is SheetSnapshot {
  if (!isObject(value) || !isText(value.name) || !isCount(value.rows) || !isCount(value.columns))
    return false;
  const { cells } = value;
  return (
    Array.isArray(cells) &&
    cells.every((cell) => isObject(cell) && isCount(cell.row) && isCount(cell.column))
  );
}

/** Whether a value has the outline of a snapshot: enough to be restored, or refused by the page. */
export function isWorkbookSnapshot(value: unknown): value is WorkbookSnapshot {
  if (!isObject(value) || !isText(value.locale) || !isText(value.timeZone)) return false;
  const { sheets, names, properties } = value;
  return (
    Array.isArray(sheets) &&
    sheets.length > 0 &&
    sheets.every(isSheet) &&
    isObject(names) &&
    Object.values(names).every(isArea) &&
    isObject(properties) &&
    Object.values(properties).every(isText)
  );
}

function isTables(value: unknown): boolean {
  return (
    isObject(value) &&
    Object.values(value).every((rows) => Array.isArray(rows) && rows.every(Array.isArray))
  );
}

const isAreas = (value: unknown) => Array.isArray(value) && value.every(isArea);
const isChanges = (value: unknown) => Array.isArray(value) && value.length > 0;
const isFormat = (value: unknown) => value === "xlsx" || value === "ods";
const isKept = (value: unknown) => value === "enregistre" || value === "fichier";

/** Reads a request's body: each field must be as it is told here. */
function reader<T>(fields: Readonly<Record<keyof T, (value: unknown) => boolean>>) {
  return (body: unknown): T => {
    if (!isObject(body)) {
      throw new Refus("demande", "Demande non comprise\u00a0: un objet est attendu.");
    }
    for (const [name, accepts] of Object.entries<(value: unknown) => boolean>(fields)) {
      if (!accepts(body[name])) {
        throw new Refus(
          "demande",
          `Demande non comprise\u00a0: «\u00a0${name}\u00a0» manque ou n’est pas ce qui est attendu.`,
        );
      }
    }
    return body as T;
  };
}

const EXPORTED = {
  format: isFormat,
  snapshot: isWorkbookSnapshot,
  valeurs: isTables,
  deversements: isAreas,
};

export const readEcrireClasseur = reader<EcrireClasseur>({
  id: isText,
  version: isCount,
  snapshot: isWorkbookSnapshot,
});
export const readAjouterChangements = reader<AjouterChangements>({
  id: isText,
  version: isCount,
  changements: isChanges,
});
export const readChoix = reader<Choix>({ id: isText, garder: isKept });
export const readRouvrir = reader<Rouvrir>({ id: isText });
export const readExporter = reader<Exporter>(EXPORTED);
export const readEnregistrerSous = reader<EnregistrerSous>({
  ...EXPORTED,
  id: isText,
  nom: isText,
  ecraser: isFlag,
  malgreModification: isFlag,
});
