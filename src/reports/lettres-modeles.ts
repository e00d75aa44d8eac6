import { typeset } from "../rules/typographie.js";
import type { ModeleLettre } from "./lettres-fusion.js";

export const MODELE_NOTIFICATION = "Notification";
export const MODELE_NON_RETENUS = "Non retenus";

const FORMULE =
  "Je vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.";

const NOTIFICATION = `{{prefecture}}

Le {{date_lettre}}

À l’attention de {{porteur}}

Objet : {{objet}}

Dossier n° {{numero}}

Madame, Monsieur,

Vous avez demandé une aide de l’État pour le projet « {{intitule}} », au titre de l’axe 3 du fonds d’innovation et de transformation numérique. Le comité de sélection du {{date_comite}} y a donné un avis favorable.

J’ai le plaisir de vous informer qu’une subvention de {{montant}} ({{montant_lettres}}) vous est accordée.

Ce montant représente {{taux}} du coût prévisionnel retenu, soit {{cout}}.

Cette décision est soumise aux conditions suivantes : {{conditions}}

Délais à respecter : {{echeances}}.

Une convention fixera les modalités de versement et de suivi de cette subvention. Elle vous sera adressée pour signature.

${FORMULE}

Le préfet`;

const NON_RETENUS = `{{prefecture}}

Le {{date_lettre}}

Aux collectivités dont les dossiers sont cités ci-dessous

Objet : {{objet}}

Madame, Monsieur,

Le comité de sélection de l’axe 3 du fonds d’innovation et de transformation numérique s’est réuni le {{date_comite}}. Au terme de l’examen des demandes, les dossiers suivants n’ont pas été retenus :

{{dossiers}}

Mes services se tiennent à votre disposition pour vous indiquer les raisons qui concernent votre dossier et étudier avec vous les suites possibles.

${FORMULE}

Le préfet`;

/** The models that the tab `Modèles` starts with: the préfecture edits them as it likes. */
export const MODELES_PAR_DEFAUT: readonly ModeleLettre[] = [
  {
    nom: MODELE_NOTIFICATION,
    objet: typeset("Notification de subvention – {{intitule}}"),
    texte: typeset(NOTIFICATION),
  },
  {
    nom: MODELE_NON_RETENUS,
    objet: typeset("Suites données aux demandes examinées le {{date_comite}}"),
    texte: typeset(NON_RETENUS),
  },
];
