import { type Day, formatDay, isDay } from "../rules/day.js";
import { spreadsheetZone } from "./jours.js";

/** Document property that keeps the day from which the next committee is due. */
const CLE_COMITE = "fitn7.comite";

const LIGNE = "Comité de sélection";

/** Keeps the day from which the next committee is due, for the menu; nothing where none is. */
export function rappelerComite(depuis: Day | undefined): void {
  if (depuisQuand() === (depuis ?? "")) return;
  PropertiesService.getDocumentProperties().setProperty(CLE_COMITE, depuis ?? "");
}

/**
 * The menu's line: it says from which day a committee is due, as was last worked out. Reading every dossier
 * first would make the menu wait.
 *
 * @param authorised whether properties can be read: not before a person allowed the script
 */
export function ligneComite(authorised: boolean): string {
  const depuis = authorised ? depuisQuand() : "";
  if (!isDay(depuis)) return LIGNE;
  const today = spreadsheetZone().horodatage(new Date()).slice(0, 10);
  const since = depuis <= today ? "depuis le" : "à partir du";
  return `${LIGNE} (attendu ${since} ${formatDay(depuis)})`;
}

/** A property that can't be read must not keep the menu from opening. */
function depuisQuand(): string {
  try {
    return PropertiesService.getDocumentProperties().getProperty(CLE_COMITE) ?? "";
  } catch (error) {
    console.warn(error);
    return "";
  }
}
