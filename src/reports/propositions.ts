import { normalise } from "../dossiers/text.js";
import { SOURCES_RAPPORTS } from "../guichets/rapports.js";
import { boundsOfMonth, type Month, nameOfMonth } from "../rules/day.js";
import { isADecider } from "../rules/etat.js";
import { shareOf } from "../rules/points.js";
import {
  COLONNE_NUMERO,
  colonneMontant,
  colonneTexte,
  colonneTheme,
  colonneType,
} from "./colonnes-dossier.js";
import { type DatesComites, dateDecision, datesComites } from "./laureats.js";
import { type ColonneListe, planListe } from "./liste.js";
import { celluleEuros, nomPrefecture } from "./parties.js";
import { cellule } from "./plan.js";
import type { EntreeRapport, RapportFait } from "./rapport.js";
import { resumeDe, totalDe } from "./resume.js";
import {
  type Attendu,
  champsAbsents,
  type DossierSuivi,
  type Manque,
  manqueDe,
  type Suivi,
} from "./suivi.js";

const DEFAVORABLE = /^(defavorable|avis defavorable|non|refus|rejet)/;

/** Whether a dossier goes to the committee of a month: filed by then, and not decided before it. */
function isSoumis({ dossier: { faits } }: DossierSuivi, comites: DatesComites, mois: Month) {
  const { first, last } = boundsOfMonth(mois);
  if ((faits.depot ?? "") > last) return false;
  const decision = dateDecision(faits, comites);
  if (decision !== undefined) return decision >= first && faits.etat !== "Sans suite";
  return isADecider(faits.etat);
}

/** Whether the référent proposes a dossier: an amount, or an opinion that is not against it. */
function isPropose({ dossier: { faits } }: DossierSuivi): boolean {
  if (faits.avis_propose !== undefined) return !DEFAVORABLE.test(normalise(faits.avis_propose));
  return faits.montant_propose !== undefined;
}

const COLONNES: readonly ColonneListe<DossierSuivi>[] = [
  COLONNE_NUMERO,
  colonneTexte("Collectivité porteuse", 230, "porteur"),
  colonneType(170),
  {
    titre: "Population",
    largeur: 90,
    cellule: ({ dossier }) => cellule(dossier.faits.population ?? "", "entier"),
  },
  colonneTheme(200),
  colonneTexte("Projet", 240, "intitule"),
  colonneMontant("Coût total", "cout"),
  colonneMontant("Subvention demandée", "demande"),
  {
    titre: "Taux maximum",
    largeur: 90,
    cellule: ({ verdict: { chiffrage } }) =>
      cellule(chiffrage.max ? shareOf(chiffrage.max.value) : "", "taux"),
  },
  {
    titre: "Subvention possible",
    largeur: 120,
    cellule: ({ verdict }) => celluleEuros(verdict.chiffrage.possible),
  },
  { titre: "Éligibilité", largeur: 100, cellule: ({ verdict }) => cellule(verdict.issue) },
  colonneTexte("Avis proposé", 140, "avis_propose"),
  colonneMontant("Montant proposé", "montant_propose"),
];

/** What a proposal needs before it goes to the region. */
const ATTENDUS: readonly Attendu[] = [
  ["porteur", "collectivité porteuse absente"],
  ["population", "population absente"],
  ["cout", "coût total absent"],
  ["demande", "subvention demandée absente"],
  ["montant_propose", "montant proposé absent"],
];

function manquesDe(suivi: Suivi, entry: DossierSuivi): readonly Manque[] {
  const { faits } = entry.dossier;
  const missing = [...champsAbsents(suivi, entry, ATTENDUS)];
  const { possible } = entry.verdict.chiffrage;
  if (possible !== undefined && (faits.montant_propose ?? 0) > possible) {
    const quoi = "montant proposé au-delà de la subvention possible";
    missing.push(manqueDe(suivi, entry, "montant_propose", quoi));
  }
  if (entry.verdict.issue === "Inéligible") {
    const quoi = "dossier inéligible proposé\u00a0: voir l’onglet Instruction";
    missing.push(manqueDe(suivi, entry, "avis_propose", quoi));
  }
  return missing;
}

/** Dossiers that wait for the committee and that nobody has proposed or set aside. */
function sansAvis(suivi: Suivi, entry: DossierSuivi): readonly Manque[] {
  const { avis_propose, montant_propose } = entry.dossier.faits;
  if (avis_propose !== undefined || montant_propose !== undefined) return [];
  const quoi = "ni avis ni montant proposé\u00a0: dossier non présenté";
  return [manqueDe(suivi, entry, "avis_propose", quoi)];
}

/**
 * The département's proposals for the regional programming table (MAR), for the committee of a month:
 * the dossiers proposed that were not decided before it.
 */
export function planPropositions({ nom, periode, prefecture, suivi }: EntreeRapport): RapportFait {
  const comites = datesComites(suivi);
  const soumis = suivi.dossiers.filter((entry) => isSoumis(entry, comites, periode));
  const proposes = soumis.filter(isPropose);
  const manques = [
    ...proposes.flatMap((entry) => manquesDe(suivi, entry)),
    ...soumis
      .filter((entry) => dateDecision(entry.dossier.faits, comites) === undefined)
      .flatMap((entry) => sansAvis(suivi, entry)),
  ];
  return {
    plan: planListe({
      nom,
      titre: `Propositions au comité régional – ${nameOfMonth(periode)}`,
      entete: [
        ["Préfecture", nomPrefecture(prefecture)],
        ["Comité", nameOfMonth(periode)],
      ],
      compte: "Propositions",
      montant: { libelle: "Total proposé", colonne: "Montant proposé" },
      sources: [SOURCES_RAPPORTS.propositions],
      remarques: [
        "Taux maximum, subvention possible et éligibilité : onglet « Instruction », qui cite chaque règle.",
        "Sont proposés les dossiers qui portent un avis favorable ou un montant proposé, et que le comité n’a pas décidés avant ce mois.",
      ],
      colonnes: COLONNES,
      lignes: proposes,
      vide: "Aucun dossier proposé\u00a0: renseignez «\u00a0Avis proposé\u00a0» ou «\u00a0Montant proposé\u00a0».",
      manques,
      places: [0, 1, 4, 5],
    }),
    resume: resumeDe(proposes, totalDe(proposes, "montant_propose"), manques),
  };
}
