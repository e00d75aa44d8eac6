import type { Cents } from "./cents.js";
import type { Day } from "./day.js";
import type { Champ, Faits } from "./dossier.js";
import { ETATS_LAUREAT, type Etat, isLaureat } from "./etat.js";

/** States that follow the decision, in order; a dossier may also be abandoned at any time. */
export const ETATS_SUITE = ["Notifié", "Conventionné", "Engagé", "Payé", "Soldé"] as const;

export type EtatSuite = (typeof ETATS_SUITE)[number] | "Abandonné";

/** The field that keeps the day of a state; that of `Payé` is the payments' own. */
export const DATES_ETATS = {
  Retenu: "date_decision",
  Notifié: "date_notification",
  Conventionné: "date_convention",
  Engagé: "date_engagement",
  Soldé: "date_solde",
  Abandonné: "date_abandon",
} as const satisfies Partial<Record<Etat, Champ>>;

/** A payment that was made. */
export interface Paiement {
  readonly date?: Day;
  readonly montant?: Cents;
}

/** A dossier that is to go to another state. */
export interface DemandeSuite {
  readonly faits: Faits;
  readonly paiements: readonly Paiement[];
  /** The day it was decided, as far as it is known: its own date, else its committee's. */
  readonly decision: Day | undefined;
  readonly vers: EtatSuite;
  /** The day of the new state; not asked for `Payé`. */
  readonly jour: Day | undefined;
  readonly aujourdhui: Day;
}

/** Why a dossier can't go to a state, with the figures. */
export type RefusSuite =
  | { readonly code: "PAS_LAUREAT"; readonly etat: Etat | undefined; readonly vers: EtatSuite }
  | { readonly code: "DEJA"; readonly etat: Etat; readonly jour: Day | undefined }
  | {
      readonly code: "ORDRE";
      readonly etat: Etat;
      readonly vers: EtatSuite;
      readonly suivant: EtatSuite | undefined;
    }
  | { readonly code: "SANS_DATE"; readonly vers: EtatSuite }
  | {
      readonly code: "FUTUR";
      readonly vers: EtatSuite;
      readonly jour: Day;
      readonly aujourdhui: Day;
    }
  | {
      readonly code: "AVANT";
      readonly vers: EtatSuite;
      readonly jour: Day;
      readonly precedent: Etat;
      readonly depuis: Day;
    }
  | { readonly code: "SANS_MONTANT"; readonly vers: EtatSuite }
  | { readonly code: "SANS_PAIEMENT"; readonly aujourdhui: Day };

/** What is worth knowing of a change that is made all the same. */
export type AvisSuite =
  | { readonly code: "DATE_PRECEDENTE_ABSENTE"; readonly precedent: Etat }
  | { readonly code: "PAYE_ECART"; readonly paye: Cents; readonly accorde: Cents };

export type Suite =
  | {
      readonly kind: "permis";
      readonly etat: EtatSuite;
      readonly jour: Day;
      /** Where the day is kept; nothing for `Payé`. */
      readonly champ: Champ | undefined;
      readonly avis: readonly AvisSuite[];
    }
  | { readonly kind: "refus"; readonly refus: RefusSuite };

const refuse = (refus: RefusSuite): Suite => ({ kind: "refus", refus });

/** The state that follows one; `undefined` after the last, or where the dossier is no lauréat. @example suivant("Retenu") // "Notifié" */
export function suivant(etat: Etat | undefined): (typeof ETATS_SUITE)[number] | undefined {
  const index = (ETATS_LAUREAT as readonly (Etat | undefined)[]).indexOf(etat);
  return index < 0 ? undefined : ETATS_SUITE[index];
}

/**
 * Whether a dossier may go to a state on a day: only to the next one in order, not before the day of any
 * state it already has, not later than today. An abandonment comes at any time after the decision.
 *
 * @example transition({ faits: { etat: "Retenu" }, vers: "Engagé", … }) // refused: next is "Notifié"
 */
