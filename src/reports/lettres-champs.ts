import { formatEuros } from "../rules/cents.js";
import { coutDeBase } from "../rules/chiffrage.js";
import type { LastDay } from "../rules/citation.js";
import { type Day, dayBefore, formatLetterDay } from "../rules/day.js";
import { montantEnLettres } from "../rules/montant-en-lettres.js";
import { formatPoints } from "../rules/points.js";
import type { ComiteTenu } from "./releve-comite.js";
import type { Decision } from "./releve-decisions.js";

/** What every letter of a committee may say. */
export interface ContexteLettre {
  readonly prefecture: string;
  readonly comite: ComiteTenu;
  /** Day of the letter. */
  readonly date: Day;
}

/** A value, nothing where it is missing, or why the letter does without it. */
export type Valeur = string | undefined | { readonly sans: string };

/** A merge field: what it stands for, and its value. */
export interface ChampLettre<T> {
  readonly aide: string;
  /** Where it is empty, its paragraph is left out instead of being a gap. */
  readonly facultatif?: true;
  readonly valeur: (sujet: T, contexte: ContexteLettre) => Valeur;
}

type Champs<T> = Readonly<Record<string, ChampLettre<T>>>;

const COMMUNS = {
  prefecture: {
    aide: "nom de la préfecture (clé prefecture des Paramètres)",
    valeur: (_, { prefecture }) => prefecture || undefined,
  },
  comite: { aide: "nom du comité", valeur: (_, { comite }) => comite.nom || undefined },
  date_comite: { aide: "date du comité", valeur: (_, { comite }) => formatLetterDay(comite.date) },
  date_lettre: { aide: "date de la lettre", valeur: (_, { date }) => formatLetterDay(date) },
} as const satisfies Champs<unknown>;

const euros = (cents: number | undefined) => (cents === undefined ? undefined : formatEuros(cents));

/** Fields of a letter to one lauréat. */
export const CHAMPS_NOTIFICATION: Champs<Decision> = {
  ...COMMUNS,
  numero: { aide: "numéro du dossier", valeur: ({ dossier: { faits } }) => faits.numero },
  porteur: { aide: "collectivité porteuse", valeur: ({ dossier: { faits } }) => faits.porteur },
  intitule: { aide: "intitulé du projet", valeur: ({ dossier: { faits } }) => faits.intitule },
  contact: {
    aide: "contact de la collectivité",
    facultatif: true,
    valeur: ({ dossier: { faits } }) => faits.contact,
  },
  guichet: { aide: "nom du guichet", valeur: ({ guichet }) => guichet.nom },
  theme: {
    aide: "thème, dans les mots du guichet",
    valeur: ({ themeLibelle }) => themeLibelle || undefined,
  },
  cout: {
    aide: "coût sur lequel porte le taux (celui du lot, s’il y en a un)",
    valeur: ({ dossier: { faits }, guichet }) => euros(coutDeBase(guichet, faits)),
  },
  demande: {
    aide: "subvention demandée",
    valeur: ({ dossier: { faits } }) => euros(faits.demande),
  },
  montant: {
    aide: "montant accordé, en chiffres",
    valeur: ({ dossier: { faits } }) => euros(faits.montant_accorde),
  },
  montant_lettres: {
    aide: "montant accordé, en lettres",
    valeur: ({ dossier: { faits } }) =>
      faits.montant_accorde === undefined ? undefined : montantEnLettres(faits.montant_accorde),
  },
  taux: {
    aide: "taux accordé",
    valeur: ({ taux, guichet }) =>
      guichet.ads
        ? { sans: `${guichet.id} fixe un montant, sans taux` }
        : taux === undefined
          ? undefined
          : formatPoints(taux),
  },
  conditions: {
    aide: "conditions de la décision",
    facultatif: true,
    valeur: ({ dossier: { faits } }) => faits.conditions,
  },
  echeances: {
    aide: "délais que fixe le guichet",
    valeur: delais,
  },
  fin: {
    aide: "date de fin prévue du projet",
    valeur: ({ dossier: { faits } }) =>
      faits.fin === undefined ? undefined : formatLetterDay(faits.fin),
  },
};

/** Fields of the letter to all those that were not retained. */
export const CHAMPS_NON_RETENUS: Champs<readonly Decision[]> = {
  ...COMMUNS,
  nombre: { aide: "nombre de dossiers non retenus", valeur: (dossiers) => String(dossiers.length) },
  dossiers: {
    aide: "liste des dossiers non retenus, un par ligne",
    valeur: (dossiers) => dossiers.map(designation).join("\n"),
  },
  dossiers_motifs: {
    aide: "la même liste, chacun avec son motif",
    valeur: (dossiers) =>
      dossiers.every(({ dossier: { faits } }) => faits.motif !== undefined)
        ? dossiers
            .map((decision) => `${designation(decision)}\u00a0: ${decision.dossier.faits.motif}`)
            .join("\n")
        : undefined,
  },
};

function designation({ dossier: { faits } }: Decision): string {
  const { numero = "sans numéro", porteur = "collectivité non renseignée", intitule } = faits;
  const project = intitule === undefined ? "" : `, «\u00a0${intitule}\u00a0»`;
  return `– dossier n°\u00a0${numero}, ${porteur}${project}`;
}

/** The last days and delays of a guichet, as a letter says them; the préfecture's settings count. */
function delais({ guichet, theme }: Decision): Valeur {
  const { creditsEngages, achevement, effet, resultats, id } = guichet;
  const parts = [
    creditsEngages && `crédits engagés au plus tard le ${lastDay(creditsEngages)}`,
    achevement && `projet achevé au plus tard le ${lastDay(achevement)}`,
    effet && `effet concret sous ${effet.value} mois`,
    resultats && theme !== "3d" && `résultats tangibles avant la fin de ${resultats.value}`,
  ].filter((part): part is string => typeof part === "string");
  return parts.length > 0 ? parts.join("\u00a0; ") : { sans: `${id} ne fixe aucun délai` };
}

const lastDay = ({ value, strict }: LastDay) => formatLetterDay(strict ? dayBefore(value) : value);
