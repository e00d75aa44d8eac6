import * as z from "zod/mini";
import { annulerSuivi } from "../app/suivi/annuler.js";
import { ouvrirLaureats, rapportEvaluations, rapportRelances } from "../app/suivi/laureats.js";
import {
  reporterEcheance,
  saisirAvancement,
  saisirEntreprise,
  saisirEvaluation,
} from "../app/suivi/saisir.js";
import { STATUTS_AVANCEMENT } from "../dossiers/onglets.js";
import { once } from "../rules/once.js";
import { googlePorts } from "./classeur.js";
import { centimesAttendus, jourAttendu, parseEntree } from "./entree.js";

const avancement = once(() =>
  z.object({
    numero: z.string(),
    date: jourAttendu(),
    statut: z.enum(STATUTS_AVANCEMENT),
    pourcentage: z.optional(
      z.int().check(z.gte(0), z.lte(10_000, { error: "attendu au plus 100\u00a0%" })),
    ),
    commentaire: z.string(),
  }),
);

const entreprise = once(() =>
  z.object({
    numero: z.string(),
    entreprise: z.string(),
    siret: z.string(),
    departement: z.string(),
    montant: z.optional(centimesAttendus()),
    objet: z.string(),
    date: z.optional(jourAttendu()),
  }),
);

const report = once(() =>
  z.object({ numero: z.string(), echeance: jourAttendu(), motif: z.string() }),
);

const evaluation = once(() =>
  z.object({
    numero: z.string(),
    notes: z.array(
      z.object({ code: z.string(), note: z.optional(z.number()), commentaire: z.string() }),
    ),
  }),
);

const lot = once(() => z.object({ lot: z.optional(z.string()) }));

/** Entries of the sidebar of lauréats. */
export const apiSuiviOuvrir = () => ouvrirLaureats(googlePorts());

export const apiSuiviAvancement = (input: unknown) =>
  saisirAvancement(googlePorts(), parseEntree(avancement, input));

export const apiSuiviEntreprise = (input: unknown) =>
  saisirEntreprise(googlePorts(), parseEntree(entreprise, input));

export const apiSuiviReporter = (input: unknown) =>
  reporterEcheance(googlePorts(), parseEntree(report, input));

export const apiSuiviEvaluation = (input: unknown) =>
  saisirEvaluation(googlePorts(), parseEntree(evaluation, input));

export const apiSuiviAnnuler = (input: unknown) =>
  annulerSuivi(googlePorts(), parseEntree(lot, input).lot);

export const apiSuiviRelances = () => rapportRelances(googlePorts());

export const apiSuiviEvaluations = () => rapportEvaluations(googlePorts());
