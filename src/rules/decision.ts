import type { Avis } from "./avis.js";
import type { Cents } from "./cents.js";
import { montantPourTaux, tauxRetenu } from "./decision-montant.js";
import type { Etat } from "./etat.js";
import type { GuichetId } from "./guichet.js";
import type { Chiffre, Issue } from "./motif.js";
import type { Points } from "./points.js";

/** Bounds of a decision, in numbers: whoever types it and whoever records it check the same ones. */
export interface CadreDecision {
  readonly guichet: GuichetId;
  readonly issue: Issue;
  readonly etat?: Etat;
  /** Base of the rate; `undefined` where the amount has no rate or the cost is unknown. */
  readonly base?: Cents;
  readonly cout?: Cents;
  readonly demande?: Cents;
  readonly autres?: Cents;
  /** The collectivités' share of the cost, where only that can be funded (3d). */
  readonly part?: Cents;
  /** `indicatif`: the minimum is our reading of the document, so that a lower rate is a warning. */
  readonly taux?: { readonly min?: Points; readonly indicatif?: true; readonly max: Points };
  /** Higher rate that an exception opens, and where it comes from. */
  readonly exception?: { readonly max: Points; readonly source: string };
  readonly plafond?: Cents;
  readonly plafondException?: Cents;
  /** Recommended flat rate: shown, never enforced. */
  readonly forfait?: Cents;
  readonly sourceTaux: string;
  /** The envelope without this dossier. */
  readonly enveloppe?: {
    readonly total: Cents;
    readonly consomme: Cents;
    readonly source: string;
  };
}

/** A decision as typed. */
export interface SaisieDecision {
  readonly avis: Avis;
  readonly montant?: Cents;
  readonly taux?: Points;
  readonly exception: boolean;
  readonly motifException: string;
  readonly motif: string;
  readonly conditions: string;
  /** Reason for a favourable opinion on an ineligible dossier; stays visible in `Motif`. */
  readonly derogation: string;
}

/** Stable codes of what a check of a decision may find. */
const CODES_DECISION = [
  "MONTANT_ABSENT",
  "PLAFOND",
  "TAUX_BAS",
  "DEMANDE",
  "RESTE_A_FINANCER",
  "PART_COLLECTIVITES",
  "ENVELOPPE",
  "EXCEPTION_NON_PREVUE",
  "EXCEPTION_SANS_MOTIF",
  "MOTIF_ABSENT",
  "DEROGATION_ABSENTE",
  "DEROGATION",
  "A_VERIFIER",
  "TAUX_INDICATIF",
  "PLAFOND_INCONNU",
  "DEMANDE_INCONNUE",
  "ENVELOPPE_INCONNUE",
  "EXCEPTION_INUTILE",
] as const;

export type CodeDecision = (typeof CODES_DECISION)[number];

/** Something found: a code, the figures, where the rule comes from. */
export interface Constat {
  readonly code: CodeDecision;
  readonly chiffres: Readonly<Record<string, Chiffre>>;
  readonly source?: string;
}

/** The envelope around a decision. */
export interface EffetEnveloppe {
  readonly total: Cents;
  /** Granted, this dossier apart. */
  readonly avant: Cents;
  readonly apres: Cents;
  /** What is left after the decision; below zero where it goes over. */
  readonly reste: Cents;
}

export interface ControleDecision {
  /** Why the decision can't be recorded; none: it can. */
  readonly refus: readonly Constat[];
  readonly avertissements: readonly Constat[];
  /** What is granted: zero unless favourable. */
  readonly montant: Cents;
  /** The rate recorded with the amount. */
  readonly taux?: Points;
  readonly enveloppe?: EffetEnveloppe;
}

const constat = (
  code: CodeDecision,
  chiffres: Readonly<Record<string, Chiffre>> = {},
  source?: string,
): Constat => (source === undefined ? { code, chiffres } : { code, chiffres, source });

const euros = (value: Cents): Chiffre => ({ euros: value });

/**
 * Checks a decision as typed against everything that bounds it. A refusal is a value with its figures;
 * every reason is given, not the first.
 *
 * @returns refusals and warnings, what is granted, and the envelope before and after
 * @example verifierDecision(cadre, { ...saisie, montant: 8_000_001 }).refus[0]?.code // "PLAFOND"
 */
export function verifierDecision(cadre: CadreDecision, saisie: SaisieDecision): ControleDecision {
  const favorable = saisie.avis === "favorable";
  const montant = favorable ? (saisie.montant ?? 0) : 0;
  const taux = montant > 0 ? tauxRetenu(cadre.base, montant, saisie.taux) : undefined;
  const enveloppe = effetEnveloppe(cadre, montant);
  const found = favorable
    ? verifierFavorable(cadre, saisie, montant, enveloppe)
    : { refus: verifierMotif(saisie), avertissements: [] };
  return {
    ...found,
    montant,
    ...(taux !== undefined && { taux }),
    ...(enveloppe && { enveloppe }),
  };
}

type Constats = Pick<ControleDecision, "refus" | "avertissements">;

