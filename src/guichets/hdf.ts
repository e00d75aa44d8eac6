import type { Guichet } from "../rules/guichet.js";
import type { Theme } from "../rules/theme.js";
import { section } from "./cite.js";
import { criteresHautsDeFrance } from "./criteres.js";

const cadrage = section("HDF", "1. Cadrage général");
const acteurs = section("HDF", "2. Qui peut répondre à cet appel à projets ?");
const projets = section("HDF", "3. Quels projets peuvent être présentés ?");
const depot = section("HDF", "4. Comment candidater ?");
const instruction = section("HDF", "5. Instruction et sélection des projets");

const criteres = criteresHautsDeFrance(instruction.cite);

/** HDF words its themes differently from 3a to 3d: the mapping goes by label. */
function theme(libelle: string) {
  return { libelle, source: projets.cite(`rapprochement par le libellé : ${libelle}`, true) };
}

/** Région Hauts-de-France, call for projects run by the SGAR. */
export const HDF: Guichet = {
  id: "HDF",
  nom: "Hauts-de-France",
  document: "HDF",
  territoire: {
    departements: ["02", "59", "60", "62", "80"],
    source: cadrage.cite("collectivités de la région Hauts-de-France", true),
  },
  enveloppe: cadrage.value(168_500_000, "1 685 000 € pour la région"),
  faits: [cadrage.value(3_400_000_000, "34 M€ pour l’axe 3 sur l’ensemble du territoire")],
  themes: {
    "3a": theme("1 – Organisation s’appuyant sur le numérique"),
    "3b": theme("2 – Connaissances et compétences numériques"),
    "3c": theme("3 – Relation avec les usagers"),
    "3d": theme("4 – Innovation avec un laboratoire territorial"),
  },
  alias: {
    "1": "3a",
    organisation: "3a",
    "2": "3b",
    "connaissances et competences": "3b",
    "3": "3c",
    "relation usagers": "3c",
    "relation avec les usagers": "3c",
    "relation aux usagers": "3c",
    "4": "3d",
    laboratoire: "3d",
  } satisfies Record<string, Theme>,
  tranches: [
    {
      code: "",
      min: instruction.value(5_000, "50 % du coût global, lu comme un plancher", true),
      max: instruction.value(10_000, "jusqu’à 100 % du coût global"),
    },
  ],
  porteurs: {
    acceptes: ["commune", "epci", "cc", "ca", "cu", "metropole", "departement", "region"],
    aVerifier: ["syndicat", "ept"],
    source: acteurs.cite("communes, EPCI, métropoles, départements et région seulement"),
  },
  cout: {
    superieurA: instruction.value(2_500_000, "coût global strictement supérieur à 25 000 €"),
    inferieurA: instruction.value(10_000_000, "coût global strictement inférieur à 100 000 €"),
    lot: instruction.cite("le financement peut porter sur un lot qui remplit les conditions"),
  },
  depot: {
    debut: depot.value("2021-04-01", "dépôt à partir du 01/04/2021"),
    fin: depot.until("2021-06-30", "dépôt jusqu’au 30/06/2021, jour compris", true),
  },
  creditsEngages: instruction.before("2021-12-31", "crédits engagés avant le 31/12/2021"),
  personnel: instruction.cite("dépenses de personnel exclues"),
  equipement: {
    regle: "tout",
    source: instruction.cite("achats d’équipements informatiques exclus"),
  },
  libre: instruction.cite("solutions libres en priorité quand le projet tient à un logiciel"),
  engagementDecideur: {
    source: acteurs.cite("tous les acteurs du projet l’ont validé et s’y engagent"),
    saufLaboratoire: false,
  },
  documentQuatrePoints: instruction.cite(
    "document joint en quatre points : situation, besoins et objectifs ; méthode ; place dans la feuille de route ; choix de la solution",
  ),
  projetCommun: acteurs.cite("projet commun : un des acteurs est le contact opérationnel de tous"),
  laboratoire: projets.cite("thème 4 : avec l’aide d’un laboratoire d’innovation territoriale"),
  partCollectivites: section("DITP", "3d - Financement de projets d'innovation").cite(
    "seule la part des collectivités est finançable : règle de la fiche nationale",
    true,
  ),
  criteres: { "3a": criteres, "3b": criteres, "3c": criteres, "3d": criteres },
  comite: {
    source: instruction.cite("un comité après chaque relevé ; notification la semaine suivante"),
    releves: [
      depot.value("2021-05-14", "premier relevé des candidatures"),
      depot.value("2021-06-30", "second relevé des candidatures"),
    ],
  },
  suites: {
    notificationSemaineSuivante: instruction.cite(
      "notification dans la semaine qui suit le comité, lue comme la semaine civile suivante",
      true,
    ),
    notificationCollective: instruction.cite("une notification collective pour les non retenus"),
  },
  priorites: [
    projets.cite(
      "effet sur la vie quotidienne des citoyens et leurs relations avec l’administration locale",
    ),
    projets.cite("montée en compétences et mutualisation"),
  ],
};
