import type { Guichet } from "../rules/guichet.js";
import type { Theme } from "../rules/theme.js";
import { section } from "./cite.js";
import { criteresGeneraux } from "./criteres.js";
import { COLLECTIVITES_ET_GROUPEMENTS } from "./nationales.js";

const cadre = section("MAR", "1. Cadre financier de ce fonds");
const objectifs = section("MAR", "2. Objectifs et critères d'éligibilité du fonds");
const taux = section("MAR", "3. Critères d'éligibilité, dépenses à exclure et taux de financement");
const candidature = section("MAR", "4. Modalités de candidature");

const criteres = criteresGeneraux(taux.cite);

const ALIAS: Readonly<Record<string, Theme>> = { i: "3a", ii: "3b", iii: "3c", "volet 2": "3d" };

/** What the letter says of both volets. */
const communes = {
  document: "MAR",
  alias: ALIAS,
  depot: { fin: candidature.until("2021-07-16", "dépôt jusqu’au 16/07/2021 inclus") },
  dejaEngage: taux.cite("projets déjà engagés inéligibles"),
  effet: objectifs.value(24, "effet concret sous 2 ans"),
  personnel: taux.cite("dépenses de personnel exclues"),
  equipement: { regle: "agents", source: taux.cite("équipements informatiques des agents exclus") },
  licencesHorsUe: {
    regle: "a_eviter",
    source: taux.cite(
      "licences d’éditeurs hors Union européenne à éviter dans la mesure du possible",
    ),
  },
  comite: {
    source: candidature.cite("comités régionaux de programmation en juin et septembre 2021"),
    mois: [
      candidature.value("2021-06", "comité de juin 2021"),
      candidature.value("2021-09", "comité de septembre 2021"),
    ],
  },
  priorites: [
    objectifs.cite(
      "effet sur la vie quotidienne des citoyens et leurs relations avec l’administration locale",
    ),
    objectifs.cite("montée en compétences et mutualisation"),
  ],
} satisfies Partial<Guichet>;

/** Marne, volet 1: small and middle-sized collectivités with their own taxation. */
export const MARNE_V1: Guichet = {
  ...communes,
  id: "MARNE-V1",
  nom: "Marne, volet 1",
  territoire: {
    departements: ["51"],
    source: cadre.cite("droit de tirage de la Marne", true),
  },
  enveloppe: cadre.value(
    27_000_000,
    "droit de tirage de 270 000 €, plus une part de la réserve régionale, inconnue à cette date",
  ),
  themes: {
    "3a": {
      libelle: "i – Accompagnement par un expert du numérique",
      source: objectifs.cite("thématique i"),
    },
    "3b": {
      libelle: "ii – Formation des agents au numérique",
      source: objectifs.cite("thématique ii"),
    },
    "3c": {
      libelle: "iii – Transformation de la relation à l’usager",
      source: objectifs.cite("thématique iii"),
    },
  },
  tranches: [
    {
      code: "moins_de_1000",
      jusqua: { ...taux.value(1_000, "moins de 1 000 habitants"), inclus: false },
      min: taux.value(2_000, "20 % au moins"),
      max: taux.value(10_000, "100 % au plus sous 1 000 habitants"),
    },
    {
      code: "de_1000_a_80000",
      jusqua: { ...taux.value(80_000, "de 1 000 à 80 000 habitants"), inclus: true },
      min: taux.value(2_000, "20 % au moins"),
      max: taux.value(8_000, "80 % au plus de 1 000 à 80 000 habitants"),
    },
    { code: "plus_de_80000", max: taux.value(2_000, "20 % au plus au-delà de 80 000 habitants") },
  ],
  porteurs: {
    acceptes: ["commune", "cc", "ca", "cu", "metropole"],
    aVerifier: ["epci"],
    source: taux.cite("communes et intercommunalités à fiscalité propre"),
  },
  population: {
    sous: taux.value(100_000, "dernière population INSEE inférieure à 100 000 habitants"),
  },
  criteres: { "3a": criteres, "3b": criteres, "3c": criteres },
};

/** Grand Est laboratories; the letter states rates for volet 1 alone. */
export const MARNE_V2: Guichet = {
  ...communes,
  id: "MARNE-V2",
  nom: "Grand Est, volet 2 (laboratoires)",
  territoire: {
    departements: ["08", "10", "51", "52", "54", "55", "57", "67", "68", "88"],
    source: cadre.cite("enveloppe du Grand Est", true),
  },
  enveloppe: cadre.value(20_000_000, "200 000 € pour le Grand Est"),
  themes: {
    "3d": {
      libelle: "Volet 2 – Innovation avec un laboratoire territorial",
      source: objectifs.cite("volet 2 : projets avec un laboratoire d’innovation territoriale"),
    },
  },
  tranches: [
    {
      code: "",
      max: section("DITP", "Pour qui ?").value(
        10_000,
        "taux non prévu pour le volet 2 : celui de la fiche nationale, jusqu’à 100 %",
        true,
      ),
    },
  ],
  porteurs: {
    acceptes: COLLECTIVITES_ET_GROUPEMENTS,
    aVerifier: ["autre"],
    source: cadre.cite("collectivité ou intercommunalité, avec l’appui d’un laboratoire"),
  },
  laboratoire: cadre.cite("appui opérationnel d’un laboratoire d’innovation territoriale"),
  partCollectivites: section("DITP", "3d - Financement de projets d'innovation").cite(
    "seule la part des collectivités est finançable : règle de la fiche nationale",
    true,
  ),
  criteres: { "3d": criteres },
};
