import * as z from "zod/mini";
import { marquerTransmis } from "../app/envois.js";
import { ouvrirEnvoi, preparerEnvoi } from "../app/envois-preparer.js";
import { RAPPORTS_PERIODE, rapportPeriode } from "../app/rapport-periode.js";
import { tableauDeBord } from "../app/tableau-de-bord.js";
import { SaisieInvalide } from "../dossiers/saisie.js";
import { once } from "../rules/once.js";
import { googlePorts } from "./classeur.js";
import { parseEntree } from "./entree.js";
import { refusDePeriode } from "./periodes.js";

const periode = once(() =>
  z.object({
    rapport: z.enum(RAPPORTS_PERIODE, {
      error: `attendu un rapport\u00a0: ${RAPPORTS_PERIODE.join(", ")}`,
    }),
    periode: z.string(),
    telQuel: z.optional(z.boolean()),
  }),
);

const onglet = once(() => z.object({ onglet: z.string() }));

/** Marks a report's tab as sent. */
export const apiMarquerTransmis = (input: unknown) =>
  marquerTransmis(googlePorts(), parseEntree(onglet, input).onglet);

/** Makes the tab of a report for a month or a quarter. */
export const apiRapport = (input: unknown) => {
  const demande = parseEntree(periode, input);
  const refused = refusDePeriode(demande.rapport, demande.periode);
  if (refused !== undefined) throw new SaisieInvalide(refused);
  return rapportPeriode(googlePorts(), demande);
};

/** Makes the dashboard, with the columns there are. */
export const apiTableauDeBord = () => tableauDeBord(googlePorts(), { telQuel: true });

/** The reports that can be sent. */
export const apiEnvoiOuvrir = () => ouvrirEnvoi(googlePorts());

/** What goes with one report, and the table its files are made from. */
export const apiEnvoiPreparer = (input: unknown) =>
  preparerEnvoi(googlePorts(), parseEntree(onglet, input).onglet);
