import type { Citation } from "../rules/citation.js";
import type { Critere } from "../rules/guichet.js";

type Cite = (note: string, reading?: true) => Citation;

/** A criterion whose own label is what the citation says of it. */
function critere(cite: Cite, code: string, libelle: string): Critere {
  return { code, libelle, source: cite(libelle) };
}

/** Appraisal of an accompaniment (3a): DITP and IDF list the same three points. */
export function criteresAccompagnement(cite: Cite): readonly Critere[] {
  return [
    critere(cite, "impact", "Impact du projet sur les agents ou les citoyens"),
    critere(cite, "besoin", "Besoin ressenti de mise à niveau numérique"),
    critere(cite, "prestataires", "Prestataires implantés de préférence dans le territoire"),
  ];
}

/** Appraisal of training (3b). */
export function criteresFormation(cite: Cite): readonly Critere[] {
  return [
    critere(cite, "agents", "Nombre d’agents touchés"),
    critere(cite, "portage", "Niveau de portage du projet"),
    critere(cite, "competences", "Au-delà d’un seul outil métier"),
  ];
}

/** Appraisal of a project that changes the relation with users (3c), and of laboratories' projects (3d). */
export function criteresProjet(cite: Cite): readonly Critere[] {
  return [
    critere(cite, "impact", "Impact du projet sur les agents ou les citoyens"),
    critere(cite, "portage", "Niveau de portage du projet"),
    critere(cite, "equipe", "Équipe projet : compétences, expérience, disponibilité"),
    critere(cite, "diffusion", "Diffusion : nombre d’utilisateurs visés"),
    critere(cite, "extension", "Modèle économique d’extension à d’autres territoires"),
  ];
}

/** The four general points of the départements' sheets (DEP, MAR). */
export function criteresGeneraux(cite: Cite): readonly Critere[] {
  return [
    critere(cite, "pertinence", "Pertinence et impact du projet"),
    critere(cite, "beneficiaires", "Nombre de bénéficiaires et possibilité de répliquer"),
    critere(cite, "iterations", "Durée, itérations et orientation usager"),
    critere(cite, "organisation", "Équipe projet et organisation"),
  ];
}

/** What IDF-V1 adds to the theme's own list. */
export function criteresVolet1(cite: Cite): readonly Critere[] {
  return [
    critere(cite, "v1.portage", "Niveau de portage par l’autorité qui soutient le projet"),
    critere(cite, "v1.equipe", "Valeur de l’équipe projet"),
    critere(cite, "v1.utilisateurs", "Utilisateurs visés, confirmés pendant le projet"),
    critere(cite, "v1.extension", "Modèle économique d’extension du volet 1"),
    critere(cite, "v1.induit", "Impact direct ou induit"),
  ];
}

/** The four points of Hauts-de-France, whatever the theme. */
export function criteresHautsDeFrance(cite: Cite): readonly Critere[] {
  return [
    critere(cite, "constat", "Constat factuel et partagé"),
    critere(cite, "coconstruction", "Co-construction avec les agents ou les usagers"),
    critere(cite, "feuille_de_route", "Place dans une feuille de route cohérente"),
    critere(cite, "libre", "Logiciels libres en priorité, dans la mesure du possible"),
  ];
}
