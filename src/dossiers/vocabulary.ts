import { LIBELLES_TYPE, type TypeCollectivite } from "../rules/collectivite.js";
import { ETATS, type Etat } from "../rules/etat.js";
import { GUICHET_IDS, type GuichetId } from "../rules/guichet.js";
import { readOneOf, spellingsOf } from "./readers.js";

const ETATS_SYNONYMES: Readonly<Record<Etat, readonly string[]>> = {
  Déposé: ["en construction", "deposee", "recu", "a instruire", "nouveau"],
  "En instruction": ["instruction", "en cours d instruction", "en cours"],
  Ajourné: ["ajournee", "reporte", "a revoir", "sursis"],
  Retenu: [
    "retenue",
    "accepte",
    "acceptee",
    "accorde",
    "favorable",
    "avis favorable",
    "valide",
    "validee",
    "laureat",
    "selectionne",
    "oui",
  ],
  "Non retenu": [
    "non retenue",
    "refuse",
    "refusee",
    "rejete",
    "rejetee",
    "rejet",
    "defavorable",
    "avis defavorable",
    "ineligible",
    "non",
  ],
  "Sans suite": ["classe sans suite", "sans objet", "retire"],
  Notifié: ["notifiee", "notification"],
  Conventionné: ["conventionnee", "convention signee", "convention"],
  Engagé: ["engagee"],
  Payé: ["payee", "paye en partie", "acompte verse", "avance versee"],
  Soldé: ["soldee", "solde verse", "termine", "cloture"],
  Abandonné: ["abandonnee", "abandon", "desistement"],
};

/** Reads a state, its platform name or a usual synonym. */
export const readEtat = readOneOf<Etat>(
  spellingsOf(ETATS_SYNONYMES),
  `un état du dossier\u00a0: ${ETATS.join(", ")}`,
);

const TYPES_SYNONYMES: Readonly<Record<TypeCollectivite, readonly string[]>> = {
  commune: ["ville", "mairie", "com"],
  cc: ["communaute de communes", "c c", "comcom"],
  ca: ["communaute d agglomeration", "agglomeration", "agglo", "c a"],
  cu: ["communaute urbaine", "c u"],
  metropole: ["met", "metropole m69"],
  epci: ["intercommunalite", "groupement", "interco"],
  ept: ["etablissement public territorial"],
  syndicat: [
    "syndicat mixte",
    "sivu",
    "sivom",
    "syndicat intercommunal",
    "petr",
    "pole metropolitain",
  ],
  departement: ["conseil departemental", "dept", "dpt"],
  region: ["conseil regional"],
  outre_mer: ["collectivite d outre mer", "outre mer", "com outre mer"],
  autre: [
    "autre organisme",
    "association",
    "gip",
    "societe publique locale",
    "spl",
    "laboratoire",
    "etablissement public",
  ],
};

/** Reads a kind of collectivité. */
export const readType = readOneOf<TypeCollectivite>(
  spellingsOf(TYPES_SYNONYMES),
  `un type de collectivité\u00a0: ${Object.values(LIBELLES_TYPE).join(", ")}`,
);

/** Reads the id of a guichet, in any case. */
export const readGuichetId = readOneOf<GuichetId>(
  spellingsOf(
    Object.fromEntries(GUICHET_IDS.map((id) => [id, []])) as unknown as Record<GuichetId, string[]>,
  ),
  `un guichet\u00a0: ${GUICHET_IDS.join(", ")}`,
);
