import * as z from "zod/mini";
import { annulerConsolidation } from "../app/region/annuler.js";
import { consolider } from "../app/region/consolider.js";
import { mouvementer } from "../app/region/mouvement.js";
import { lireRegion } from "../app/region/situation.js";
import { suiviRegional } from "../app/region/suivi.js";
import { once } from "../rules/once.js";
import { googlePorts } from "./classeur.js";
import { celluleAttendue, centimesAttendus, jourAttendu, parseEntree } from "./entree.js";

const classeur = once(() =>
  z.object({
    onglets: z.array(z.object({ nom: z.string(), lignes: z.array(z.array(celluleAttendue())) })),
    departement: z.optional(z.string()),
    apercu: z.boolean(),
    horsTerritoire: z.optional(z.boolean()),
  }),
);

const lot = once(() => z.object({ lot: z.string() }));

const mouvement = once(() =>
  z.object({
    date: jourAttendu(),
    de: z.string(),
    vers: z.string(),
    montant: centimesAttendus(),
    motif: z.string(),
    apercu: z.boolean(),
  }),
);

/** Entries of the region's page. */
export const apiRegionOuvrir = () => lireRegion(googlePorts());

export const apiRegionConsolider = (input: unknown) =>
  consolider(googlePorts(), parseEntree(classeur, input));

export const apiRegionMouvement = (input: unknown) => {
  const { apercu, ...own } = parseEntree(mouvement, input);
  return mouvementer(googlePorts(), own, apercu);
};

export const apiRegionAnnuler = (input: unknown) =>
  annulerConsolidation(googlePorts(), parseEntree(lot, input).lot);

export const apiRegionSuivi = () => suiviRegional(googlePorts());
