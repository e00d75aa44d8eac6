/** The documents that a rule may cite. */
export type DocumentId = "DITP" | "ARM" | "DEP" | "HDF" | "IDF" | "MAR";

/** Where a document is and how it is divided, as this project reads it. */
export interface Outline {
  file: string;
  /** Its headings in order, one a line, two spaces more for each level; "…" ends one told by its start. */
  headings: string;
  /** The heading at which the document ends, where its file goes on with another. */
  until?: string;
}

const DITP_TITLE = "Axe 3 : Guichets territoriaux pour soutenir l'ingénierie…";

const THEME_3A = "3a - Accompagnement par un expert du numérique…";
const THEME_3B = "3b - Formation au numérique pour des agents de la collectivité…";
const THEME_3C = "3c - Financement d'un projet de transformation numérique…";

export const OUTLINES: Record<DocumentId, Outline> = {
  ARM: {
    file: "000_03cf5d4bde048d6a.txt",
    headings: `
CONSEIL MUNICIPAL
DE21.113
  PLAN DE RELANCE
  APPEL À PROJET
  Autorisation - Approbation
ADOPTÉE A L'UNANIMITÉ`,
    until: DITP_TITLE,
  },
  DITP: {
    file: "000_03cf5d4bde048d6a.txt",
    headings: `
${DITP_TITLE}
Pourquoi une enveloppe déconcentrée aux Préfets ?
Quels objectifs ?
Pour qui ?
Pour quels projets ?
Quels critères d'éligibilité ?
Quelle procédure de candidature des collectivités ?
Quelle procédure budgétaire et de contractualisation ?
Quelle publicité ?
Quel support ?
Quel suivi ?
${THEME_3A}
  Objet
  Exemples de projets
  Montants de financement
  Critères de sélection
${THEME_3B}
  Objet
  Exemples de projets
  Critères de sélection
${THEME_3C}
  Objet
  Exemples de projets
  Critères de sélection
3d - Financement de projets d'innovation au bénéfice des usagers…
  Objet
  Exemples de projets
  Critères de sélection
  Modalités
Demande de Financement au titre de l'axe 3 de l'enveloppe FITN7
  Demandeur
  Nature du projet pour lequel un financement est demandé
  Présentation du projet en 10 lignes
  Financement demandé
Demande de Financement au titre de l'axe 3 de l'enveloppe FITN7
  Demandeur
  Présentation du projet
  Financement demandé`,
  },
  DEP: {
    file: "001_760560caa51515fe.txt",
    headings: `
Transformation Numérique des collectivités territoriales
Axe 3 : Guichet départemental pour soutenir l'ingénierie…
Quels objectifs ?
Pour qui ?
Pour quels projets ?
Quelles conditions d'éligibilité ?
Quels critères de sélections ?
Quelle procédure de candidature des collectivités ?
Quelle procédure budgétaire et de contractualisation ?
Conditions de sélection
Exemples de projets attendus
${THEME_3A}
  Objet
  Exemples de projets
  Montants de financement
  Critères de sélection
${THEME_3B}
  Objet
  Exemples de projets
  Critères de sélection
${THEME_3C}
  Objet
  Exemples de projets
  Critères de sélection`,
  },
  HDF: {
    file: "002_d407fa2457e48507.txt",
    headings: `
Plan de relance
Axe 3 : Guichets territoriaux
Appel à projets
Cahier des charges
1. Cadrage général
2. Qui peut répondre à cet appel à projets ?
  Les acteurs pouvant répondre :
3. Quels projets peuvent être présentés ?
  Disposer d'une organisation s'appuyant d'avantage sur le numérique
  Améliorer les connaissances et les compétences des services en matière de numérique
  Proposer une relation avec les usagers s'appuyant d'avantage sur le numérique
  Mener un projet d'innovation au bénéfice des services publics locaux…
Quelques exemples de projets attendus
4. Comment candidater ?
5. Instruction et sélection des projets`,
  },
  IDF: {
    file: "003_f170f9b9579367a0.txt",
    headings: `
Fonds "Transformation numérique des collectivités territoriales"
Sommaire :
Introduction
Axe 1 « Nouveau modèle de co-construction des services numériques avec les collectivités territoriales ».
  Étape 1 - recueil des besoins et des services existants :
  Étape 2 - Soutien aux projets par les collectivités territoriales
  Étape 3 - Lancement des groupes de travail
  Étape 4 - Sélection des services numériques lauréats
Axe 2 « Guichet national pour favoriser la mutualisation, la dématérialisation pour les usagers…
  Volet 1 : dématérialiser ou améliorer l'expérience d'une démarche administrative en ligne.
  Volet 2 : développer l'utilisation de la donnée dans votre territoire.
  Volet 3 : développer la coopération avec les partenaires et les usagers grâce au numérique.
  Pour candidater :
  Volet 4 : déploiement de FranceConnect et utilisation d'API nationales.
Axe 3 : « Guichets territoriaux d'ingénierie de transformation ».
  Volet 1 (30 M€) de l'axe 3 : Une enveloppe opérée de façon déconcentrée…
    1- l'accompagnement par un expert du numérique…
      Exemples de projets :
      Critères de sélection :
    2- la formation au numérique pour des agents de la collectivité…
      Exemples de projets :
      Critères de sélection :
    3- un projet de transformation numérique…
      Exemples de projets :
      Critères de sélection :
    4- la dématérialisation des demandes d'autorisation d'urbanisme.
      Dépenses éligibles :
  Modalités de gestion du volet 1 de l'axe 3 retenues en Ile-de-France.
    Rôle des préfectures de département :
      1. Instruction des projets :
      2. Modalités de subventionnement :
      3. Evaluation et communication des projets :
    Rôle de la préfecture de la région d'Ile-de-France :
  Volet 2 (4 M€) de l'axe 3 : Financement des projets d'innovation…
    Nature et types de dépenses éligibles :
    Exemples de projets :
    Critères de sélection :
  Modalités de gestion du volet 2 de l'axe 3 retenues en Ile-de-France.
    Rôle de la préfecture de région :
Axe 3 « Guichets territoriaux d'ingénierie de transformation »
  Principales étapes pour les volets 1 (hors thématique Démat ADS) et 2 de l'axe 3.
    Lancement du dispositif
    Période concernée
    Dépôt des dossiers
  Volet 1 de l'axe 3 : 2 079 208 € pour l'Ile-de-France…
    Instruction des dossiers
    Validation des projets
    Convention de subvention et notification à la structure porteuse de projet
    Engagement et paiement
    Communication
    Bilan d'activité
    Evaluation
    Capitaliser les méthodes et les résultats
  Volet 2 de l'axe 3 (200 000€ pour l'Ile-de-France)…
    Instruction des dossiers
    Validation des projets
    Convention de subvention et notification à la structure porteuse de projet
    Engagement et paiement
    Communication
    Bilan d'activité
    Evaluation
    Capitaliser les méthodes et les résultats
Liste des référents dans les préfetures.`,
  },
  MAR: {
    file: "004_98f2711c3a49f088.txt",
    headings: `
Direction de la coordination des politiques publiques
Objet : Plan de relance : fonds d'innovation et de transformation numérique…
1. Cadre financier de ce fonds
2. Objectifs et critères d'éligibilité du fonds
  i. accompagnement par un expert du numérique…
  ii. formation au numérique des agents territoriaux…
  iii. projet de transformation numérique…
3. Critères d'éligibilité, dépenses à exclure et taux de financement
  Population INSEE
  Taux d'intervention du fonds
4. Modalités de candidature`,
  },
};
