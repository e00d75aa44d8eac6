import type { DocumentId } from "../rules/citation.js";
import type { TypeCollectivite } from "../rules/collectivite.js";
import type { Forfaits, Guichet } from "../rules/guichet.js";
import { section } from "./cite.js";

/** Collectivités and groupements of any kind: who the national sheet is for. */
export const COLLECTIVITES_ET_GROUPEMENTS: readonly TypeCollectivite[] = [
  "commune",
  "cc",
  "ca",
  "cu",
  "metropole",
  "epci",
  "ept",
  "syndicat",
  "departement",
  "region",
  "outre_mer",
];

/** What the national sheet and the département's model word alike, each cited from its own text. */
export function reglesNationales(document: DocumentId, headingEligibilite: string) {
  const projets = section(document, "Pour quels projets ?");
  const eligibilite = section(document, headingEligibilite);
  return {
    porteurs: {
      acceptes: COLLECTIVITES_ET_GROUPEMENTS,
      aVerifier: ["autre"],
      source: eligibilite.cite(
        "collectivité, groupement, ou personne morale financée par les seules collectivités (hors aides de l’État ou de l’Europe)",
      ),
    },
    tranches: [
      {
        code: "",
        max: section(document, "Pour qui ?").value(10_000, "jusqu’à 100 % du coût du projet"),
      },
    ],
    effet: projets.value(24, "effet concret sous 2 ans"),
    resultats: eligibilite.value(
      2022,
      "résultats tangibles avant la fin de 2022, hors projets de laboratoire",
    ),
    engagementDecideur: {
      source: eligibilite.cite(
        "projet porté à un niveau décisionnel chez le candidat, hors projets de laboratoire",
      ),
      saufLaboratoire: true,
    },
    equipement: {
      regle: "agents",
      source: projets.cite("équipements informatiques des agents exclus"),
    },
    licencesHorsUe: {
      regle: "marginales",
      source: projets.cite(
        "licences d’éditeurs hors Union européenne : part marginale du financement",
      ),
    },
    forfaits: forfaitsRecommandes(document),
    priorites: [
      projets.cite(
        "effet sur la vie quotidienne des citoyens et leurs relations avec l’administration locale",
      ),
      projets.cite("montée en compétences et mutualisation"),
      section(document, "Pour qui ?").cite("petites et moyennes collectivités"),
    ],
  } satisfies Partial<Guichet>;
}

/** Flat rates that both sheets give as an example; each préfecture is free to differ. */
function forfaitsRecommandes(document: DocumentId): Forfaits {
  const montants = section(document, "Montants de financement");
  const grande = montants.value(
    2_000_000,
    "forfait de 20 000 € pour les régions, départements, communautés de communes ou d’agglomération, à titre d’exemple",
  );
  return {
    seuil: montants.value(5_000, "petites communes : moins de 5 000 habitants"),
    petite: montants.value(
      500_000,
      "forfait de 5 000 € pour les communes de moins de 5 000 habitants, à titre d’exemple",
    ),
    montants: {
      commune: montants.value(
        1_000_000,
        "forfait de 10 000 € pour les autres communes, à titre d’exemple",
      ),
      cc: grande,
      ca: grande,
      departement: grande,
      region: grande,
    },
  };
}
