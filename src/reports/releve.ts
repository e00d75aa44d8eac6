import type { Cents } from "../rules/cents.js";
import { formatDay } from "../rules/day.js";
import {
  type Etendue,
  isVide,
  ligneEntete,
  nombre,
  nomPrefecture,
  somme,
  titres,
} from "./parties.js";
import { type Cellule, cellule, completer, type PlanOnglet } from "./plan.js";
import { type ComiteTenu, dossiersDuComite } from "./releve-comite.js";
import { type Decision, decisionDe, type Sens } from "./releve-decisions.js";
import { enveloppesAvant, ligneEnveloppeReleve, TITRES_ENVELOPPES } from "./releve-enveloppes.js";
import {
  COLONNES_ACCORD,
  COLONNES_DOSSIER,
  ligneAccord,
  ligneDossier,
  lignes,
  lignesManques,
  ligneTotal,
  manquesDesDecisions,
} from "./releve-lignes.js";
import { totalDe } from "./resume.js";
import type { Suivi } from "./suivi.js";

const COLONNES = [...COLONNES_DOSSIER, ...COLONNES_ACCORD];

/** The other sections: what became of the dossiers, and the title of the reason. */
const SECTIONS: readonly (readonly [sens: Sens, titre: string, motif: string])[] = [
  ["defavorable", "Avis défavorables", "Motif"],
  ["ajourne", "Dossiers ajournés", "Motif de l’ajournement"],
  ["sans_suite", "Dossiers classés sans suite", "Motif"],
  ["sans_decision", "Dossiers inscrits, sans décision", "Motif"],
];

export interface EntreeReleve {
  /** Name of the tab to make. */
  readonly nom: string;
  readonly comite: ComiteTenu;
  readonly prefecture: string;
  /** When each guichet's decisions are to be notified, in French. */
  readonly notification: readonly string[];
  readonly suivi: Suivi;
}

/** What a run of the record says of itself. */
export interface ResumeReleve {
  readonly dossiers: number;
  readonly compte: Readonly<Record<Sens, number>>;
  readonly total: Cents;
  readonly manques: readonly string[];
}

/**
 * The record of a committee's decisions: attendance, what was granted with amount, rate and conditions,
 * what was refused or adjourned and why, the exceptions and derogations, the envelope before and after.
 * Totals are formulas.
 *
 * @returns the plan of the tab, and figures to tell the user
 */
export function planReleve(entree: EntreeReleve): { plan: PlanOnglet; resume: ResumeReleve } {
  const { comite, suivi, nom } = entree;
  const decisions = dossiersDuComite(suivi, comite).map((entry) => decisionDe(entry, comite.date));
  const of = (sens: Sens) => decisions.filter((decision) => decision.sens === sens);
  const favorables = of("favorable");
  const enveloppes = enveloppesAvant(suivi, decisions, comite.date);
  const manques = [...manquesPresence(comite), ...manquesDesDecisions(decisions)];

  const header = enTete(entree);
  const envelopeAt = header.length + FIGURES + 3;
  const first = envelopeAt + enveloppes.length + 3;
  const list: Etendue = { first, last: first + favorables.length - 1 };
  const rows: Cellule[][] = [
    ...header,
    ligneEntete("Lauréats", nombre(list)),
    ligneEntete("Total accordé", cellule(somme("H", list), "euro")),
    ligneEntete("Dossiers inscrits", cellule(decisions.length, "entier")),
    [],
    titres(TITRES_ENVELOPPES),
    ...enveloppes.map((enveloppe, index) =>
      ligneEnveloppeReleve(enveloppe, accordeSous(list, envelopeAt + index), envelopeAt + index),
    ),
    [],
    [cellule(`Avis favorables (${favorables.length})`, "section")],
    titres(COLONNES.map(([titre]) => titre)),
    ...favorables.map(ligneAccord),
    ligneTotal(list),
    ...SECTIONS.flatMap(([sens, titre, motif]) => section(titre, motif, of(sens))),
    ...lignesManques(manques),
  ];
  return {
    plan: {
      nom,
      lignes: rows.map((row) => completer(row, COLONNES.length)),
      largeurs: COLONNES.map(([, largeur]) => largeur),
      figees: 1,
    },
    resume: {
      dossiers: decisions.length,
      compte: {
        favorable: favorables.length,
        defavorable: of("defavorable").length,
        ajourne: of("ajourne").length,
        sans_suite: of("sans_suite").length,
        sans_decision: of("sans_decision").length,
      },
      total: totalDe(favorables),
      manques,
    },
  };
}

/** Rows of figures between the header and the envelopes. */
const FIGURES = 3;

/** What the list grants under the guichet of a row, without `=`. */
function accordeSous(list: Etendue, row: number): string {
  const { first, last } = list;
  return isVide(list) ? "0" : `SUMIFS(H${first}:H${last};B${first}:B${last};A${row})`;
}

/** Names of those present: one on each line or between semicolons. */
function noms(text: string): readonly string[] {
  return text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

const A_RENSEIGNER = "non renseignés (onglet «\u00a0Comités\u00a0»)";

function enTete({ comite, prefecture, notification }: EntreeReleve): Cellule[][] {
  const presents = noms(comite.presents);
  const titre = comite.nom === "" ? "" : ` – ${comite.nom}`;
  return [
    [cellule(`Relevé de décisions du ${formatDay(comite.date)}${titre}`, "titre")],
    ligneEntete("Préfecture", cellule(nomPrefecture(prefecture))),
    ligneEntete("Date", cellule({ jour: comite.date }, "jour")),
    ...lignes("Présents", presents.length > 0 ? presents : [A_RENSEIGNER]),
    ...lignes("Votes", noms(comite.votes)),
    ...lignes("Notification", notification),
  ];
}

/** Dossiers that were not granted, with the reason; nothing where there are none. */
function section(titre: string, motif: string, decisions: readonly Decision[]): Cellule[][] {
  if (decisions.length === 0) return [];
  const gap = (style: "entete" | "texte") => [cellule("", style), cellule("", style)];
  return [
    [],
    [cellule(`${titre} (${decisions.length})`, "section")],
    [
      ...COLONNES_DOSSIER.map(([libelle]) => cellule(libelle, "entete")),
      ...gap("entete"),
      cellule(motif, "entete"),
    ],
    ...decisions.map((decision) => [
      ...ligneDossier(decision),
      ...gap("texte"),
      cellule(decision.dossier.faits.motif ?? "", "long"),
    ]),
  ];
}

function manquesPresence({ nom, date, presents }: ComiteTenu): readonly string[] {
  if (nom === "") {
    return [`Aucun comité du ${formatDay(date)} dans l’onglet «\u00a0Comités\u00a0».`];
  }
  return presents === ""
    ? [`Présents non renseignés pour ${nom} (onglet «\u00a0Comités\u00a0»).`]
    : [];
}
