import * as z from "zod/mini";
import fr from "zod/v4/locales/fr.js";
import { choisirGuichet } from "../app/choisir-guichet.js";
import { importerTables } from "../app/importer.js";
import { installer } from "../app/installer.js";
import { rapportDitp } from "../app/rapport-ditp.js";
import type { Cell } from "../dossiers/cell.js";
import { SaisieInvalide } from "../dossiers/saisie.js";
import { quoted } from "../dossiers/text.js";
import { isMonth } from "../rules/day.js";
import { GUICHET_IDS } from "../rules/guichet.js";
import { once } from "../rules/once.js";
import { googlePorts } from "./classeur.js";

/** French messages; `jitless` since Apps Script forbids nothing but gains nothing from generated code. */
const configure = once(() => {
  z.config({ ...fr(), jitless: true });
});

function isCell(value: unknown): value is Cell {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

const guichet = () =>
  z.enum(GUICHET_IDS, { error: `attendu un guichet\u00a0: ${GUICHET_IDS.join(", ")}` });

const schemas = once(() => ({
  tables: z.object({
    onglets: z.array(
      z.object({
        nom: z.string(),
        lignes: z.array(
          z.array(z.custom<Cell>(isCell, { error: "attendu un texte, un nombre ou un booléen" })),
        ),
      }),
    ),
  }),
  installation: z.object({
    onglet: z.optional(z.string()),
    guichet: z.optional(guichet()),
    prefecture: z.optional(z.string()),
  }),
  guichet: z.object({ guichet: guichet(), prefecture: z.optional(z.string()) }),
  rapport: z.object({
    mois: z.string().check(z.refine(isMonth, { error: "attendu un mois, par exemple 2021-06" })),
    telQuel: z.optional(z.boolean()),
  }),
}));

type Schemas = ReturnType<typeof schemas>;

/**
 * What a page or the command line asks for, checked at the border.
 *
 * @throws SaisieInvalide in French that names the field, what is expected and what was wrong
 */
function parseEntree<K extends keyof Schemas>(name: K, input: unknown): z.output<Schemas[K]> {
  configure();
  const parsed = schemas()[name].safeParse(input);
  if (parsed.success) return parsed.data as z.output<Schemas[K]>;
  const issue = parsed.error.issues[0];
  const where = issue && issue.path.length > 0 ? issue.path.join(".") : "demande";
  const read = issue?.path.reduce<unknown>(
    (node, key) => (node as Record<PropertyKey, unknown>)?.[key],
    input,
  );
  const lu = typeof read === "string" || typeof read === "number" ? `lu ${quoted(read)}, ` : "";
  throw new SaisieInvalide(`${where}\u00a0: ${lu}${issue?.message ?? "entrée invalide"}.`);
}

/** Entries for pages and the command line: plain data in, plain data out. */
export const apiInstaller = (input: unknown) =>
  installer(googlePorts(), parseEntree("installation", input));

export const apiChoisirGuichet = (input: unknown) => {
  const { guichet, prefecture } = parseEntree("guichet", input);
  return choisirGuichet(googlePorts(), guichet, prefecture);
};

export const apiRapportDitp = (input: unknown) =>
  rapportDitp(googlePorts(), parseEntree("rapport", input));

export const apiImporterTables = (input: unknown) =>
  importerTables(googlePorts(), parseEntree("tables", input));
