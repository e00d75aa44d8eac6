import type { Champ, Faits } from "../rules/dossier.js";
import type { Reader } from "./cell.js";
import { readDepartement } from "./departements.js";
import { readEuros, readRate, readWhole } from "./numbers.js";
import { readDay, readText, readYesNo } from "./readers.js";
import { readEtat, readGuichetId, readType } from "./vocabulary.js";

/** Kinds of column, for formats and validation lists. */
export type Kind = "text" | "day" | "euro" | "rate" | "integer" | "number" | "yesno";

export interface ChampDefinition<K extends Champ = Champ> {
  /** Canonical header, as a référent reads it. */
  readonly titre: string;
  readonly kind: Kind;
  readonly lire: Reader<NonNullable<Faits[K]>>;
  /** Other headers that real sheets and platform exports use, in normalised text. */
  readonly synonymes: readonly string[];
}

const text = (titre: string, ...synonymes: string[]) =>
  ({ titre, kind: "text", lire: readText, synonymes }) as const;
const euro = (titre: string, ...synonymes: string[]) =>
  ({ titre, kind: "euro", lire: readEuros, synonymes }) as const;
const day = (titre: string, ...synonymes: string[]) =>
  ({ titre, kind: "day", lire: readDay, synonymes }) as const;
const yesNo = (titre: string, ...synonymes: string[]) =>
  ({ titre, kind: "yesno", lire: readYesNo, synonymes }) as const;
const whole = (titre: string, unit: string, ...synonymes: string[]) =>
  ({ titre, kind: "integer", lire: readWhole(unit), synonymes }) as const;

