import type { Collectivite } from "./collectivites.js";
import { COMPANIES, type Company, type CompanyName } from "./companies.js";
import { PROJECTS, type Project, type Theme } from "./projects.js";
import { addDays, Random } from "./random.js";

/** What became of a dossier; the figure says at which of the two committees. */
export type Fate =
  | "depose"
  | "instruction"
  | "ajourne"
  | "retenu1"
  | "retenu2"
  | "refuse1"
  | "refuse2"
  | "sansSuite"
  | "abandonne";

export interface Progress {
  readonly date: string;
  readonly statut: "Non commencé" | "En cours" | "Bloqué" | "Abandonné" | "Terminé";
  readonly part: number;
  readonly commentaire: string;
}

export interface Payment {
  readonly date: string;
  readonly montant: number;
  readonly nature: "avance" | "acompte" | "solde";
  readonly reference: string;
}

export interface Order {
  readonly company: Company;
  readonly montant: number;
  readonly objet: string;
  readonly date: string;
  /** The référent does not know the head office's département. */
  readonly sansDepartement?: boolean;
  /** Written in the référent's own column rather than in the tab `Entreprises`. */
  readonly dansLaFiche?: boolean;
}

/** The fields whose cell can hold something else than the plain value. */
export type Typed =
  | "cout"
  | "demande"
  | "accorde"
  | "population"
  | "depot"
  | "fin"
  | "decide"
  | "theme"
  | "taux"
  | "etat";

/** A fictitious application. Days are ISO days, amounts euros. */
export interface Dossier extends Project {
  readonly numero: string;
  readonly guichet?: "IDF-ADS";
  readonly porteur: Collectivite;
  readonly theme: Theme;
  readonly cout: number;
  readonly demande: number;
  readonly autres: number;
  readonly communes?: number;
  readonly depot: string;
  readonly fin?: string;
  readonly fate: Fate;
  readonly decide?: string;
  readonly accorde?: number;
  readonly exception?: string;
  readonly notifie?: string;
  readonly conventionne?: string;
  readonly engage?: string;
  readonly abandon?: string;
  readonly orders: readonly Order[];
  readonly progress: readonly Progress[];
  readonly payments: readonly Payment[];
  readonly relance?: string;
  readonly commentaire?: string;
  /** What the référent typed instead of the plain value. */
  readonly typed: Partial<Record<Typed, string | number>>;
}

/** What is said of a dossier; the rest is filled in. */
export interface Draft
  extends Partial<Omit<Dossier, "porteur" | "theme" | "cout" | "fate" | "orders">> {
  readonly porteur: Collectivite;
  readonly theme: Theme;
  readonly cout: number;
  readonly fate: Fate;
  readonly entreprises?: readonly CompanyName[];
  readonly sansDepartement?: boolean;
  readonly dansLaFiche?: boolean;
}

/** The calendar and rates of a préfecture. */
export interface Territory {
  readonly seed: number;
  readonly firstNumber: number;
  readonly filing: readonly [from: string, to: string];
  readonly committees: readonly [first: string, second: string];
  readonly companies: readonly CompanyName[];
  /** The highest rate that the guichet gives: an approximation good enough for plausible amounts. */
  readonly rate: (porteur: Collectivite, theme: Theme) => number;
}

const decided = (fate: Fate) =>
  /1$/.test(fate) || fate === "abandonne" ? 0 : /2$/.test(fate) ? 1 : undefined;

/** A progress entry of a lauréat of the first committee: those of the second have just been told. */
function drawProgress(decide: string, random: Random): Progress[] {
  if (random.next() < 0.4) return [];
  const part = random.pick([0.05, 0.1, 0.2, 0.3]);
  return [
    {
      date: addDays(decide, random.integer(10, 35)),
      statut: part > 0.05 ? "En cours" : "Non commencé",
      part,
      commentaire: random.pick([
        "Point téléphonique.",
        "Premier comité de pilotage.",
        "Devis signé.",
      ]),
    },
  ];
}

/** Completes a draft: what is not said is drawn. */
function completeDossier(
  draft: Draft,
  rank: number,
  territory: Territory,
  random: Random,
): Dossier {
  const { entreprises, sansDepartement, dansLaFiche, ...said } = draft;
  const project = random.pick(PROJECTS[draft.theme]);
  const rate = Math.min(
    territory.rate(draft.porteur, draft.theme),
    random.pick([0.5, 0.6, 0.7, 0.8, 0.8, 1]),
  );
  const demande = draft.demande ?? Math.floor((draft.cout * rate) / 100) * 100;
  const committee = decided(draft.fate);
  const decide =
    draft.decide ?? (committee === undefined ? undefined : territory.committees[committee]);
  const laureat = /^(retenu|abandonne)/.test(draft.fate);
  const accorde = laureat
    ? Math.floor((demande * random.pick([0.8, 0.9, 1])) / 100) * 100
    : undefined;
  const early = draft.fate === "retenu1";
  const depot =
    draft.depot ??
    random.day(
      territory.filing[0],
      committee === 0 ? addDays(territory.committees[0], -14) : territory.filing[1],
    );
  const chosen = entreprises ?? (laureat ? [random.pick(territory.companies)] : []);
  return {
    ...project,
    numero: String(territory.firstNumber + rank * 137),
    demande,
    autres: 0,
    depot,
    fin: random.day("2021-10-01", "2022-10-15"),
    decide,
    accorde,
    notifie: laureat && early && decide ? addDays(decide, 6) : undefined,
    conventionne: early && decide && random.next() < 0.7 ? addDays(decide, 15) : undefined,
    progress: early && decide ? drawProgress(decide, random) : [],
    payments: [],
    typed: {},
    ...said,
    orders: chosen.map((name, index) => ({
      company: COMPANIES[name],
      montant: Math.floor((draft.cout * 0.8) / chosen.length / 100) * 100,
      objet: index === 0 ? "Prestation principale" : "Prestation complémentaire",
      date: addDays(decide ?? depot, 10),
      sansDepartement,
      dansLaFiche: dansLaFiche ?? random.next() < 0.3,
    })),
  };
}

/** All the dossiers of a territory, in the order in which they were noted. */
export function completeDossiers(drafts: readonly Draft[], territory: Territory): Dossier[] {
  const random = new Random(territory.seed);
  return drafts.map((draft, index) => completeDossier(draft, index, territory, random));
}
