import { section } from "./cite.js";

const region = section("IDF", "Rôle de la préfecture de la région d'Ile-de-France");
const volet1 = section(
  "IDF",
  "Modalités de gestion du volet 1 de l’axe 3 retenues en Ile-de-France",
);
const etapes = section("IDF", "Axe 3 « Guichets territoriaux d'ingénierie de transformation »");
const suivi = section("DITP", "Quel suivi ?");
const candidature = section("MAR", "4. Modalités de candidature");

/** Where each report is asked for, in our own words. */
export const SOURCES_RAPPORTS = {
  mensuel: suivi.cite(
    "liste des lauréats chaque fin de mois : montant, collectivité porteuse, date de fin, entreprises et département de leur siège, avancement",
  ),
  listeAds: region.cite(
    "liste des demandes et des attributions tenue à jour, transmise au programme Démat.ADS chaque fin de mois",
  ),
  trimestre: region.cite(
    "compte rendu trimestriel à la DITP : consommation, actions et projets, attentes des collectivités, retours d’expérience",
  ),
  propositions: candidature.cite(
    "dossiers proposés par chaque département à deux comités régionaux, qui établissent un tableau régional",
  ),
  publicationPrefecture: volet1.cite(
    "lauréats publiés sur le site de la préfecture de département",
  ),
  publicationRegion: region.cite(
    "lauréats innovants publiés sur le site de la préfecture de région",
  ),
  publicationVolet2: etapes.cite(
    "lauréats du volet 2 publiés sur le site de la préfecture de région",
  ),
} as const;
