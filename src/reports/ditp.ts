import { quoted } from "../dossiers/text.js";
import { SOURCES_RAPPORTS } from "../guichets/rapports.js";
import { type Cents, eurosOf } from "../rules/cents.js";
import {
  addMonths,
  boundsOfMonth,
  type Day,
  formatDay,
  type Month,
  nameOfMonth,
} from "../rules/day.js";
import type { Guichet } from "../rules/guichet.js";
import { abandonsPayes, etendueAbandons, sectionAbandons } from "./abandons.js";
import { formatAvancement } from "./avancement.js";
import {
  type Changement,
  changementsDitp,
  type ListePrecedente,
  remarquesSur,
} from "./ditp-changements.js";
import { guichetsDeLaListe, ligneEnveloppe, TITRES_ENVELOPPE } from "./ditp-enveloppes.js";
import { type LaureatDitp, laureatsDitp } from "./ditp-lignes.js";
import { manquesDitp } from "./ditp-manques.js";
import { nouveautesDitp } from "./ditp-nouveautes.js";
import { formatEntreprises } from "./entreprises.js";
import { ongletEnvoye } from "./envoi.js";
import { sourceDe } from "./liste.js";
import {
  celluleJour,
  type Etendue,
  ligneEntete,
  moisPrecedent,
  nombre,
  nomPrefecture,
  phraseDuManque,
  section,
  sectionManques,
  somme,
  titres,
} from "./parties.js";
import { type Cellule, cellule, completer, type PlanOnglet } from "./plan.js";
import { totalDe } from "./resume.js";
import type { Suivi } from "./suivi.js";

/** Columns of the list: what the DITP asks for each project, and what identifies it. */
const COLONNES = [
  ["N° dossier", 110],
  ["Guichet", 110],
  ["Collectivité porteuse", 250],
  ["Projet", 250],
  ["Montant financé par le Plan de relance", 120],
  ["Date de fin du projet", 120],
  ["Entreprises bénéficiaires (département du siège)", 260],
  ["État d’avancement", 260],
  ["État au", 110],
  ["Décidé le", 110],
] as const;

const WIDTH = COLONNES.length;

/** Where the tables below the list stand: under columns wide enough. */
const PLACES = [0, 2, 3, 6];

/** Name of the tab of a month's list. @example nomOngletDitp("2021-06") // "DITP 2021-06" */
export function nomOngletDitp(month: Month): string {
  return `DITP ${month}`;
}

/** What a run of the report says of itself. */
export interface ResumeDitp {
  readonly mois: Month;
  readonly dossiers: number;
  readonly laureats: number;
  readonly total: Cents;
  readonly manques: readonly string[];
  readonly nouveautes: number;
  /** What is to be known of the list that this one is compared with. */
  readonly remarques: readonly string[];
}

export interface EntreeDitp {
  readonly mois: Month;
  readonly prefecture: string;
  readonly destinataire: string;
  /** The workbook's own guichet: its envelope is shown even before any grant. */
  readonly guichet: Guichet;
  readonly suivi: Suivi;
  /** Name of the tab, where it is not the month's first one. */
  readonly nom?: string;
  /** The last list that was sent, if one was. */
  readonly precedente?: ListePrecedente;
}

/**
 * The list of lauréats of a month for the DITP (DITP, "Quel suivi ?"), as of the last day of the month:
 * header, one row for each project, totals as formulas, what is missing and where, what is new.
 *
 * @returns the plan of the tab, and figures to tell the user
 */
export function planDitp(entree: EntreeDitp): { plan: PlanOnglet; resume: ResumeDitp } {
  const { mois, suivi } = entree;
  const { last } = boundsOfMonth(mois);
  const laureats = laureatsDitp(suivi, last);
  const manques = manquesDitp(suivi, laureats, last);
  const nouveautes = nouveautesDepuis(entree, laureats, last);
  const payes = abandonsPayes(suivi, last);
  const guichets = guichetsDeLaListe(entree.guichet, laureats, payes);

  const first = HEADER_ROWS + guichets.length + 4;
  const list: Etendue = { first, last: first + laureats.length - 1 };
  const places = { list, abandons: etendueAbandons(list, payes) };
  const rows: (readonly Cellule[])[] = [
    ...enteteDitp(entree, list, last),
    [],
    titres(TITRES_ENVELOPPE),
    ...guichets.map((guichet, index) => ligneEnveloppe(guichet, places, HEADER_ROWS + 3 + index)),
    titres(COLONNES.map(([titre]) => titre)),
    ...laureats.map(ligneLaureat),
    [
      cellule("Total", "total"),
      cellule("", "total"),
      cellule("", "total"),
      cellule("", "total"),
      cellule(somme("E", list), "total_euro"),
    ],
    ...sectionAbandons(payes),
    [],
    ...sectionManques(manques, PLACES),
    [],
    [cellule(`${nouveautes.titre} (${nouveautes.lignes.length})`, "section")],
    ...nouveautes.remarques.map((remarque) => [cellule(remarque, "note")]),
    ...section(
      ["N° dossier", "Collectivité porteuse", "Nouveauté", "Le"],
      nouveautes.lignes.map(({ numero, porteur, quoi, le }) => [
        numero,
        porteur,
        quoi,
        le === undefined ? "" : { jour: le },
      ]),
      PLACES,
    ),
  ];
  return {
    plan: {
      nom: entree.nom ?? nomOngletDitp(mois),
      lignes: rows.map((row) => completer(row, WIDTH)),
      largeurs: COLONNES.map(([, largeur]) => largeur),
      figees: 1,
    },
    resume: {
      mois,
      dossiers: suivi.dossiers.length,
      laureats: laureats.length,
      total: totalDe(laureats),
      manques: manques.map(phraseDuManque),
      nouveautes: nouveautes.lignes.length,
      remarques: nouveautes.remarques,
    },
  };
}

