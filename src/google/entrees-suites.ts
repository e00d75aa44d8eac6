import * as z from "zod/mini";
import { ajouterColonnes } from "../app/ajouter-colonnes.js";
import { annulerEtats } from "../app/suites/annuler.js";
import { marquerEtat } from "../app/suites/etats.js";
import { faireInformation } from "../app/suites/information.js";
import { preparerLettres } from "../app/suites/lettres.js";
import { faireReleve } from "../app/suites/releve.js";
import { suitesDuComite } from "../app/suites/suites.js";
import { NOMS_CHAMPS } from "../dossiers/champs.js";
import type { Champ } from "../rules/dossier.js";
import { once } from "../rules/once.js";
import { ETATS_SUITE } from "../rules/suites.js";
import { googlePorts } from "./classeur.js";
import { openDialog } from "./dialogues.js";
import { jourAttendu, parseEntree } from "./entree.js";

const comite = once(() => z.object({ comite: z.string() }));

const comiteFacultatif = once(() => z.object({ comite: z.optional(z.string()) }));

const etat = once(() =>
  z.object({
    numeros: z
      .array(z.string())
      .check(z.minLength(1, { error: "attendu au moins un numéro de dossier" })),
    vers: z.enum([...ETATS_SUITE, "Abandonné"], {
      error: `attendu un état\u00a0: ${ETATS_SUITE.join(", ")} ou Abandonné`,
    }),
    jour: z.optional(jourAttendu()),
  }),
);

const lot = once(() => z.object({ lot: z.string() }));

const colonnes = once(() =>
  z.object({
    champs: z.array(
      z.custom<Champ>((value) => NOMS_CHAMPS.includes(value as Champ), {
        error: "attendu un champ du dossier",
      }),
    ),
  }),
);

/** The time after a committee, as the sidebar shows it. */
export const apiSuites = (input: unknown) =>
  suitesDuComite(googlePorts(), parseEntree(comiteFacultatif, input).comite);

export const apiReleve = (input: unknown) =>
  faireReleve(googlePorts(), parseEntree(comite, input).comite);

export const apiInformation = (input: unknown) =>
  faireInformation(googlePorts(), parseEntree(comite, input).comite);

export const apiMarquerEtat = (input: unknown) => {
  const { jour, ...demande } = parseEntree(etat, input);
  return marquerEtat(googlePorts(), jour === undefined ? demande : { ...demande, jour });
};

export const apiSuitesAnnuler = (input: unknown) =>
  annulerEtats(googlePorts(), parseEntree(lot, input).lot);

/** Adds the columns that an action named, once the person agreed. */
export const apiSuitesColonnes = (input: unknown) =>
  ajouterColonnes(googlePorts(), parseEntree(colonnes, input).champs);

export const apiLettres = (input: unknown) =>
  preparerLettres(googlePorts(), parseEntree(comiteFacultatif, input).comite);

/** Opens the dialog of letters, from the sidebar. */
export const apiOuvrirLettres = (): void => ouvrirLettres();

/** Shows the dialog of letters. */
export function ouvrirLettres(): void {
  openDialog("Lettres", "Lettres du comité", 900, 640);
}
