import type { WorkbookSnapshot } from "../../local/engine/snapshot.js";
import type { Atelier, Reponse } from "../app/aides/atelier.js";
import { appliquer, depose, envois, exportDe } from "../app/aides/import.js";
import * as base from "./bases.js";

/** One thing that a person does and that writes, with a demand that succeeds. */
export interface Action {
  readonly nom: string;
  /** Entries of pages that it goes through. */
  readonly entrees: readonly string[];
  readonly depart: () => WorkbookSnapshot;
  readonly fait: (opened: Atelier) => Reponse;
  readonly le?: string;
  /** Lines that a second run rightly writes otherwise: each tells what that run did. */
  readonly hors?: (line: string) => boolean;
  /** It works in hidden tabs alone. */
  readonly cachee?: true;
}

function entree(nom: string, depart: Action["depart"], demande: unknown = {}, titre = nom): Action {
  return { nom: titre, entrees: [nom], depart, fait: ({ api }) => api(nom, demande) };
}

const rapport = (nom: string, periode: string) =>
  entree("apiRapport", base.IDF, { rapport: nom, periode, telQuel: true }, `apiRapport ${nom}`);

const bloc = envois(base.LATER)[0];

/** Every action that writes. */
export const ACTIONS: readonly Action[] = [
  entree("apiInstaller", base.DEMARRAGE, { guichet: "HDF" }),
  entree("apiChoisirGuichet", base.INSTALLE, { guichet: "MARNE-V1" }),
  entree("apiRapportDitp", base.INSTALLE, { mois: "2021-06", telQuel: true }),
  rapport("Démat.ADS", "2021-07"),
  rapport("Publication", "2021-07"),
  rapport("SCDL", "2021-07"),
  rapport("Propositions", "2021-07"),
  rapport("Trimestre DITP", "2021-T2"),
  entree(
    "apiRapport",
    base.TRIMESTRE,
    { rapport: "Trimestre DITP", periode: "2021-T2" },
    "apiRapport Trimestre DITP, textes tapés",
  ),
  entree(
    "apiMarquerTransmis",
    base.TRIMESTRE,
    { onglet: "Trimestre DITP 2021-T2" },
    "apiMarquerTransmis, textes tapés",
  ),
  entree("apiTableauDeBord", base.APRES_COMITE),
  entree("apiMarquerTransmis", base.RAPPORT, { onglet: "DITP 2021-07" }),
  entree("apiComiteColonnes", base.INSTALLE, { propositions: true }),
  entree("apiComiteCreer", base.COMITE_NORD, { nom: "Août", date: "2021-08-20", presents: "M. B" }),
  entree("apiComiteModifier", base.COMITE_NORD, {
    nom: base.COMITE,
    presents: "M. B",
    statut: "tenu",
  }),
  entree("apiComiteModifier", base.DECIDE, base.AUTRE_COMITE, "apiComiteModifier, nom et date"),
  {
    nom: "apiComiteRetablir",
    entrees: ["apiComiteRetablir"],
    depart: base.COMITE_CHANGE,
    fait: (opened) =>
      opened.api("apiComiteRetablir", {
        lot: base.dernierLot(opened),
        nom: base.AUTRE_COMITE.nouveauNom,
      }),
  },
  entree("apiComiteProposer", base.COMITE_NORD, { numeros: [base.MORMAL], comite: base.COMITE }),
  {
    nom: "apiComiteDecider",
    entrees: ["apiComiteDecider"],
    depart: base.COMITE_NORD,
    fait: (opened) => base.decide(opened),
  },
  {
    nom: "apiComiteNoter",
    entrees: ["apiComiteNoter"],
    depart: base.COMITE_NORD,
    fait: (opened) =>
      opened.api("apiComiteNoter", {
        numero: base.MORMAL,
        comite: base.COMITE,
        vu: base.vuDe(opened, base.MORMAL).vu,
        notes: [{ code: "constat", note: 3, justification: "=1+1" }],
      }),
  },
  entree("apiComiteValider", base.PROPOSITIONS, { comite: base.COMITE, apercu: false }),
  entree("apiComiteAnnuler", base.DECIDE),
  entree("apiComiteRouvrir", base.COMITE_NORD, { numero: base.VALENCIENNES, motif: "montant" }),
  { ...entree("apiImportEtager", base.IMPORT_VIDE, bloc), cachee: true },
  {
    nom: "apiImportAppliquer",
    entrees: ["apiImportAppliquer"],
    depart: () => base.ATTENTE().snapshot,
    fait: (opened) => appliquer(opened, base.ATTENTE().apercu) as unknown as Reponse,
  },
  {
    nom: "apiImportAbandonner",
    entrees: ["apiImportAbandonner"],
    depart: () => base.ATTENTE().snapshot,
    fait: ({ api }) => api("apiImportAbandonner", { lot: base.ATTENTE().apercu.lot }),
    cachee: true,
  },
  {
    nom: "apiImportAnnuler",
    entrees: ["apiImportAnnuler"],
    depart: () => base.IMPORTE().snapshot,
    fait: ({ api }) => api("apiImportAnnuler", { lot: base.IMPORTE().lot }),
  },
  entree("apiImportColonnes", base.IMPORT_VIDE, { champs: ["porteur", "depot", "siret"] }),
  entree("apiImporterTables", base.IMPORT_VIDE, exportDe([depose("7"), depose("8")])),
  entree("apiTerritoiresCharger", base.APRES_COMITE, { departements: ["90"] }),
  entree("apiReleve", base.APRES_COMITE, { comite: "Comité de juillet" }),
  entree("apiInformation", base.APRES_COMITE_IDF, { comite: "Comité de juillet" }),
  entree("apiLettres", base.APRES_COMITE, { comite: "Comité de juillet" }),
  entree("apiMarquerEtat", base.APRES_COMITE, base.ETAT),
  {
    nom: "apiSuitesAnnuler",
    entrees: ["apiSuitesAnnuler"],
    depart: base.AVANCE,
    fait: (opened) =>
      opened.api("apiSuitesAnnuler", {
        lot:
          opened.host.values("Journal").findLast((row) => row[2] === "Suites du comité")?.[7] ?? "",
      }),
  },
  entree("apiSuitesColonnes", base.SANS_DATES, { champs: ["date_notification", "motif"] }),
  entree("apiSuiviAvancement", base.APRES_COMITE, base.ETAT_D_AVANCEMENT),
  entree("apiSuiviEntreprise", base.APRES_COMITE, {
    numero: "1",
    entreprise: "Atelier du Web",
    siret: "",
    objet: "Site",
    departement: "59",
    montant: 120_050,
  }),
  entree("apiSuiviReporter", base.APRES_COMITE, {
    numero: "1",
    echeance: "2021-10-06",
    motif: "Maire décédé",
  }),
  entree("apiSuiviEvaluation", base.EVALUABLE, {
    numero: "1",
    notes: [{ code: "impact", note: 2, commentaire: "net" }],
  }),
  {
    nom: "apiSuiviAnnuler",
    entrees: ["apiSuiviAnnuler"],
    depart: base.AVANCEMENT,
    fait: ({ api }) => api("apiSuiviAnnuler"),
  },
  entree("apiSuiviRelances", base.APRES_COMITE),
  entree("apiSuiviEvaluations", base.EVALUABLE),
  entree("apiRegionConsolider", base.REGION, { ...base.DEPARTEMENT, apercu: false }),
  {
    nom: "apiRegionAnnuler",
    entrees: ["apiRegionAnnuler"],
    depart: base.CONSOLIDE,
    fait: (opened) => opened.api("apiRegionAnnuler", { lot: base.dernierLot(opened) }),
  },
  {
    ...entree("apiRegionMouvement", base.REGION, {
      date: "2021-09-10",
      de: "77",
      vers: "78",
      montant: 1_000_000,
      motif: "sous-consommation",
      apercu: false,
    }),
    le: "2021-09-15T10:00:00Z",
  },
  entree("apiRegionSuivi", base.REGION),
  entree("apiSimulationEnregistrer", base.SIMULATION, base.SCENARIO),
  entree("apiSimulationSupprimer", base.SCENARIO_GARDE, { nom: base.SCENARIO.nom }),
  {
    nom: "apiSimulationAnnuler",
    entrees: ["apiSimulationAnnuler"],
    depart: base.SCENARIO_GARDE,
    fait: (opened) => opened.api("apiSimulationAnnuler", { lot: base.dernierLot(opened) }),
  },
  entree("apiSimulationColonnes", base.SCENARIO_GARDE),
  entree("apiSimulationProposer", base.SCENARIO_PRET, {
    nom: base.SCENARIO.nom,
    autres: "laisser",
    apercu: false,
  }),
  {
    nom: "apiArchiverJournal",
    entrees: ["apiArchiverJournal"],
    depart: base.JOURNAL,
    fait: ({ api }) => {
      let done = api("apiArchiverJournal");
      while (done.encore === true) done = api("apiArchiverJournal");
      return done;
    },
  },
];

/** Entries that write nothing, and the one that works on a tab of its own and is tested by itself. */
export const SANS_ECRITURE: readonly string[] = [
  "apiComiteDossier",
  "apiComiteOuvrir",
  "apiComiteSelection",
  "apiEnvoiOuvrir",
  "apiEnvoiPreparer",
  "apiImportApercu",
  "apiImportOuvrir",
  "apiOuvrirLettres",
  "apiRegionOuvrir",
  "apiSimulationOuvrir",
  "apiSuites",
  "apiSuiviOuvrir",
  "apiVerifier",
];