function verifierFavorable(
  cadre: CadreDecision,
  saisie: SaisieDecision,
  montant: Cents,
  enveloppe: EffetEnveloppe | undefined,
): Constats {
  const bas = verifierMinimum(cadre, montant);
  const indicatif = cadre.taux?.indicatif === true;
  return {
    refus: [
      ...(montant > 0 ? [] : [constat("MONTANT_ABSENT")]),
      ...verifierPlafond(cadre, saisie, montant),
      ...(indicatif ? [] : bas),
      ...verifierBornes(cadre, montant),
      ...verifierException(cadre, saisie),
      ...(cadre.issue === "Inéligible" && isBlank(saisie.derogation)
        ? [constat("DEROGATION_ABSENTE")]
        : []),
      ...verifierEnveloppe(cadre, montant, enveloppe),
    ],
    avertissements: [...(indicatif ? bas : []), ...avertir(cadre, saisie, montant)],
  };
}

/** A reason is owed to whoever is turned down or put off. */
function verifierMotif({ avis, motif }: SaisieDecision): readonly Constat[] {
  return isBlank(motif) ? [constat("MOTIF_ABSENT", { avis: { texte: avis } })] : [];
}

/** The exception in force: asked for, and provided for. */
function isExceptional({ exception }: CadreDecision, saisie: SaisieDecision): boolean {
  return saisie.exception && exception !== undefined;
}

function verifierPlafond(
  cadre: CadreDecision,
  saisie: SaisieDecision,
  montant: Cents,
): readonly Constat[] {
  const exceptional = isExceptional(cadre, saisie);
  const plafond = exceptional ? cadre.plafondException : cadre.plafond;
  if (plafond === undefined || montant <= plafond) return [];
  const max = exceptional ? cadre.exception?.max : cadre.taux?.max;
  const source = exceptional ? cadre.exception?.source : cadre.sourceTaux;
  return [
    constat(
      "PLAFOND",
      {
        montant: euros(montant),
        plafond: euros(plafond),
        ...(max !== undefined && { max: { points: max } }),
      },
      source,
    ),
  ];
}

/** The minimum rate, compared by amounts so that no rounding of a rate decides. */
function verifierMinimum(cadre: CadreDecision, montant: Cents): readonly Constat[] {
  const min = cadre.taux?.min;
  if (min === undefined || montant <= 0) return [];
  const plancher = montantPourTaux(cadre.base, min);
  if (plancher === undefined || montant >= plancher) return [];
  return [
    constat(
      cadre.taux?.indicatif ? "TAUX_INDICATIF" : "TAUX_BAS",
      { montant: euros(montant), plancher: euros(plancher), min: { points: min } },
      cadre.sourceTaux,
    ),
  ];
}

function verifierBornes(cadre: CadreDecision, montant: Cents): readonly Constat[] {
  const { demande, cout, autres = 0, part } = cadre;
  const reste = cout === undefined ? undefined : Math.max(0, cout - autres);
  return [
    ...(demande !== undefined && montant > demande
      ? [constat("DEMANDE", { montant: euros(montant), demande: euros(demande) })]
      : []),
    ...(cout !== undefined && reste !== undefined && montant > reste
      ? [
          constat("RESTE_A_FINANCER", {
            montant: euros(montant),
            reste: euros(reste),
            cout: euros(cout),
            autres: euros(autres),
          }),
        ]
      : []),
    ...(part !== undefined && montant > part
      ? [constat("PART_COLLECTIVITES", { montant: euros(montant), part: euros(part) })]
      : []),
  ];
}

function verifierException(cadre: CadreDecision, saisie: SaisieDecision): readonly Constat[] {
  if (!saisie.exception) return [];
  if (!cadre.exception) return [constat("EXCEPTION_NON_PREVUE", {}, cadre.sourceTaux)];
  if (!isBlank(saisie.motifException)) return [];
  return [
    constat(
      "EXCEPTION_SANS_MOTIF",
      { max: { points: cadre.exception.max } },
      cadre.exception.source,
    ),
  ];
}

function effetEnveloppe({ enveloppe }: CadreDecision, montant: Cents): EffetEnveloppe | undefined {
  if (!enveloppe) return undefined;
  const { total, consomme } = enveloppe;
  const apres = consomme + montant;
  return { total, avant: consomme, apres, reste: total - apres };
}

function verifierEnveloppe(
  cadre: CadreDecision,
  montant: Cents,
  effet: EffetEnveloppe | undefined,
): readonly Constat[] {
  if (!effet || montant <= 0 || effet.reste >= 0) return [];
  return [
    constat(
      "ENVELOPPE",
      {
        montant: euros(montant),
        reste: euros(Math.max(0, effet.total - effet.avant)),
        total: euros(effet.total),
        consomme: euros(effet.avant),
        depassement: euros(-effet.reste),
      },
      cadre.enveloppe?.source,
    ),
  ];
}

function avertir(cadre: CadreDecision, saisie: SaisieDecision, montant: Cents): readonly Constat[] {
  const useless =
    isExceptional(cadre, saisie) && cadre.plafond !== undefined && montant <= cadre.plafond;
  return [
    ...(cadre.issue === "Inéligible" && !isBlank(saisie.derogation) ? [constat("DEROGATION")] : []),
    ...(cadre.issue === "À vérifier" ? [constat("A_VERIFIER")] : []),
    ...(cadre.plafond === undefined ? [constat("PLAFOND_INCONNU")] : []),
    ...(cadre.demande === undefined ? [constat("DEMANDE_INCONNUE")] : []),
    ...(cadre.enveloppe === undefined ? [constat("ENVELOPPE_INCONNUE")] : []),
    ...(useless
      ? [constat("EXCEPTION_INUTILE", { plafond: euros(cadre.plafond ?? 0) }, cadre.sourceTaux)]
      : []),
  ];
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
