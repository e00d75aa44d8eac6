import * as z from "zod/mini";
import { type Parametres, readParametres } from "../dossiers/parametres.js";
import { SaisieInvalide } from "../dossiers/saisie.js";
import { once } from "../rules/once.js";

/** Document property that keeps the workbook's guichet for functions that leave it out. */
export const CLE_CACHE = "fitn7.parametres";

const schema = once(() =>
  z.array(z.tuple([z.string(), z.union([z.string(), z.number(), z.boolean()])])),
);

/** The settings as last cached, read at most once per run; nothing where none are. */
export function parametresCaches(): () => Parametres | undefined {
  return once(() => {
    const text = PropertiesService.getDocumentProperties().getProperty(CLE_CACHE);
    if (text === null) return undefined;
    const parsed = schema().safeParse(JSON.parse(text));
    if (!parsed.success) {
      throw new SaisieInvalide(
        "guichet\u00a0: le réglage enregistré est illisible. Ouvrez le menu FITN7 ▸ Choisir le guichet.",
      );
    }
    return readParametres(parsed.data);
  });
}
