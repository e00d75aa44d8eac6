/** Codes of the themes that the documents share. */
export type Theme = "3a" | "3b" | "3c" | "3d" | "ADS";

export interface Project {
  readonly intitule: string;
  readonly presentation: string;
}

/** Fictitious projects, in the spirit of what the fund pays for. */
export const PROJECTS: Record<Theme, readonly Project[]> = {
  "3a": [
    {
      intitule: "Schéma directeur des usages numériques",
      presentation:
        "Un cabinet dresse l'état des lieux des outils et propose un plan sur trois ans.",
    },
    {
      intitule: "Diagnostic de maturité numérique des services",
      presentation: "Entretiens dans chaque service, puis feuille de route validée par les élus.",
    },
    {
      intitule: "Accompagnement au choix d'une gestion électronique du courrier",
      presentation:
        "Recueil des besoins, rédaction du cahier des charges, aide à l'analyse des offres.",
    },
    {
      intitule: "Étude de mutualisation informatique avec les communes voisines",
      presentation: "Scénarios d'organisation et de coût, restitution aux maires concernés.",
    },
    {
      intitule: "Assistance à la dématérialisation des délibérations",
      presentation: "Un expert accompagne le secrétariat jusqu'au premier conseil sans papier.",
    },
  ],
  "3b": [
    {
      intitule: "Formation des agents d'accueil aux démarches en ligne",
      presentation:
        "Quatre sessions de deux jours, avec un module sur l'aide aux usagers éloignés du numérique.",
    },
    {
      intitule: "Parcours de montée en compétences numériques",
      presentation:
        "Positionnement, ateliers et certification pour l'ensemble des agents administratifs.",
    },
    {
      intitule: "Sensibilisation des secrétaires de mairie à la sécurité informatique",
      presentation: "Séances en petits groupes, exercices d'hameçonnage et fiches réflexes.",
    },
    {
      intitule: "Formation aux données ouvertes et à la qualité des données",
      presentation:
        "Formation des référents de service et publication de trois premiers jeux de données.",
    },
  ],
  "3c": [
    {
      intitule: "Portail citoyen et gestion de la relation usagers",
      presentation: "Un point d'entrée unique pour les demandes, avec suivi par l'usager.",
    },
    {
      intitule: "Refonte du site internet et prise de rendez-vous en ligne",
      presentation: "Site accessible, rendez-vous d'état civil et paiement des régies en ligne.",
    },
    {
      intitule: "Inscriptions périscolaires en ligne",
      presentation:
        "Les familles inscrivent et paient depuis chez elles ; l'accueil garde un guichet aidé.",
    },
    {
      intitule: "Signalement des désordres sur la voie publique",
      presentation: "Application mobile reliée aux services techniques, réponse sous cinq jours.",
    },
    {
      intitule: "Espace numérique itinérant pour les démarches",
      presentation: "Un véhicule aménagé visite chaque semaine les villages sans permanence.",
    },
  ],
  "3d": [
    {
      intitule: "Laboratoire d'innovation : simplifier l'accès aux aides sociales",
      presentation:
        "Ateliers avec les usagers, prototypes et essais dans trois centres d'action sociale.",
    },
    {
      intitule: "Design de service pour l'accueil du public",
      presentation:
        "Le laboratoire territorial anime l'observation, l'idéation et l'expérimentation.",
    },
  ],
  ADS: [
    {
      intitule: "Dépôt et instruction en ligne des autorisations d'urbanisme",
      presentation:
        "Raccordement du logiciel d'instruction, paramétrage et formation des communes.",
    },
  ],
};
