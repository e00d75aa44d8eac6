import type { Guichet } from "../rules/guichet.js";
import { section } from "./cite.js";
import { criteresAccompagnement, criteresFormation, criteresProjet } from "./criteres.js";
import { reglesNationales } from "./nationales.js";

const accompagnement = section("DITP", "3a - Accompagnement par un expert du numérique");
const formation = section("DITP", "3b - Formation au numérique pour des agents");
const relation = section("DITP", "3c - Financement d'un projet de transformation numérique");
const laboratoires = section("DITP", "3d - Financement de projets d'innovation");
const modalites = section("DITP", "Modalités");

const regles = reglesNationales("DITP", "Quels critères d'éligibilité ?");

/** The national rule sheet: the default where no territory's own rules are chosen. */
export const DITP: Guichet = {
  ...regles,
  id: "DITP",
  nom: "Fiche nationale DITP",
  document: "DITP",
  faits: [
    modalites.value(
      10_000_000,
      "100 000 € initiaux par SGAR, pour les seuls projets de laboratoire (3d) ; aucune enveloppe pour les autres thèmes",
    ),
  ],
  themes: {
    "3a": {
      libelle: "Accompagnement par un expert du numérique",
      source: accompagnement.cite("thème 3a"),
    },
    "3b": { libelle: "Formation des agents au numérique", source: formation.cite("thème 3b") },
    "3c": {
      libelle: "Transformation de la relation à l’usager",
      source: relation.cite("thème 3c"),
    },
    "3d": {
      libelle: "Projet d’innovation avec un laboratoire territorial",
      source: laboratoires.cite("thème 3d"),
    },
  },
  alias: {},
  laboratoire: laboratoires.cite("projet appuyé par un laboratoire d’innovation territoriale"),
  partCollectivites: laboratoires.cite("seule la part des collectivités est finançable"),
  criteres: {
    "3a": criteresAccompagnement(accompagnement.cite),
    "3b": criteresFormation(formation.cite),
    "3c": criteresProjet(relation.cite),
    "3d": criteresProjet(laboratoires.cite),
  },
  comite: {
    source: section("DITP", "Pourquoi une enveloppe déconcentrée aux Préfets ?").cite(
      "chaque préfet organise la gestion ; calendrier non prévu",
    ),
  },
  priorites: [
    ...regles.priorites,
    laboratoires.cite(
      "3d : projets inscrits dans un contrat avec l’État ; un contrat signé vaut demande sans autre formalité",
    ),
  ],
};
