import * as z from "zod/mini";
import { SCHEMA_VERSION } from "../app/parametres.js";
import type { Cell } from "../dossiers/cell.js";
import { readDepartement } from "../dossiers/departements.js";
import { readParametres } from "../dossiers/parametres.js";
import { SaisieInvalide } from "../dossiers/saisie.js";
import { quoted } from "../dossiers/text.js";
import { once } from "../rules/once.js";

/** General settings as they come from the tab; a guichet's numbers have readers of their own. */
const generaux = once(() =>
  z.object({
    schema_version: z.optional(
      z.literal(SCHEMA_VERSION, {
        error: `attendu ${SCHEMA_VERSION}, la version que cet outil connaît`,
      }),
    ),
    departement: z.optional(
      z.custom(
        (cell) => readDepartement(cell as Cell).ok,
        "attendu un code de département, par exemple 51",
      ),
    ),
    population: z.optional(
      z.enum(["municipale", "totale"], { error: "attendu municipale ou totale" }),
    ),
    destinataire_ditp: z.optional(
      z.string({ error: "attendu une adresse électronique" }).check(
        z.regex(/^[^\s@;,]+@[^\s@;,]+([;,]\s*[^\s@;,]+@[^\s@;,]+)*$/, {
          error: "attendu une adresse électronique",
        }),
      ),
    ),
  }),
);

/**
 * Refuses a general setting that is not what its key holds.
 *
 * @param rows the settings tab as read
 * @throws SaisieInvalide naming the key, what was read and what is expected
 */
export function verifyGeneralSettings(rows: readonly (readonly Cell[])[]): void {
  const { valeurs } = readParametres(rows);
  const issue = generaux().safeParse(Object.fromEntries(valeurs)).error?.issues[0];
  if (!issue) return;
  const cle = String(issue.path[0]);
  throw new SaisieInvalide(
    `Paramètres, clé ${cle}\u00a0: lu ${quoted(valeurs.get(cle))}, ${issue.message}.`,
  );
}
