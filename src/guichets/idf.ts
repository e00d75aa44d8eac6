import type { Guichet } from "../rules/guichet.js";
import type { Theme } from "../rules/theme.js";
import { section } from "./cite.js";
import {
  criteresAccompagnement,
  criteresFormation,
  criteresProjet,
  criteresVolet1,
} from "./criteres.js";
import { COLLECTIVITES_ET_GROUPEMENTS } from "./nationales.js";

const HORS_PARIS = ["77", "78", "91", "92", "93", "94", "95"];

const volet1 = section(
  "IDF",
  "Modalités de gestion du volet 1 de l’axe 3 retenues en Ile-de-France",
);
const subventionnement = section("IDF", "2. Modalités de subventionnement");
const volet2 = section("IDF", "Volet 2 (4 M€) de l'axe 3 : Financement des projets d'innovation");
const gestionVolet2 = section(
  "IDF",
  "Modalités de gestion du volet 2 de l’axe 3 retenues en Ile-de-France",
);
const etapes = section("IDF", "Axe 3 « Guichets territoriaux d'ingénierie de transformation »");
const introduction = section("IDF", "Introduction");
const accompagnement = section("IDF", "1- l'accompagnement par un expert du numérique");
const formation = section("IDF", "2- la formation au numérique pour des agents");
const relation = section("IDF", "3- un projet de transformation numérique");
const urbanisme = section("IDF", "4- la dématérialisation des demandes d'autorisation d'urbanisme");
const region = section("IDF", "Rôle de la préfecture de la région d'Ile-de-France");
const ditp = section("DITP", "Quels critères d'éligibilité ?");
const ditpLaboratoires = section("DITP", "3d - Financement de projets d'innovation");

const ALIAS: Readonly<Record<string, Theme>> = {
  "1": "3a",
  "2": "3b",
  "3": "3c",
  "4": "ADS",
  "volet 2": "3d",
};

/** What both volets say of time and spending, each cited from its own section. */
function reglesCommunes(gestion: ReturnType<typeof section>) {
  return {
    depot: {
      debut: introduction.value(
        "2021-01-26",
        "dispositif lancé le 26/01/2021, ouvert jusqu’à épuisement des crédits",
      ),
    },
    dejaEngage: gestion.cite("projets déjà engagés écartés"),
    effet: introduction.value(18, "résultats concrets sous 18 mois"),
    achevement: etapes.until("2022-10-31", "projets achevés au plus tard le 31/10/2022"),
    depensesDepuisComite: gestion.cite(
      "dépenses éligibles à compter du comité qui valide le projet",
    ),
    personnel: gestion.cite("masse salariale exclue"),
    equipement: {
      regle: "accessoire",
      source: gestion.cite(
        "équipement admis s’il n’est pas l’objet principal et sert l’accessibilité numérique des citoyens ou la formation des agents",
      ),
    },
    licencesHorsUe: {
      regle: "exclues",
      source: gestion.cite("licences d’éditeurs hors Union européenne exclues"),
    },
  } satisfies Partial<Guichet>;
}

const PORTEURS = {
  acceptes: COLLECTIVITES_ET_GROUPEMENTS,
  aVerifier: ["autre"],
  source: ditp.cite(
    "collectivité, groupement, ou personne morale financée par les seules collectivités : condition de la DITP, reprise par le guide",
  ),
} satisfies Guichet["porteurs"];

const projetsMurs = (gestion: ReturnType<typeof section>) =>
  gestion.cite(
    "projets mûrs, prêts à démarrer, achevés avant fin 2021 ou au plus tard fin octobre 2022",
  );

/** Île-de-France, volet 1, themes 1 to 3: run by each préfecture de département but Paris. */
export const IDF_V1: Guichet = {
  ...reglesCommunes(volet1),
  id: "IDF-V1",
  nom: "Île-de-France, volet 1 (thèmes 1 à 3)",
  document: "IDF",
  territoire: {
    departements: HORS_PARIS,
    source: etapes.cite(
      "préfectures de département hors Paris, selon le lieu de réalisation du projet",
    ),
  },
  enveloppe: subventionnement.value(
    29_700_000,
    "droit de tirage de 297 000 € par préfecture de département",
  ),
  faits: [
    etapes.value(
      207_920_800,
      "2 079 208 € pour la région, tels qu’écrits : 7 × 297 000 € font 2 079 000 €, l’écart est de 208 €",
    ),
  ],
  themes: {
    "3a": {
      libelle: "1 – Accompagnement par un expert du numérique",
      source: accompagnement.cite("thématique 1"),
    },
    "3b": {
      libelle: "2 – Formation des agents au numérique",
      source: formation.cite("thématique 2"),
    },
    "3c": {
      libelle: "3 – Transformation de la relation à l’usager",
      source: relation.cite("thématique 3"),
    },
  },
  alias: ALIAS,
  tranches: [
    {
      code: "jusqu_a_15000",
      jusqua: {
        ...subventionnement.value(
          15_000,
          "jusqu’à 15 000 habitants ; appliqué aussi aux groupements",
          true,
        ),
        inclus: true,
      },
      max: subventionnement.value(10_000, "100 % du coût total prévisionnel"),
    },
    {
      code: "plus_de_15000",
      max: subventionnement.value(
        5_000,
        "50 % du coût total prévisionnel au-delà de 15 000 habitants",
      ),
      exception: {
        themes: ["3c"],
        max: subventionnement.value(
          8_000,
          "80 % à titre exceptionnel pour la relation avec l’usager",
        ),
      },
    },
  ],
  porteurs: PORTEURS,
  engagementDecideur: {
    source: ditp.cite(
      "projet porté à un niveau décisionnel : condition de la DITP, reprise par le guide",
    ),
    saufLaboratoire: false,
  },
  criteres: {
    "3a": [...criteresAccompagnement(accompagnement.cite), ...criteresVolet1(volet1.cite)],
    "3b": [...criteresFormation(formation.cite), ...criteresVolet1(volet1.cite)],
    "3c": [...criteresProjet(relation.cite), ...criteresVolet1(volet1.cite)],
  },
  comite: {
    source: volet1.cite("commission de chaque préfecture ; comité de suivi chaque trimestre"),
  },
  suites: {
    informationRegionale: subventionnement.cite(
      "le niveau régional est informé des projets retenus avant leur notification",
    ),
  },
  priorites: [
    volet1.cite(
      "effet sur la vie quotidienne des citoyens et leurs relations avec l’administration locale",
    ),
    projetsMurs(volet1),
  ],
};

