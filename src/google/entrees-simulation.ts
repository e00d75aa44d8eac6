import * as z from "zod/mini";
import { annulerSimulation } from "../app/simulation/annuler.js";
import { enregistrerScenario, supprimerScenario } from "../app/simulation/enregistrer-scenario.js";
import { ouvrirSimulation } from "../app/simulation/ouvrir.js";
import { ajouterColonnesProposition, proposerScenario } from "../app/simulation/proposer.js";
import { once } from "../rules/once.js";
import { CHOIX_SCENARIO, OBJECTIFS, SORTS } from "../rules/scenario.js";
import { googlePorts } from "./classeur.js";
import { centimesAttendus, guichetAttendu, parseEntree } from "./entree.js";

/** More lines than any département files: a page that sends more is not ours. */
const LIGNES_MAX = 5_000;

const scenario = once(() =>
  z.object({
    nom: z.string(),
    guichet: guichetAttendu(),
    objectif: z.enum(OBJECTIFS),
    enveloppe: centimesAttendus(),
    lignes: z
      .array(
        z.object({
          numero: z.string(),
          choix: z.enum(CHOIX_SCENARIO),
          montant: z.optional(centimesAttendus()),
        }),
      )
      .check(z.maxLength(LIGNES_MAX)),
  }),
);

const nom = once(() => z.object({ nom: z.string() }));

const lot = once(() => z.object({ lot: z.string() }));

const proposition = once(() =>
  z.object({ nom: z.string(), autres: z.enum(SORTS), apercu: z.boolean() }),
);

/** Entries of the page of scenarios. */
export const apiSimulationOuvrir = () => ouvrirSimulation(googlePorts());

export const apiSimulationEnregistrer = (input: unknown) =>
  enregistrerScenario(googlePorts(), parseEntree(scenario, input));

export const apiSimulationSupprimer = (input: unknown) =>
  supprimerScenario(googlePorts(), parseEntree(nom, input).nom);

export const apiSimulationAnnuler = (input: unknown) =>
  annulerSimulation(googlePorts(), parseEntree(lot, input).lot);

export const apiSimulationColonnes = () => ajouterColonnesProposition(googlePorts());

export const apiSimulationProposer = (input: unknown) =>
  proposerScenario(googlePorts(), parseEntree(proposition, input));