interface Nouveautes {
  readonly titre: string;
  readonly remarques: readonly string[];
  readonly lignes: readonly Changement[];
}

/** What is new since the last list that was sent; since the month before where none can be compared. */
function nouveautesDepuis(
  { suivi, mois, precedente }: EntreeDitp,
  laureats: readonly LaureatDitp[],
  day: Day,
): Nouveautes {
  const changements =
    precedente && precedente.etat !== "absent"
      ? changementsDitp(suivi, laureats, precedente, day)
      : undefined;
  const remarques = precedente ? remarquesSur(precedente, mois) : [];
  if (!precedente || !changements) {
    return {
      titre: `Nouveau depuis ${moisPrecedent(mois)}`,
      remarques:
        precedente && precedente.etat !== "absent"
          ? [
              ...remarques,
              "La liste envoyée n’a plus sa ligne d’en-têtes\u00a0: comparaison impossible.",
            ]
          : remarques,
      lignes: nouveautesDitp(suivi, laureats, mois),
    };
  }
  const { envoi } = precedente;
  const on = envoi.date === undefined ? "" : `, transmis le ${formatDay(envoi.date)}`;
  return {
    titre: `Changements depuis ${quoted(ongletEnvoye(envoi))}${on}`,
    remarques,
    lignes: changements,
  };
}

const HEADER_ROWS = 8;

function enteteDitp(
  { mois, prefecture, destinataire, suivi, guichet }: EntreeDitp,
  list: Etendue,
  day: Day,
): Cellule[][] {
  const guichets = [guichet, ...suivi.dossiers.map((entry) => entry.guichet)];
  const noms = [...new Map(guichets.map(({ id, nom }) => [id, `${id} – ${nom}`])).values()];
  return [
    [cellule(`Lauréats FITN7, axe 3 – ${nameOfMonth(mois)}`, "titre")],
    ligneEntete("Préfecture", cellule(nomPrefecture(prefecture))),
    ligneEntete("Guichet", cellule(noms.join(" ; "))),
    ligneEntete("Mois", cellule(`${nameOfMonth(mois)} (situation au ${formatDay(day)})`)),
    ligneEntete("Destinataire", cellule(destinataire)),
    ligneEntete("Lauréats", nombre(list)),
    ligneEntete("Total accordé", cellule(somme("E", list), "euro")),
    ligneEntete(
      "Source",
      cellule(
        `${sourceDe(SOURCES_RAPPORTS.mensuel)} Dossiers de l’onglet ${quoted(suivi.onglet)}.`,
      ),
    ),
  ];
}

function ligneLaureat(laureat: LaureatDitp): Cellule[] {
  const { numero, porteur, guichet, dossier, fin, entreprises, avancement, decision } = laureat;
  const { montant_accorde, intitule = "" } = dossier.faits;
  return [
    cellule(numero),
    cellule(guichet.id),
    cellule(porteur, "long"),
    cellule(intitule, "long"),
    cellule(montant_accorde === undefined ? "" : eurosOf(montant_accorde), "euro"),
    celluleJour(fin),
    cellule(formatEntreprises(entreprises), "long"),
    cellule(avancement ? formatAvancement(avancement.valeurs) : "", "long"),
    celluleJour(avancement?.valeurs.date),
    celluleJour(decision),
  ];
}

/**
 * The month a report is for by default: until the 15th the month just ended, then the current one.
 *
 * @example moisParDefaut("2021-07-15") // "2021-06"
 */
export function moisParDefaut(today: Day): Month {
  const current = today.slice(0, 7);
  return Number(today.slice(8)) <= 15 ? addMonths(`${current}-01`, -1).slice(0, 7) : current;
}
