import type { Reader } from "./cell.js";
import { CHAMPS, NOMS_CHAMPS } from "./champs.js";
import { column, NUMERO, type Onglet } from "./colonnes.js";
import { readDepartement } from "./departements.js";
import { COLONNES_INSTRUCTION } from "./instruction.js";
import { readEuros, readNumber, readRate, readWhole } from "./numbers.js";
import { NOM_MOUVEMENTS, ONGLETS_DEMANDE, READERS_DEMANDE } from "./onglets-demande.js";
import { readDay, readOneOf, readText, spellingsOf } from "./readers.js";

export type { Colonne, Onglet } from "./colonnes.js";

export const STATUTS_AVANCEMENT = [
  "Non commencé",
  "En cours",
  "Bloqué",
  "Abandonné",
  "Terminé",
] as const;

export const STATUTS_COMITE = ["préparé", "tenu", "clos"] as const;

export type StatutComite = (typeof STATUTS_COMITE)[number];

export const NOM_DOSSIERS = "Dossiers";
export const NOM_INSTRUCTION = "Instruction";
export const NOM_ENTREPRISES = "Entreprises";
export const NOM_AVANCEMENT = "Avancement";
export const NOM_PAIEMENTS = "Paiements";
export const NOM_NOTES = "Notes";
export const NOM_COMITES = "Comités";
export const NOM_ENVELOPPES = "Enveloppes";
export const NOM_PARAMETRES = "Paramètres";
export const NOM_JOURNAL = "Journal";
export const NOM_ENVOIS = "Envois";
export const NOM_MODELES = "Modèles";

/** Hidden: what cells held before the last changes, so that they can be undone. */
export const NOM_ANNULATION = "Annulation";
/** Hidden tabs of imports: what each brought last, columns by démarche, chunks that wait (one tab for each). */
export const NOM_DERNIER_IMPORT = "Dernier import";
export const NOM_CORRESPONDANCES = "Correspondances";
export const PREFIXE_ATTENTE = "Import en attente ";
export const NOM_TERRITOIRES = "Territoires";

/** The référent's own tab where none exists yet. */
export function ongletDossiers(listes: Readonly<Record<string, readonly string[]>>): Onglet {
  return {
    nom: NOM_DOSSIERS,
    colonnes: NOMS_CHAMPS.map((champ) => {
      const { titre, kind } = CHAMPS[champ];
      const liste = kind === "yesno" ? ["Oui", "Non"] : listes[champ];
      return liste ? { nom: champ, titre, kind, liste } : { nom: champ, titre, kind };
    }),
  };
}

