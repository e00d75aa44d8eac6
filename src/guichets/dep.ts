import type { Guichet } from "../rules/guichet.js";
import { section } from "./cite.js";
import {
  criteresAccompagnement,
  criteresFormation,
  criteresGeneraux,
  criteresProjet,
} from "./criteres.js";
import { reglesNationales } from "./nationales.js";

const accompagnement = section("DEP", "3a - Accompagnement par un expert du numérique");
const formation = section("DEP", "3b - Formation au numérique pour des agents");
const relation = section("DEP", "3c - Financement d'un projet de transformation numérique");
const selection = section("DEP", "Quels critères de sélections ?");
const comite = section("DEP", "Conditions de sélection");

/** A département's own sheet. It announces four themes and describes three. */
export const DEP: Guichet = {
  ...reglesNationales("DEP", "Quelles conditions d'éligibilité ?"),
  id: "DEP",
  nom: "Guichet départemental (modèle)",
  document: "DEP",
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
  },
  alias: {},
  depot: {
    debut: section("DEP", "Quelle procédure de candidature des collectivités ?").value(
      "2021-01-25",
      "ouverture du guichet le 25/01/2021",
    ),
  },
  criteres: {
    "3a": [...criteresAccompagnement(accompagnement.cite), ...criteresGeneraux(selection.cite)],
    "3b": [...criteresFormation(formation.cite), ...criteresGeneraux(selection.cite)],
    "3c": [...criteresProjet(relation.cite), ...criteresGeneraux(selection.cite)],
  },
  comite: {
    source: comite.cite("comité présidé par le préfet, chaque mois ou dès 10 dossiers déposés"),
    tousLesMois: comite.value(1, "un comité par mois"),
    nombreDossiers: comite.value(10, "dès 10 dossiers déposés"),
  },
};
