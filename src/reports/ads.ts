import { SOURCES_RAPPORTS } from "../guichets/rapports.js";
import { communesRattachees } from "../rules/chiffrage.js";
import { boundsOfMonth, type Day, formatDay, nameOfMonth } from "../rules/day.js";
import { COLONNE_NUMERO, colonneMontant, colonneTexte, colonneType } from "./colonnes-dossier.js";
import { type DatesComites, dateDecision, datesComites, isLaureatAu } from "./laureats.js";
import { type ColonneListe, planListe } from "./liste.js";
import { celluleEuros, celluleJour, nomPrefecture } from "./parties.js";
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

/** A request with what is known of it on the day of the list. */
interface Demande extends DossierSuivi {
  readonly decision: Day | undefined;
  readonly attribuee: boolean;
  readonly etatAu: string;
}

function demandesAu(suivi: Suivi, day: Day): readonly Demande[] {
  const comites = datesComites(suivi);
  return suivi.dossiers
    .filter(({ theme, guichet }) => theme === "ADS" || guichet.id === "IDF-ADS")
    .filter(({ dossier }) => (dossier.faits.depot ?? "") <= day)
    .map((entry) => ({ ...entry, ...situation(entry, comites, day) }));
}

/** What a request is on a day: a decision of a later day is not known yet. */
function situation({ dossier: { faits } }: DossierSuivi, comites: DatesComites, day: Day) {
  const decision = dateDecision(faits, comites);
  const later = decision !== undefined && decision > day;
  return {
    decision: later ? undefined : decision,
    attribuee: isLaureatAu(faits, day, comites),
    etatAu: later ? `Non décidé au ${formatDay(day)}` : (faits.etat ?? ""),
  };
}

const COLONNES: readonly ColonneListe<Demande>[] = [
  COLONNE_NUMERO,
  colonneTexte("Centre instructeur ou commune", 240, "porteur"),
  colonneType(180),
  {
    titre: "Communes rattachées",
    largeur: 100,
    cellule: ({ dossier }) => cellule(communesRattachees(dossier.faits) ?? "", "entier"),
  },
  {
    titre: "Déposée le",
    largeur: 110,
    cellule: ({ dossier }) => celluleJour(dossier.faits.depot),
  },
  colonneMontant("Montant demandé", "demande"),
  {
    titre: "Montant calculé",
    largeur: 120,
    cellule: ({ verdict }) => celluleEuros(verdict.chiffrage.plafond),
  },
  { titre: "État", largeur: 190, cellule: ({ etatAu }) => cellule(etatAu) },
  {
    titre: "Montant attribué",
    largeur: 120,
    cellule: ({ attribuee, dossier }) =>
      attribuee ? celluleEuros(dossier.faits.montant_accorde) : cellule("", "euro"),
    total: true,
  },
  { titre: "Décidée le", largeur: 110, cellule: ({ decision }) => celluleJour(decision) },
];

/** Cells without which a request can't be reported. */
const ATTENDUS: readonly Attendu[] = [
  ["numero", "numéro de dossier absent"],
  ["porteur", "centre instructeur ou commune absent"],
  ["depot", "date de dépôt absente"],
  ["demande", "montant demandé absent"],
];

function manquesDe(suivi: Suivi, demande: Demande): readonly Manque[] {
  const { dossier, attribuee, decision } = demande;
  const missing = [...champsAbsents(suivi, demande, ATTENDUS)];
  if (communesRattachees(dossier.faits) === undefined) {
    missing.push(manqueDe(suivi, demande, "communes", "nombre de communes rattachées absent"));
  }
  if (attribuee) {
    missing.push(
      ...champsAbsents(suivi, demande, [["montant_accorde", "montant attribué absent"]]),
      ...(decision === undefined
        ? [manqueDe(suivi, demande, "date_decision", "date de décision absente")]
        : []),
    );
  }
  return missing;
}

/**
 * The month-end list of requests and grants for the Démat.ADS programme (IDF), as of the last day of
 * the month.
 */
export function planAds({ nom, periode, prefecture, suivi, reglage }: EntreeRapport): RapportFait {
  const { last } = boundsOfMonth(periode);
  const demandes = demandesAu(suivi, last);
  const manques = demandes.flatMap((demande) => manquesDe(suivi, demande));
  const attribuees = demandes.filter(({ attribuee }) => attribuee);
  const destinataire = reglage("destinataire_ads");
  return {
    plan: planListe({
      nom,
      titre: `Démat.ADS, demandes et attributions – ${nameOfMonth(periode)}`,
      entete: [
        ["Préfecture", nomPrefecture(prefecture)],
        ["Mois", `${nameOfMonth(periode)} (situation au ${formatDay(last)})`],
        [
          "Destinataire",
          destinataire === ""
            ? "non prévu par le guide\u00a0: clé destinataire_ads des paramètres"
            : destinataire,
        ],
      ],
      compte: "Demandes",
      montant: { libelle: "Total attribué", colonne: "Montant attribué" },
      sources: [SOURCES_RAPPORTS.listeAds],
      remarques: ["Montant calculé : plafond de l’onglet « Instruction », qui cite chaque règle."],
      colonnes: COLONNES,
      lignes: demandes,
      vide: "Aucune demande Démat.ADS déposée à cette date.",
      manques,
      places: [0, 1, 2, 7],
    }),
    resume: resumeDe(demandes, totalDe(attribuees), manques),
  };
}