/** Every tab the installer makes where it is missing, apart from the dossiers' own. */
export const ONGLETS: readonly Onglet[] = [
  {
    nom: NOM_INSTRUCTION,
    colonnes: COLONNES_INSTRUCTION.map(({ nom, titre, kind }) => ({
      nom,
      titre,
      kind,
      ...(nom === "motifs" && { largeur: 600 }),
    })),
  },
  {
    nom: NOM_ENTREPRISES,
    colonnes: [
      NUMERO,
      column("entreprise", "Entreprise", "text", { largeur: 220 }),
      column("siret", "SIRET", "text", { largeur: 130 }),
      column("departement", "Département du siège"),
      column("montant", "Montant de la commande", "euro"),
      column("objet", "Objet", "text", { largeur: 240 }),
      column("date", "Date", "day"),
    ],
  },
  {
    nom: NOM_AVANCEMENT,
    colonnes: [
      NUMERO,
      column("date", "Date", "day"),
      column("statut", "Statut", "text", { liste: STATUTS_AVANCEMENT }),
      column("pourcentage", "Pourcentage", "rate"),
      column("commentaire", "Commentaire", "text", { largeur: 320 }),
      column("auteur", "Auteur"),
    ],
  },
  {
    nom: NOM_PAIEMENTS,
    colonnes: [
      NUMERO,
      column("date", "Date", "day"),
      column("montant", "Montant", "euro"),
      column("nature", "Nature", "text", { liste: ["avance", "acompte", "solde"] }),
      column("reference", "Référence"),
    ],
  },
  {
    nom: NOM_NOTES,
    colonnes: [
      NUMERO,
      column("comite", "Comité"),
      column("critere", "Critère", "text", { largeur: 240 }),
      column("note", "Note", "number"),
      column("justification", "Justification", "text", { largeur: 320 }),
      column("auteur", "Auteur"),
    ],
  },
  {
    nom: NOM_COMITES,
    colonnes: [
      column("comite", "Comité"),
      column("date", "Date", "day"),
      column("presents", "Présents", "text", { largeur: 320 }),
      column("statut", "Statut", "text", { liste: STATUTS_COMITE }),
      column("votes", "Votes", "text", { largeur: 320 }),
    ],
  },
  { nom: NOM_ENVELOPPES, colonnes: [] },
  {
    nom: NOM_PARAMETRES,
    colonnes: [
      column("cle", "Clé", "text", { largeur: 260 }),
      column("valeur", "Valeur", "text", { largeur: 200 }),
      column("origine", "Origine"),
      column("source", "Source", "text", { largeur: 520 }),
    ],
  },
  {
    nom: NOM_JOURNAL,
    protege: "Journal\u00a0: écrit par l’outil. Modifier une ligne fausse l’historique.",
    colonnes: [
      column("horodatage", "Horodatage", "text", { largeur: 150 }),
      column("qui", "Qui", "text", { largeur: 200 }),
      column("source", "Source"),
      NUMERO,
      column("champ", "Champ", "text", { largeur: 180 }),
      column("avant", "Avant", "text", { largeur: 200 }),
      column("apres", "Après", "text", { largeur: 200 }),
      column("lot", "Lot"),
    ],
  },
  {
    nom: NOM_ENVOIS,
    colonnes: [
      column("rapport", "Rapport", "text", { largeur: 140 }),
      column("mois", "Mois"),
      column("version", "Version", "integer"),
      column("date", "Date", "day", { largeur: 100 }),
      column("qui", "Qui", "text", { largeur: 220 }),
      column("laureats", "Lauréats", "integer"),
      column("total", "Total", "euro", { largeur: 120 }),
      column("empreinte", "Empreinte", "text", { largeur: 200 }),
    ],
  },
  {
    nom: NOM_MOUVEMENTS,
    colonnes: [
      column("date", "Date", "day"),
      column("de", "De"),
      column("vers", "Vers"),
      column("montant", "Montant", "euro"),
      column("motif", "Motif", "text", { largeur: 320 }),
    ],
  },
  {
    nom: NOM_TERRITOIRES,
    colonnes: [
      column("code_insee", "Code INSEE"),
      column("siren", "SIREN"),
      column("nom", "Nom", "text", { largeur: 220 }),
      column("type", "Type"),
      column("departement", "Département"),
      column("population_municipale", "Population municipale", "integer"),
      column("population_totale", "Population totale", "integer"),
      column("millesime", "Millésime"),
    ],
  },
  {
    nom: NOM_MODELES,
    colonnes: [
      column("nom", "Nom"),
      column("objet", "Objet", "text", { largeur: 260 }),
      column("texte", "Texte", "text", { largeur: 600 }),
    ],
  },
];

/** A tab by its name. */
export function onglet(nom: string): Onglet {
  const found = [...ONGLETS, ...ONGLETS_DEMANDE].find((tab) => tab.nom === nom);
  if (!found) throw new Error(`Onglet inconnu du schéma : ${nom}.`);
  return found;
}

const STATUTS = spellingsOf<(typeof STATUTS_AVANCEMENT)[number]>({
  "Non commencé": ["a demarrer", "pas commence", "non demarre"],
  "En cours": ["demarre", "en realisation"],
  Bloqué: ["suspendu", "en retard"],
  Abandonné: ["abandon"],
  Terminé: ["acheve", "fini", "livre"],
});

/** How the columns that reports read are read. */
export const READERS_ONGLETS = {
  [NOM_ENTREPRISES]: {
    numero: readText,
    entreprise: readText,
    siret: readText,
    departement: readDepartement,
    montant: readEuros,
    objet: readText,
    date: readDay,
  },
  [NOM_AVANCEMENT]: {
    numero: readText,
    date: readDay,
    statut: readOneOf(STATUTS, `un statut\u00a0: ${STATUTS_AVANCEMENT.join(", ")}`),
    pourcentage: readRate,
    commentaire: readText,
    auteur: readText,
  },
  [NOM_PAIEMENTS]: {
    numero: readText,
    date: readDay,
    montant: readEuros,
    nature: readText,
    reference: readText,
  },
  [NOM_NOTES]: {
    numero: readText,
    comite: readText,
    critere: readText,
    note: readNumber,
    justification: readText,
    auteur: readText,
  },
  [NOM_COMITES]: {
    comite: readText,
    date: readDay,
    presents: readText,
    statut: readText,
    votes: readText,
  },
  [NOM_ENVOIS]: {
    rapport: readText,
    mois: readText,
    version: readWhole(),
    date: readDay,
    qui: readText,
    laureats: readWhole(),
    total: readEuros,
    empreinte: readText,
  },
  [NOM_MODELES]: { nom: readText, objet: readText, texte: readText },
  ...READERS_DEMANDE,
} as const satisfies Record<string, Record<string, Reader<unknown>>>;