/** Île-de-France, theme 4: an amount by centre and commune, no rate. */
export const IDF_ADS: Guichet = {
  id: "IDF-ADS",
  nom: "Île-de-France, thème 4 (Démat.ADS)",
  document: "IDF",
  territoire: {
    departements: HORS_PARIS,
    source: etapes.cite("instruction par les préfectures de département hors Paris", true),
  },
  themes: {
    ADS: {
      libelle: "4 – Dématérialisation des demandes d’urbanisme",
      source: urbanisme.cite("thématique 4"),
    },
  },
  alias: ALIAS,
  tranches: [],
  ads: {
    centre: region.value(400_000, "4 000 € par centre instructeur"),
    parCommune: region.value(40_000, "400 € par commune rattachée"),
    communesMax: region.value(30, "30 communes rattachées au plus"),
    communeAutonome: region.cite(
      "commune autonome : le montant d’un centre, sans commune rattachée",
      true,
    ),
  },
  porteurs: {
    acceptes: ["commune", "cc", "ca", "cu", "metropole", "epci", "ept", "syndicat"],
    aVerifier: ["departement", "region", "outre_mer", "autre"],
    source: urbanisme.cite("centre instructeur (EPCI, agence territoriale…) ou commune autonome"),
  },
  depot: { fin: urbanisme.before("2021-10-31", "dépôt avant le 31/10/2021") },
  personnel: urbanisme.cite("masse salariale exclue"),
  equipement: { regle: "tout", source: urbanisme.cite("équipements et matériels exclus") },
  licencesHorsUe: {
    regle: "exclues",
    source: urbanisme.cite("licences d’éditeurs hors Union européenne exclues"),
  },
  factures: urbanisme.cite("factures des dépenses jointes à la demande"),
  criteres: {},
  comite: {
    source: region.cite(
      "pas de comité : instruction par la préfecture de département avec l’UDEAT",
    ),
  },
  suites: {
    informationRegionale: subventionnement.cite(
      "le niveau régional est informé des projets retenus avant leur notification ; appliqué aussi au thème 4",
      true,
    ),
  },
  priorites: [],
  depensesEligibles: [
    urbanisme.cite("logiciel conforme à la loi ELAN"),
    urbanisme.cite(
      "assistance à maîtrise d’ouvrage ou d’œuvre : cadrage, conduite du changement, formation…",
    ),
  ],
};

/** Île-de-France, volet 2: laboratories, run by the préfecture de région. */
export const IDF_V2: Guichet = {
  ...reglesCommunes(volet2),
  id: "IDF-V2",
  nom: "Île-de-France, volet 2 (laboratoires)",
  document: "IDF",
  territoire: {
    departements: ["75", ...HORS_PARIS],
    source: gestionVolet2.cite(
      "instruction par la préfecture de région, pour toute l’Île-de-France",
      true,
    ),
  },
  enveloppe: etapes.value(20_000_000, "200 000 € pour la région"),
  themes: {
    "3d": {
      libelle: "Volet 2 – Innovation avec un laboratoire territorial",
      source: volet2.cite("volet 2"),
    },
  },
  alias: ALIAS,
  tranches: [
    { code: "", max: gestionVolet2.value(8_000, "80 % au maximum du coût total prévisionnel") },
  ],
  porteurs: PORTEURS,
  laboratoire: volet2.cite("projet soutenu par un laboratoire d’innovation territoriale"),
  partCollectivites: ditpLaboratoires.cite("seule la part des collectivités est finançable"),
  criteres: { "3d": criteresProjet(volet2.cite) },
  comite: {
    source: gestionVolet2.cite("comité tous les deux mois ; en 2021 : juillet et octobre"),
    tousLesMois: gestionVolet2.value(2, "tous les 2 mois"),
    mois: [
      gestionVolet2.value("2021-07", "comité de juillet 2021"),
      gestionVolet2.value("2021-10", "comité d’octobre 2021"),
    ],
  },
  suites: {
    parLaRegion: etapes.cite("notification, convention, engagement et paiement par la région"),
  },
  priorites: [
    volet2.cite(
      "projets inscrits dans un contrat avec l’État ; un contrat signé vaut demande sans autre formalité",
    ),
    projetsMurs(volet2),
  ],
  depensesEligibles: [
    volet2.cite("coordination et animation de projets de design"),
    volet2.cite("outils numériques, licences collaboratives comprises"),
    volet2.cite("formations à l’innovation"),
  ],
};
