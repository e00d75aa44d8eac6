import type { Parametres } from "../dossiers/parametres.js";
import { quoted } from "../dossiers/text.js";
import type { Champ } from "../rules/dossier.js";
import {
  ambiguites,
  champsManquants,
  type OngletDossiers,
  ongletDesDossiers,
} from "./lire-suivi.js";
import { lireParametres } from "./parametres.js";
import { type Classeur, type Refus, refus } from "./ports.js";
import { titresDe } from "./titres.js";

/** What a column is for that an action does better with, where its title leaves it open. */
const USAGES = {
  avis_propose: "l’avis que vous proposez au comité",
  communes: "leur nombre, dont dépend le montant",
  date_convention: "le jour de la convention",
  date_decision: "le jour de la décision, qui range un lauréat dans son mois",
  date_engagement: "le jour où les crédits sont engagés",
  demande: "la somme demandée",
  depot: "le jour du dépôt",
  fin: "la fin prévue du projet",
  intitule: "le nom du projet",
  montant_accorde: "la somme accordée",
  montant_propose: "la somme que vous proposez",
  reference_decision: "la référence de l’acte attributif",
  siret: "l’identifiant du bénéficiaire",
  theme: "pour compter par thème",
} as const satisfies Partial<Record<Champ, string>>;

type ChampUtile = keyof typeof USAGES;

/** Fields that an action reads in the référent's tab. */
export interface ColonnesRequises {
  /** Without these it can do nothing. */
  readonly indispensables: readonly Champ[];
  /** Without these what it makes has gaps, that it names. */
  readonly utiles?: readonly ChampUtile[];
}

/** Columns that an action needs and the référent's tab lacks: added at its right after asking. */
export interface ColonnesManquantes {
  readonly kind: "colonnes";
  readonly champs: readonly Champ[];
  /** Which they are, what for, and what happens without them, in French; whoever shows it asks. */
  readonly message: string;
}

/** The référent's tab with the columns that an action needs, and the settings. */
export interface OngletPret {
  readonly kind: "pret";
  readonly parametres: Parametres;
  readonly onglet: OngletDossiers;
}

/**
 * Reads the settings and the référent's tab for an action. Refused where there is no such tab, or where two
 * columns claim one that the action can't do without.
 *
 * @param telQuel useful columns were offered already, and declined
 * @returns the tab, or the columns to offer
 * @example ouvrirOnglet(classeur, { indispensables: ["numero"], utiles: ["fin"] })
 */
export function ouvrirOnglet(
  classeur: Classeur,
  requises: ColonnesRequises,
  telQuel = false,
): OngletPret | ColonnesManquantes | Refus {
  const { parametres } = lireParametres(classeur);
  const onglet = ongletDesDossiers(classeur, parametres);
  if ("kind" in onglet) return onglet;
  return colonnesManquantes(onglet, requises, telQuel) ?? { kind: "pret", parametres, onglet };
}

/** The columns an action needs and the tab lacks; nothing where it may go on. */
export function colonnesManquantes(
  onglet: OngletDossiers,
  { indispensables, utiles = [] }: ColonnesRequises,
  telQuel = false,
): ColonnesManquantes | Refus | undefined {
  const ambigues = colonnesAmbigues(onglet, indispensables);
  if (ambigues) return ambigues;
  const missing = champsManquants(onglet, indispensables);
  const useful = champsManquants(onglet, utiles);
  if (missing.length === 0 && (useful.length === 0 || telQuel)) return undefined;
  const nom = `L’onglet ${quoted(onglet.nom)}`;
  const parts = [
    ...(missing.length > 0
      ? [
          `${nom} n’a pas de colonne ${titresDe(missing)}\u00a0: ${sansElles(missing)}, rien ne peut être fait.`,
        ]
      : []),
    ...(useful.length > 0
      ? [
          `${missing.length > 0 ? "Il n’a pas non plus" : `${nom} n’a pas`} de colonne ${avecUsages(useful)}\u00a0: ${sansElles(useful)}, le résultat sera incomplet et dira ce qui manque.`,
        ]
      : []),
  ];
  const champs = [...missing, ...useful];
  return { kind: "colonnes", champs, message: [...parts, conseilTitre(champs)].join(" ") };
}

/** What to do where the columns asked for are there under other titles, in French. */
export function conseilTitre({ length }: readonly Champ[]): string {
  const held = length > 1 ? "l’une de ces informations" : "cette information";
  return `Si vous tenez déjà ${held} sous un autre titre, donnez plutôt ce titre à votre colonne.`;
}

const sansElles = ({ length }: readonly Champ[]) => (length > 1 ? "sans elles" : "sans elle");

/** @example avecUsages(["fin"]) // "« Date de fin » (la fin prévue du projet)" */
function avecUsages(champs: readonly ChampUtile[]): string {
  return champs.map((champ) => `${titresDe([champ])} (${USAGES[champ]})`).join(", ");
}

/** Refuses an action where two columns claim a field that it can't do without; nothing where none do. */
export function colonnesAmbigues(
  onglet: OngletDossiers,
  indispensables: readonly Champ[],
): Refus | undefined {
  return onglet.entetes.ambigus.some(({ champ }) => indispensables.includes(champ))
    ? refus(ambiguites(onglet).join("\n"))
    : undefined;
}
