import { euros } from "../dossiers";
import type { Cas } from "./cas";

const STAFF = [
  ["HDF", "HDF"],
  ["IDF-V1", "IDF"],
  ["IDF-ADS", "IDF"],
  ["IDF-V2", "IDF"],
  ["MARNE-V1", "MAR"],
  ["MARNE-V2", "MAR"],
] as const;

/** Staff, equipment, licences, and the base of the rate. */
export const CAS_DEPENSES: readonly Cas[] = [
  ...STAFF.flatMap(([dossier, document]): Cas[] => [
    {
      regle: `${dossier}: staff is excluded, the dossier stays, its base is to be checked`,
      dossier,
      faits: { personnel: euros(0.01) },
      motif: ["PERSONNEL.exclu", "avertissement", document],
      issue: "À vérifier",
    },
    {
      regle: `${dossier}: staff not said`,
      dossier,
      faits: { personnel: undefined },
      motif: ["PERSONNEL.absent", "a_verifier", document],
    },
  ]),
  ...(["DITP", "DEP"] as const).map(
    (dossier): Cas => ({
      regle: `${dossier} says nothing of staff`,
      dossier,
      faits: { personnel: euros(9_000) },
      sans: "PERSONNEL",
    }),
  ),
  {
    regle: "HDF 5: any equipment, whatever its use",
    dossier: "HDF",
    faits: { equipement: euros(800), equipement_usage: "borne pour les usagers" },
    motif: ["EQUIPEMENT.exclu_tout", "avertissement", "HDF"],
    issue: "À vérifier",
  },
  {
    regle: "IDF, thématique 4: any equipment",
    dossier: "IDF-ADS",
    faits: { equipement: euros(800), equipement_principal: false },
    motif: ["EQUIPEMENT.exclu_tout", "avertissement", "IDF"],
    issue: "À vérifier",
  },
  {
    regle: "DITP, Pour quels projets: not for agents",
    dossier: "DITP",
    faits: { equipement: euros(800), equipement_usage: "Postes des agents" },
    motif: ["EQUIPEMENT.exclu_agents", "avertissement", "DITP"],
    issue: "À vérifier",
  },
  {
    regle: "DITP, Pour quels projets: for users it is not excluded",
    dossier: "DITP",
    faits: { equipement: euros(800), equipement_usage: "Borne d’accueil des usagers" },
    sans: "EQUIPEMENT",
  },
  {
    regle: "DEP, Pour quels projets: of unknown use",
    dossier: "DEP",
    faits: { equipement: euros(800) },
    motif: ["EQUIPEMENT.incertain_agents", "a_verifier", "DEP"],
  },
  {
    regle: "MAR 3: not for agents",
    dossier: "MARNE-V1",
    faits: { equipement: euros(800), equipement_usage: "agents" },
    motif: ["EQUIPEMENT.exclu_agents", "avertissement", "MAR"],
    issue: "À vérifier",
  },
  {
    regle: "MAR 3: equipment not said",
    dossier: "MARNE-V2",
    faits: { equipement: undefined },
    motif: ["EQUIPEMENT.absent", "a_verifier", "MAR"],
  },
  {
    regle: "IDF, gestion du volet 1: accessory, and for citizens' access",
    dossier: "IDF-V1",
    faits: {
      equipement: euros(800),
      equipement_principal: false,
      equipement_usage: "Accessibilité numérique des citoyens",
    },
    sans: "EQUIPEMENT",
  },
  {
    regle: "IDF, gestion du volet 1: accessory, and for training",
    dossier: "IDF-V1",
    faits: {
      equipement: euros(800),
      equipement_principal: false,
      equipement_usage: "Formation des agents",
    },
    sans: "EQUIPEMENT",
  },
  {
    regle: "IDF, gestion du volet 1: not as the main purpose",
    dossier: "IDF-V1",
    faits: {
      equipement: euros(800),
      equipement_principal: true,
      equipement_usage: "Formation des agents",
    },
    motif: ["EQUIPEMENT.exclu_accessoire", "avertissement", "IDF"],
    issue: "À vérifier",
  },
  {
    regle: "IDF, gestion du volet 2: accessory, but for another use",
    dossier: "IDF-V2",
    faits: {
      equipement: euros(800),
      equipement_principal: false,
      equipement_usage: "Renouvellement des postes",
    },
    motif: ["EQUIPEMENT.exclu_accessoire", "avertissement", "IDF"],
    issue: "À vérifier",
  },
  {
    regle: "IDF, gestion du volet 1: of unknown use",
    dossier: "IDF-V1",
    faits: { equipement: euros(800), equipement_principal: false },
    motif: ["EQUIPEMENT.incertain_accessoire", "a_verifier", "IDF"],
  },
  {
    regle: "IDF, gestion du volet 1: main purpose or not, not said",
    dossier: "IDF-V1",
    faits: { equipement: euros(800), equipement_usage: "Formation des agents" },
    motif: ["EQUIPEMENT.incertain_accessoire", "a_verifier", "IDF"],
  },
  ...(["IDF-V1", "IDF-ADS", "IDF-V2"] as const).map(
    (dossier): Cas => ({
      regle: `${dossier}: licences of non-EU publishers are excluded`,
      dossier,
      faits: { licences_hors_ue: euros(1_200) },
      motif: ["LICENCES.exclues", "avertissement", "IDF"],
      issue: "À vérifier",
    }),
  ),
  {
    regle: "DITP, Pour quels projets: a marginal share of the grant",
    dossier: "DITP",
    faits: { licences_hors_ue: euros(1_200) },
    motif: ["LICENCES.marginales", "avertissement", "DITP"],
  },
  {
    regle: "DEP, Pour quels projets: a marginal share of the grant",
    dossier: "DEP",
    faits: { licences_hors_ue: euros(1_200) },
    motif: ["LICENCES.marginales", "avertissement", "DEP"],
  },
  {
    regle: "MAR 3: to be avoided where possible",
    dossier: "MARNE-V2",
    faits: { licences_hors_ue: euros(1_200) },
    motif: ["LICENCES.a_eviter", "avertissement", "MAR"],
  },
  {
    regle: "MAR 3: licences not said",
    dossier: "MARNE-V1",
    faits: { licences_hors_ue: undefined },
    motif: ["LICENCES.absent", "a_verifier", "MAR"],
  },
  {
    regle: "HDF says nothing of licences",
    dossier: "HDF",
    faits: { licences_hors_ue: euros(1_200) },
    sans: "LICENCES",
  },
  {
    regle: "no document says whether excluded spending leaves the base of the rate",
    dossier: "MARNE-V1",
    faits: { personnel: euros(3_000), equipement: euros(500), equipement_usage: "agents" },
    motif: ["ASSIETTE.exclu", "a_verifier", "MAR"],
  },
  {
    regle: "what is to be avoided is not excluded",
    dossier: "MARNE-V1",
    faits: { licences_hors_ue: euros(1_200) },
    sans: "ASSIETTE",
  },
  {
    regle: "a référent settles the base by hand",
    dossier: "MARNE-V1",
    faits: { personnel: euros(3_000), points_verifies: "ASSIETTE" },
    motif: ["PERSONNEL.exclu", "avertissement", "MAR"],
    issue: "Éligible",
  },
];