export function transition(demande: DemandeSuite): Suite {
  const { faits, vers, aujourdhui } = demande;
  const { etat } = faits;
  const wrong = wrongState(etat, vers, demande);
  if (wrong) return refuse(wrong);
  if (vers !== "Abandonné" && !(faits.montant_accorde && faits.montant_accorde > 0)) {
    return refuse({ code: "SANS_MONTANT", vers });
  }
  const made = demande.paiements.filter(({ date }) => date !== undefined && date <= aujourdhui);
  const days = made.flatMap(({ date }) => date ?? []).sort();
  if (vers === "Payé" && days.length === 0) return refuse({ code: "SANS_PAIEMENT", aujourdhui });
  const jour = vers === "Payé" ? days[0] : demande.jour;
  if (jour === undefined) return refuse({ code: "SANS_DATE", vers });
  if (jour > aujourdhui) return refuse({ code: "FUTUR", vers, jour, aujourdhui });
  const latest = latestOf(demande, vers === "Soldé" ? days[days.length - 1] : undefined);
  if (latest && jour < latest.depuis) return refuse({ code: "AVANT", vers, jour, ...latest });
  return {
    kind: "permis",
    etat: vers,
    jour,
    champ: vers === "Payé" ? undefined : DATES_ETATS[vers],
    avis: [...missingBefore(demande), ...gapOfPayments(demande, made)],
  };
}

function wrongState(
  etat: Etat | undefined,
  vers: EtatSuite,
  { faits }: DemandeSuite,
): RefusSuite | undefined {
  if (etat !== undefined && etat === vers) {
    const champ = vers === "Payé" ? undefined : DATES_ETATS[vers];
    return { code: "DEJA", etat, jour: champ && faits[champ] };
  }
  if (etat === undefined || !isLaureat(etat)) {
    return etat === "Abandonné"
      ? { code: "ORDRE", etat, vers, suivant: undefined }
      : { code: "PAS_LAUREAT", etat, vers };
  }
  const next = suivant(etat);
  return vers === "Abandonné" || vers === next
    ? undefined
    : { code: "ORDRE", etat, vers, suivant: next };
}

/** States that come before `vers` and keep a day, with that day; before an abandonment, those gone through. */
function datesBefore({ faits, decision, vers }: DemandeSuite) {
  const order: readonly Etat[] = ETATS_LAUREAT;
  const end =
    vers === "Abandonné" ? order.indexOf(faits.etat ?? "Retenu") + 1 : order.indexOf(vers);
  const states = ["Retenu", "Notifié", "Conventionné", "Engagé"] as const;
  return states
    .filter((etat) => order.indexOf(etat) < end)
    .map((etat) => ({
      precedent: etat as Etat,
      depuis: etat === "Retenu" ? decision : faits[DATES_ETATS[etat]],
    }));
}

/** The latest day that the dossier already has, and the state it is of. */
function latestOf(
  demande: DemandeSuite,
  paid: Day | undefined,
): { precedent: Etat; depuis: Day } | undefined {
  const known = [...datesBefore(demande), { precedent: "Payé" as Etat, depuis: paid }];
  return known.reduce<{ precedent: Etat; depuis: Day } | undefined>(
    (latest, { precedent, depuis }) =>
      depuis !== undefined && (latest === undefined || depuis >= latest.depuis)
        ? { precedent, depuis }
        : latest,
    undefined,
  );
}

/** The state the dossier is in has no day of its own: the order of days can't be held to it. */
function missingBefore(demande: DemandeSuite): readonly AvisSuite[] {
  const current = datesBefore(demande).find(({ precedent }) => precedent === demande.faits.etat);
  return current && current.depuis === undefined
    ? [{ code: "DATE_PRECEDENTE_ABSENTE", precedent: current.precedent }]
    : [];
}

/** Paid more than granted, or settled at another amount. */
function gapOfPayments(
  { faits, vers }: DemandeSuite,
  made: readonly Paiement[],
): readonly AvisSuite[] {
  const accorde = faits.montant_accorde ?? 0;
  const paye = made.reduce((sum, { montant }) => sum + (montant ?? 0), 0);
  const odd = vers === "Soldé" ? paye !== accorde : vers === "Payé" && paye > accorde;
  return odd ? [{ code: "PAYE_ECART", paye, accorde }] : [];
}