/** The fields of a dossier, in the order their columns are made; headers compare without accents or case. */
export const CHAMPS: { readonly [K in Champ]: ChampDefinition<K> } = {
  numero: text(
    "N° dossier",
    "numero dossier",
    "numero de dossier",
    "n ds",
    "numero ds",
    "id",
    "id dossier",
    "dossier",
    "dossier n",
    "n de dossier",
    "no dossier",
    "ref dossier",
    "numero",
  ),
  guichet: { titre: "Guichet", kind: "text", lire: readGuichetId, synonymes: ["dispositif"] },
  theme: text(
    "Thème",
    "thematique",
    "axe volet",
    "volet",
    "nature du projet",
    "theme du projet",
    "fiche",
    "nature du projet pour lequel un financement est demande",
  ),
  intitule: text(
    "Intitulé du projet",
    "intitule",
    "projet",
    "nom du projet",
    "titre du projet",
    "libelle du projet",
    "objet",
  ),
  porteur: text(
    "Porteur",
    "collectivite",
    "beneficiaire",
    "porteur du projet",
    "collectivite porteuse",
    "commune ou epci",
    "commune epci",
    "nom de la collectivite",
    "demandeur",
    "entite territoriale",
    "nom de l entite ou de l organisme",
    "entreprise raison sociale",
    "organisme",
  ),
  siret: text(
    "SIRET",
    "siret du porteur",
    "etablissement siret",
    "siren siret",
    "n siret",
    "siren",
  ),
  code_insee: text(
    "Code INSEE",
    "insee",
    "code commune",
    "code insee commune",
    "commune code insee",
  ),
  type: {
    titre: "Type de collectivité",
    kind: "text",
    lire: readType,
    synonymes: ["type", "nature juridique", "categorie", "type collectivite", "type de porteur"],
  },
  departement: {
    titre: "Département",
    kind: "text",
    lire: readDepartement,
    synonymes: ["dept", "dpt", "dep", "departement du projet"],
  },
  population: whole(
    "Population",
    "d’habitants",
    "pop",
    "population insee",
    "nb habitants",
    "nombre d habitants",
    "habitants",
    "population municipale",
    "pop insee",
    "population de la collectivite",
    "population totale",
  ),
  millesime: text("Millésime", "annee population", "millesime population"),
  contact: text(
    "Contact",
    "referent",
    "nom du contact",
    "interlocuteur",
    "nom et prenom du contact",
  ),
  courriel: text("Courriel", "email", "e mail", "mel", "mail"),
  telephone: text("Téléphone", "tel", "telephone du contact"),
  cout: euro(
    "Coût total",
    "cout global",
    "cout du projet",
    "cout global du projet",
    "cout total du projet",
    "montant total",
    "budget total",
    "cout total previsionnel",
    "montant du projet",
  ),
  cout_lot: euro("Coût du lot", "montant du lot", "cout lot"),
  demande: euro(
    "Subvention demandée",
    "montant sollicite",
    "montant demande",
    "financement demande",
    "aide demandee",
    "subvention sollicitee",
    "demande",
  ),
  autres: euro(
    "Autres financements",
    "cofinancements",
    "co financements",
    "autres cofinancements",
    "autres aides",
    "autres subventions",
  ),
  part_collectivites: euro("Part collectivités", "part des collectivites"),
  personnel: euro("Dépenses de personnel", "personnel", "masse salariale", "frais de personnel"),
  equipement: euro(
    "Équipement",
    "equipements",
    "materiel",
    "equipement informatique",
    "depenses d equipement",
  ),
  licences_hors_ue: euro(
    "Licences hors UE",
    "licences extra communautaires",
    "licences hors europe",
  ),
  equipement_principal: yesNo("Équipement objet principal", "equipement principal"),
  equipement_usage: text("Usage de l'équipement", "usage equipement"),
  libre: yesNo("Logiciel libre", "logiciels libres", "open source", "solution libre"),
  communes: whole(
    "Communes rattachées",
    "de communes rattachées",
    "nb communes",
    "nombre de communes",
    "nombre de communes rattachees",
    "communes",
  ),
  depot: day("Date de dépôt", "depose le", "depot", "date depot", "date de reception", "recu le"),
  debut: day("Date de début", "debut", "date de demarrage", "demarrage", "debut previsionnel"),
  fin: day(
    "Date de fin",
    "fin previsionnelle",
    "fin",
    "date de fin previsionnelle",
    "date de fin du projet",
    "fin du projet",
    "echeance",
  ),
  deja_engage: yesNo(
    "Déjà engagé",
    "projet deja engage",
    "deja commence",
    "deja demarre",
    "projet demarre",
    "le projet a t il deja commence",
  ),
  engagement_decideur: yesNo(
    "Engagement du décideur",
    "engagement signe",
    "engagement du signataire",
    "portage decideur",
    "engagement de l elu",
    "je m engage",
  ),
  document: yesNo(
    "Document des 4 points",
    "document joint",
    "note de presentation",
    "document 4 points",
    "piece 4 points",
  ),
  partenaires: text("Partenaires", "partenaires du projet", "projet commun avec"),
  contact_operationnel: text("Contact opérationnel", "contact operationnel du projet"),
  laboratoire: text(
    "Laboratoire",
    "laboratoire d innovation",
    "labo",
    "laboratoire d innovation territoriale",
  ),
  contrat: text("Contrat avec l'État", "contrat", "crte"),
  points_verifies: text("Points vérifiés", "points controles"),
  beneficiaires: whole(
    "Bénéficiaires",
    "de bénéficiaires",
    "nombre de beneficiaires",
    "nb beneficiaires",
    "nb d agents",
  ),
  prestataires: text(
    "Prestataires",
    "prestataire s",
    "prestataire",
    "prestataire s dept",
    "prestataires dept",
    "entreprises dept",
    "entreprises",
    "entreprise s",
    "entreprises departement",
    "fournisseurs",
  ),
  etat_plateforme: text("État plateforme", "etat du dossier", "etat ds", "statut ds"),
  maj_plateforme: text("Mis à jour le", "derniere mise a jour le", "maj ds"),
  etat: {
    titre: "État",
    kind: "text",
    lire: readEtat,
    synonymes: [
      "decision",
      "avis comite",
      "avis du comite",
      "statut",
      "decision du comite",
      "etat d avancement du dossier",
      "suite donnee",
    ],
  },
  comite: text("Comité", "comite de selection", "commission", "session"),
  avis_propose: text("Avis proposé", "proposition", "avis referent", "avis instructeur"),
  montant_propose: euro("Montant proposé", "subvention proposee"),
  motif: text("Motif", "motivation", "motif de la decision", "motivation de la decision"),
  montant_accorde: euro(
    "Montant accordé",
    "subvention etat",
    "subvention accordee",
    "montant attribue",
    "aide accordee",
    "montant retenu",
    "subvention attribuee",
  ),
  taux_accorde: {
    titre: "Taux accordé",
    kind: "rate",
    lire: readRate,
    synonymes: ["taux", "taux retenu", "taux de subvention"],
  },
  exception: yesNo("Exception", "taux exceptionnel", "derogation"),
  motif_exception: text("Motif d'exception", "justification exception", "motif de l exception"),
  conditions: text("Conditions", "reserves", "conditions particulieres"),
  reference_decision: text(
    "Référence de la décision",
    "reference decision",
    "reference de decision",
    "reference de l arrete",
    "n d arrete",
    "numero d arrete",
    "n de convention",
    "numero de convention",
    "reference de la convention",
  ),
  date_decision: day(
    "Décidé le",
    "date codir",
    "date de decision",
    "date decision",
    "date comite",
    "date du comite",
    "date de la commission",
    "traite le",
    "date de comite",
  ),
  date_notification: day("Notifié le", "date de notification", "date notification", "notification"),
  date_convention: day(
    "Conventionné le",
    "date de convention",
    "date convention",
    "convention signee le",
  ),
  date_engagement: day("Engagé le", "date d engagement", "date engagement"),
  date_solde: day("Soldé le", "date de solde", "date solde"),
  date_abandon: day("Abandonné le", "date d abandon", "date abandon"),
  fin_reelle: day("Fin réelle", "date de fin reelle", "acheve le"),
};

export const NOMS_CHAMPS = Object.keys(CHAMPS) as Champ[];

/**
 * Fields that no verdict or figure rests on: an unreadable cell or a second column for one of them is no
 * obstacle to an instruction.
 */
export const CHAMPS_LIBRES: ReadonlySet<Champ> = new Set([
  "intitule",
  "porteur",
  "siret",
  "millesime",
  "contact",
  "courriel",
  "telephone",
  "contrat",
  "beneficiaires",
  "prestataires",
  "etat_plateforme",
  "maj_plateforme",
  "comite",
  "avis_propose",
  "montant_propose",
  "motif",
  "taux_accorde",
  "conditions",
  "reference_decision",
  "date_notification",
  "date_convention",
  "date_solde",
  "date_abandon",
  "fin_reelle",
]);
