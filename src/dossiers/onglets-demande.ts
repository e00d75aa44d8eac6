import { CHOIX_SCENARIO, type ChoixScenario, OBJECTIFS, type Objectif } from "../rules/scenario.js";
import type { Reader } from "./cell.js";
import { column, NUMERO, type Onglet } from "./colonnes.js";
import { readDepartement } from "./departements.js";
import { COLONNES_INSTRUCTION } from "./instruction.js";
import { readEuros, readNumber, readRate, readWhole } from "./numbers.js";
import { readDay, readOneOf, readText, spellingsOf } from "./readers.js";
import { readEtat, readGuichetId } from "./vocabulary.js";

export const NOM_SIMULATION = "Simulation";
export const NOM_RELANCES = "Relances";
export const NOM_EVALUATIONS = "Évaluations";
export const NOM_CONSOLIDE = "Consolidé";
export const NOM_MOUVEMENTS = "Mouvements";

/** Tabs that an action makes the first time it needs them. */
export const ONGLETS_DEMANDE: readonly Onglet[] = [
  {
    nom: NOM_SIMULATION,
    colonnes: [
      column("scenario", "Scénario", "text", { largeur: 180 }),
      column("guichet", "Guichet"),
      column("objectif", "Objectif", "text", { liste: OBJECTIFS }),
      column("enveloppe", "Enveloppe", "euro"),
      NUMERO,
      column("choix", "Choix", "text", { liste: CHOIX_SCENARIO }),
      column("montant", "Montant", "euro"),
      column("date", "Enregistré le", "day"),
      column("auteur", "Auteur", "text", { largeur: 200 }),
    ],
  },
  {
    nom: NOM_RELANCES,
    colonnes: [
      NUMERO,
      column("echeance", "Échéance", "day"),
      column("motif", "Motif", "text", { largeur: 360 }),
      column("date", "Date", "day"),
      column("auteur", "Auteur", "text", { largeur: 200 }),
    ],
  },
  {
    nom: NOM_EVALUATIONS,
    colonnes: [
      NUMERO,
      column("critere", "Critère", "text", { largeur: 200 }),
      column("note", "Note", "number"),
      column("commentaire", "Commentaire", "text", { largeur: 360 }),
      column("date", "Date", "day"),
      column("auteur", "Auteur", "text", { largeur: 200 }),
    ],
  },
  {
    nom: NOM_CONSOLIDE,
    protege: "Consolidé\u00a0: remplacé département par département. Une saisie ici serait perdue.",
    colonnes: [
      column("departement", "Département"),
      ...COLONNES_INSTRUCTION.map(({ nom, titre, kind }) => column(nom, titre, kind)),
      column("paye", "Payé", "euro"),
      column("consolide", "Consolidé le", "day"),
      column("porteur", "Porteur", "text", { largeur: 200 }),
      column("intitule", "Intitulé du projet", "text", { largeur: 260 }),
      column("fin", "Date de fin", "day"),
      column("date_decision", "Décidé le", "day"),
      column("date_engagement", "Engagé le", "day"),
      column("date_abandon", "Abandonné le", "day"),
      column("avancement", "Avancement", "text", { largeur: 160 }),
    ],
  },
];

const SPELLINGS_CHOIX = spellingsOf<ChoixScenario>({
  Retenu: ["retenue"],
  Imposé: ["impose", "garde"],
  Écarté: ["ecarte", "ecartee"],
});

const SPELLINGS_OBJECTIF = spellingsOf<Objectif>({
  Score: ["note", "notes"],
  Dossiers: ["nombre de dossiers"],
  Population: ["habitants"],
});

/** How the columns of these tabs are read, and those of the ledger of movements. */
export const READERS_DEMANDE = {
  [NOM_SIMULATION]: {
    scenario: readText,
    guichet: readGuichetId,
    objectif: readOneOf(SPELLINGS_OBJECTIF, `un objectif\u00a0: ${OBJECTIFS.join(", ")}`),
    enveloppe: readEuros,
    numero: readText,
    choix: readOneOf(SPELLINGS_CHOIX, `un choix\u00a0: ${CHOIX_SCENARIO.join(", ")}`),
    montant: readEuros,
    date: readDay,
    auteur: readText,
  },
  [NOM_RELANCES]: {
    numero: readText,
    echeance: readDay,
    motif: readText,
    date: readDay,
    auteur: readText,
  },
  [NOM_EVALUATIONS]: {
    numero: readText,
    critere: readText,
    note: readNumber,
    commentaire: readText,
    date: readDay,
    auteur: readText,
  },
  [NOM_CONSOLIDE]: {
    departement: readDepartement,
    numero: readText,
    guichet: readGuichetId,
    theme: readText,
    population: readWhole(),
    cout: readEuros,
    demande: readEuros,
    accorde: readEuros,
    etat: readEtat,
    taux_min: readRate,
    taux_max: readRate,
    plafond: readEuros,
    possible: readEuros,
    issue: readText,
    motifs: readText,
    paye: readEuros,
    consolide: readDay,
    porteur: readText,
    intitule: readText,
    fin: readDay,
    date_decision: readDay,
    date_engagement: readDay,
    date_abandon: readDay,
    avancement: readText,
  },
  [NOM_MOUVEMENTS]: {
    date: readDay,
    de: readDepartement,
    vers: readDepartement,
    montant: readEuros,
    motif: readText,
  },
} as const satisfies Record<string, Record<string, Reader<unknown>>>;
