import type { CodeMotif } from "../rules/motif.js";

/** What each code of a reason is about and what settles it, for the help. */
export const EXPLICATIONS: Readonly<Record<CodeMotif, string>> = {
  ILLISIBLE:
    "Une cellule ne se lit pas comme le type attendu. Corrigez-la : ce point ne se règle pas dans « Points vérifiés ».",
  THEME: "Le thème manque, ou le guichet n’ouvre pas ce thème.",
  PORTEUR:
    "Le type de collectivité manque, n’est pas admis, ou le texte ne permet pas de conclure.",
  TERRITOIRE: "Le département du projet manque ou n’est pas dans le territoire du guichet.",
  POPULATION: "La population manque, ou atteint la limite du guichet.",
  COUT: "Le coût total manque ou sort des bornes du guichet.",
  DEMANDE: "La subvention demandée manque, ou dépasse ce qui est possible.",
  AUTRES: "Les autres financements manquent : indiquez 0 s’il n’y en a pas.",
  DEPOT: "La date de dépôt manque ou sort de la période d’ouverture.",
  DEJA_ENGAGE: "Le projet est déjà engagé, ou rien ne dit s’il l’est.",
  CREDITS: "Les crédits doivent être engagés avant un jour donné : date absente ou trop tardive.",
  EFFET: "Le guichet attend un effet concret dans un délai : il se compte depuis le dépôt.",
  RESULTATS: "Le guichet attend des résultats avant la fin d’une année.",
  ACHEVEMENT:
    "Le projet doit être achevé avant un jour donné : date de fin absente ou trop tardive.",
  DEBUT_DEPENSES: "Seules les dépenses à compter du comité comptent.",
  PERSONNEL: "Dépenses de personnel non renseignées, ou non finançables.",
  EQUIPEMENT: "Équipement informatique non renseigné, à préciser, ou non finançable.",
  LICENCES: "Licences d’éditeurs hors Union européenne non renseignées, limitées ou exclues.",
  ASSIETTE: "Des dépenses sont exclues et le texte ne dit pas si le taux s’applique sans elles.",
  LIBRE: "Les solutions libres passent d’abord.",
  ENGAGEMENT: "L’engagement du décideur manque ou n’est pas renseigné.",
  DOCUMENT: "Le document en quatre points manque ou n’est pas renseigné.",
  FACTURES: "Des factures sont à joindre à la demande.",
  PROJET_COMMUN: "Un projet commun demande un contact opérationnel.",
  LABORATOIRE: "Le laboratoire d’innovation territoriale n’est pas renseigné.",
  PART_COLLECTIVITES: "La demande se compare à la part des collectivités dans le coût.",
  COMMUNES: "Le montant dépend du nombre de communes rattachées.",
  TAUX: "Le taux demandé ou accordé est sous le minimum du guichet.",
  EXCEPTION: "Le taux exceptionnel doit être prévu et motivé.",
  ACCORDE: "Le montant accordé dépasse ce que le guichet permet.",
  REGLAGE:
    "La conclusion repose sur un réglage de la préfecture, rappelé avec ce que dit le document.",
};
