import { SOURCES_RAPPORTS } from "../guichets/rapports.js";
import { eurosOf } from "../rules/cents.js";
import { communesRattachees } from "../rules/chiffrage.js";
import { LIBELLES_TYPE } from "../rules/collectivite.js";
import { boundsOfMonth, type Day, formatDay, nameOfMonth } from "../rules/day.js";
import type { Champ } from "../rules/dossier.js";
import { type DatesComites, dateDecision, datesComites, isLaureatAu } from "./laureats.js";
import { type ColonneListe, planListe } from "./liste.js";
import { celluleJour, nomPrefecture, phraseDuManque } from "./parties.js";
import { cellule } from "./plan.js";
import type { EntreeRapport, RapportFait } from "./rapport.js";
import { type DossierSuivi, type Manque, placeDossier, type Suivi } from "./suivi.js";

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

const euros = (cents: number | undefined) =>
  cellule(cents === undefined ? "" : eurosOf(cents), "euro");

const COLONNES: readonly ColonneListe<Demande>[] = [
  {
    titre: "N° dossier",
    largeur: 110,
    cellule: ({ dossier }) => cellule(dossier.faits.numero ?? ""),
  },
  {
    titre: "Centre instructeur ou commune",
    largeur: 240,
    cellule: ({ dossier }) => cellule(dossier.faits.porteur ?? "", "long"),
  },
  {
    titre: "Type",
    largeur: 180,
    cellule: ({ dossier: { faits } }) => cellule(faits.type ? LIBELLES_TYPE[faits.type] : ""),
  },
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
  {
    titre: "Montant demandé",
    largeur: 120,
    cellule: ({ dossier }) => euros(dossier.faits.demande),
    total: true,
  },
  {
    titre: "Montant calculé",
    largeur: 120,
    cellule: ({ verdict }) => euros(verdict.chiffrage.plafond),
  },
  { titre: "État", largeur: 190, cellule: ({ etatAu }) => cellule(etatAu) },
  {
    titre: "Montant attribué",
    largeur: 120,
    cellule: ({ attribuee, dossier }) =>
      attribuee ? euros(dossier.faits.montant_accorde) : cellule("", "euro"),
    total: true,
  },
  { titre: "Décidée le", largeur: 110, cellule: ({ decision }) => celluleJour(decision) },
];

/** Cells without which a request can't be reported: for all, then for those granted. */
const ATTENDUS: readonly (readonly [champ: Champ, absent: string])[] = [
  ["numero", "numéro de dossier absent"],
  ["porteur", "centre instructeur ou commune absent"],
  ["depot", "date de dépôt absente"],
  ["demande", "montant demandé absent"],
];

function manquesDe(suivi: Suivi, { dossier: { faits }, ligne, attribuee, decision }: Demande) {
  const gap = (champ: Champ, quoi: string): Manque => ({
    numero: faits.numero ?? "",
    porteur: faits.porteur ?? "",
    quoi,
    ou: placeDossier(suivi, ligne, champ),
  });
  const missing = ATTENDUS.filter(([champ]) => faits[champ] === undefined).map(([champ, quoi]) =>
    gap(champ, quoi),
  );
  if (communesRattachees(faits) === undefined) {
    missing.push(gap("communes", "nombre de communes rattachées absent"));
  }
  if (attribuee && faits.montant_accorde === undefined) {
    missing.push(gap("montant_accorde", "montant attribué absent"));
  }
  if (attribuee && decision === undefined) {
    missing.push(gap("date_decision", "date de décision absente"));
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
      colonnes: COLONNES,
      lignes: demandes,
      vide: "Aucune demande Démat.ADS déposée à cette date.",
      manques,
      places: [0, 1, 2, 7],
    }),
    resume: {
      nombre: demandes.length,
      total: attribuees.reduce((sum, { dossier }) => sum + (dossier.faits.montant_accorde ?? 0), 0),
      manques: manques.map(phraseDuManque),
    },
  };
}
