import type { Champ } from "../rules/dossier.js";

/**
 * The closed list of fields that a re-import may change on a dossier the sheet already has: what the
 * applicant filed and what the platform says of it. All the rest is the référent's: guichet, state,
 * committee, opinions, amounts and rates granted, conditions, days of each step, points verified. A new
 * dossier takes every mapped field once.
 */
export const CHAMPS_IMPORTES: ReadonlySet<Champ> = new Set([
  "theme",
  "intitule",
  "porteur",
  "siret",
  "code_insee",
  "type",
  "departement",
  "population",
  "millesime",
  "contact",
  "courriel",
  "telephone",
  "cout",
  "cout_lot",
  "demande",
  "autres",
  "part_collectivites",
  "personnel",
  "equipement",
  "licences_hors_ue",
  "equipement_principal",
  "equipement_usage",
  "libre",
  "communes",
  "depot",
  "debut",
  "fin",
  "deja_engage",
  "engagement_decideur",
  "document",
  "partenaires",
  "contact_operationnel",
  "laboratoire",
  "contrat",
  "beneficiaires",
  "prestataires",
  "etat_plateforme",
  "maj_plateforme",
]);

/** Personal data: never kept by value outside the référent's own tab. */
export const CHAMPS_PERSONNELS: ReadonlySet<Champ> = new Set([
  "contact",
  "courriel",
  "telephone",
  "contact_operationnel",
]);
