import { euros } from "../dossiers";
import type { Cas } from "./cas";

const DECIDEURS = [
  ["DITP", "DITP"],
  ["DEP", "DEP"],
  ["HDF", "HDF"],
  ["HDF, laboratoire", "HDF"],
  ["IDF-V1", "DITP"],
] as const;

const LABORATOIRES = [
  ["DITP, laboratoire", "DITP", "DITP"],
  ["HDF, laboratoire", "HDF", "DITP"],
  ["IDF-V2", "IDF", "DITP"],
  ["MARNE-V2", "MAR", "DITP"],
] as const;

/** Commitment, documents, joint projects, laboratories, communes, free software. */
export const CAS_CONDITIONS: readonly Cas[] = [
  ...DECIDEURS.flatMap(([dossier, document]): Cas[] => [
    {
      regle: `${dossier}: a decision-level commitment is required`,
      dossier,
      faits: { engagement_decideur: false },
      motif: ["ENGAGEMENT.non", "bloquant", document],
    },
    {
      regle: `${dossier}: commitment not said`,
      dossier,
      faits: { engagement_decideur: undefined },
      motif: ["ENGAGEMENT.absent", "a_verifier", document],
    },
  ]),
  ...(["DITP, laboratoire", "IDF-V2", "IDF-ADS", "MARNE-V1", "MARNE-V2"] as const).map(
    (dossier): Cas => ({
      regle: `${dossier}: no commitment is required`,
      dossier,
      faits: { engagement_decideur: false },
      sans: "ENGAGEMENT",
    }),
  ),
  {
    regle: "HDF 5: a point of the four is missing in the document",
    dossier: "HDF",
    faits: { document: false },
    motif: ["DOCUMENT.non", "a_verifier", "HDF"],
  },
  {
    regle: "HDF 5: the document is not said",
    dossier: "HDF",
    faits: { document: undefined },
    motif: ["DOCUMENT.absent", "a_verifier", "HDF"],
  },
  {
    regle: "DITP asks for no such document",
    dossier: "DITP",
    faits: { document: false },
    sans: "DOCUMENT",
  },
  {
    regle: "IDF, thématique 4: invoices",
    dossier: "IDF-ADS",
    faits: { points_verifies: undefined },
    motif: ["FACTURES.a_voir", "a_verifier", "IDF"],
  },
  {
    regle: "HDF 2: a joint project without its operational contact",
    dossier: "HDF",
    faits: { partenaires: "Houplines, Erquinghem-Lys" },
    motif: ["PROJET_COMMUN.sans_contact", "a_verifier", "HDF"],
  },
  {
    regle: "HDF 2: a joint project with its operational contact",
    dossier: "HDF",
    faits: { partenaires: "Houplines", contact_operationnel: "direction du numérique" },
    sans: "PROJET_COMMUN",
  },
  {
    regle: "HDF 2: the sheet has no column for partners",
    dossier: "HDF",
    sansColonnes: ["partenaires"],
    motif: ["PROJET_COMMUN.inconnu", "a_verifier", "HDF"],
  },
  {
    regle: "DITP says nothing of joint projects",
    dossier: "DITP",
    faits: { partenaires: "Houplines" },
    sans: "PROJET_COMMUN",
  },
  ...LABORATOIRES.flatMap(([dossier, document, partDocument]): Cas[] => [
    {
      regle: `${dossier}: a laboratory project names its laboratory`,
      dossier,
      faits: { laboratoire: undefined },
      motif: ["LABORATOIRE.absent", "a_verifier", document],
    },
    {
      regle: `${dossier}: the collectivités' share is not said`,
      dossier,
      faits: { part_collectivites: undefined },
      motif: ["PART_COLLECTIVITES.absente", "a_verifier", partDocument],
    },
    {
      regle: `${dossier}: only the collectivités' share can be funded (DITP, 3d)`,
      dossier,
      faits: { part_collectivites: euros(39_999.99) },
      motif: ["PART_COLLECTIVITES.haute", "avertissement", partDocument],
    },
  ]),
  {
    regle: "a training project needs no laboratory",
    dossier: "HDF",
    faits: { theme: "3b", laboratoire: undefined },
    sans: "LABORATOIRE",
  },
  {
    regle: "the share matters for laboratories alone",
    dossier: "HDF",
    faits: { part_collectivites: 1 },
    sans: "PART_COLLECTIVITES",
  },
  {
    regle: "IDF, Rôle de la préfecture de région: the amount depends on the communes",
    dossier: "IDF-ADS",
    faits: { communes: undefined },
    motif: ["COMMUNES.absentes", "a_verifier", "IDF"],
  },
  {
    regle: "IDF: an autonomous commune has none attached (our reading)",
    dossier: "IDF-ADS",
    faits: { type: "commune", communes: undefined, demande: euros(4_000) },
    sans: "COMMUNES",
  },
  {
    regle: "IDF: 4 000 € for an autonomous commune (our reading)",
    dossier: "IDF-ADS",
    faits: { type: "commune", communes: undefined, demande: euros(4_000.01) },
    motif: ["DEMANDE.haute", "avertissement", "IDF"],
  },
  {
    regle: "HDF 5: free software first, where possible",
    dossier: "HDF",
    faits: { libre: false },
    motif: ["LIBRE.non", "avertissement", "HDF"],
  },
  {
    regle: "HDF 5: free or not, not said",
    dossier: "HDF",
    faits: { libre: undefined },
    motif: ["LIBRE.absent", "a_verifier", "HDF"],
  },
  {
    regle: "DITP says nothing of free software",
    dossier: "DITP",
    faits: { libre: false },
    sans: "LIBRE",
  },
  {
    regle: "an unreadable cell",
    dossier: "DITP",
    faits: { cout: undefined },
    illisibles: [{ champ: "cout", lu: "environ 12 k", attendu: "un montant en euros" }],
    motif: ["ILLISIBLE.cellule", "a_verifier"],
  },
];
