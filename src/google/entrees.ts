import * as z from "zod/mini";
import { choisirGuichet } from "../app/choisir-guichet.js";
import { installer } from "../app/installer.js";
import { rapportDitp } from "../app/rapport-ditp.js";
import { once } from "../rules/once.js";
import { googlePorts } from "./classeur.js";
import { guichetAttendu, moisAttendu, parseEntree } from "./entree.js";

const prefecture = () =>
  z.string().check(z.maxLength(200, { error: "attendu un nom de 200 caractères au plus" }));

const installation = once(() =>
  z.object({
    onglet: z.optional(z.string()),
    guichet: z.optional(guichetAttendu()),
    prefecture: z.optional(prefecture()),
  }),
);

const choix = once(() =>
  z.object({ guichet: guichetAttendu(), prefecture: z.optional(prefecture()) }),
);

const rapport = once(() => z.object({ mois: moisAttendu(), telQuel: z.optional(z.boolean()) }));

/** Entries for pages and the command line: plain data in, plain data out. */
export const apiInstaller = (input: unknown) =>
  installer(googlePorts(), parseEntree(installation, input));

export const apiChoisirGuichet = (input: unknown) => {
  const { guichet, prefecture } = parseEntree(choix, input);
  return choisirGuichet(googlePorts(), guichet, prefecture);
};

export const apiRapportDitp = (input: unknown) =>
  rapportDitp(googlePorts(), parseEntree(rapport, input));
