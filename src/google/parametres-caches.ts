import { type Parametres, readParametres } from "../dossiers/parametres.js";
import { SaisieInvalide } from "../dossiers/saisie.js";
import { once } from "../rules/once.js";

/** Document property that keeps the workbook's guichet for functions that leave it out. */
export const CLE_CACHE = "fitn7.parametres";

/** Whether a text that was kept is a list of keys and values. */
function isRows(
  value: unknown,
): value is readonly (readonly [string, string | number | boolean])[] {
  return (
    Array.isArray(value) &&
    value.every((row) => Array.isArray(row) && row.length === 2 && typeof row[0] === "string")
  );
}

/** The settings as last cached, read at most once per run; nothing where none are. */
export function parametresCaches(): () => Parametres | undefined {
  return once(() => {
    const text = PropertiesService.getDocumentProperties().getProperty(CLE_CACHE);
    if (text === null) return undefined;
    const rows: unknown = JSON.parse(text);
    if (!isRows(rows)) {
      throw new SaisieInvalide(
        "guichet\u00a0: le réglage enregistré est illisible. Ouvrez le menu FITN7 ▸ Choisir le guichet.",
      );
    }
    return readParametres(rows);
  });
}
