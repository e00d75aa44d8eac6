import type { Cents } from "../rules/cents.js";
import { addMonths, type Day, type Month } from "../rules/day.js";
import type { Faits } from "../rules/dossier.js";
import { isEngage, isLaureat } from "../rules/etat.js";
import { type DatesComites, dateDecision, datesComites } from "./laureats.js";
import { numeroOuLigne } from "./numeros.js";
import { byNumero, type Suivi } from "./suivi.js";

/** What was granted, committed and paid at one time. */
export interface Montants {
  readonly accorde: Cents;
  readonly engage: Cents;
  readonly paye: Cents;
}

/** What came at one time, and the dossiers it comes from. */
export interface MontantsSources extends Montants {
  readonly dossiers: readonly string[];
}

/** An amount and when it came; `undefined` where the sheet does not say. */
interface Evenement {
  readonly dossier: string;
  readonly mesure: keyof Montants;
  readonly montant: Cents;
  readonly le: Day | undefined;
}

/** The same, before its dossier is known. */
type Montant = Omit<Evenement, "dossier">;

/** Consumption month by month, and what has no day or one to come. */
export interface ConsommationParMois {
  readonly mois: readonly (readonly [mois: Month, montants: MontantsSources])[];
  readonly sansDate: MontantsSources;
}

/** Months shown at most, up to today or to the last amount; what came before counts in the first one. */
export const MOIS_MONTRES = 36;

/**
 * Consumption by month, that adds up to the envelopes': a lauréat counts its grant on the day decided
 * and the day committed; a dossier given up counts what was paid, when it was paid.
 */
export function consommationParMois(suivi: Suivi, today: Day): ConsommationParMois {
  const events = evenements(suivi);
  const past = events.filter((event) => event.le !== undefined && event.le <= today);
  const current = today.slice(0, 7);
  const known = past.map(({ le = today }) => le.slice(0, 7)).sort();
  const earliest = known[0] ?? current;
  const recent = earliest > agoFrom(current);
  const last = recent ? current : (known[known.length - 1] ?? current);
  const first = earliest > agoFrom(last) ? earliest : next(agoFrom(last));
  const months = new Map<Month, Evenement[]>();
  for (let month = first; month <= last; month = next(month)) months.set(month, []);
  for (const event of past) {
    const month = (event.le ?? today).slice(0, 7);
    months.get(month < first ? first : month)?.push(event);
  }
  const undated = events.filter((event) => event.le === undefined || event.le > today);
  return {
    mois: [...months].map(([month, own]) => [month, total(own)] as const),
    sansDate: total(undated),
  };
}

const shift = (month: Month, months: number): Month => addMonths(`${month}-01`, months).slice(0, 7);

const next = (month: Month): Month => shift(month, 1);

/** The month that is just too old to be shown with another one. */
const agoFrom = (month: Month): Month => shift(month, -MOIS_MONTRES);

function total(events: readonly Evenement[]): MontantsSources {
  const sum = (mesure: keyof Montants) =>
    events.reduce((all, event) => (event.mesure === mesure ? all + event.montant : all), 0);
  return {
    accorde: sum("accorde"),
    engage: sum("engage"),
    paye: sum("paye"),
    dossiers: [...new Set(events.map(({ dossier }) => dossier))],
  };
}

function evenements(suivi: Suivi): readonly Evenement[] {
  const payments = byNumero(suivi.paiements);
  const comites = datesComites(suivi);
  return suivi.dossiers.flatMap((entry) => {
    const { faits } = entry.dossier;
    const paid = (payments.get(faits.numero ?? "") ?? []).map(({ valeurs }) => ({
      montant: valeurs.montant ?? 0,
      le: valeurs.date,
    }));
    const dossier = numeroOuLigne(entry);
    return [...accords(faits, comites), ...paiementsDe(faits, paid)].map((event) => ({
      ...event,
      dossier,
    }));
  });
}

function accords(faits: Faits, comites: DatesComites): readonly Montant[] {
  const { etat, montant_accorde: montant = 0, date_engagement } = faits;
  if (etat === undefined || !isLaureat(etat)) return [];
  const granted: Montant = { mesure: "accorde", montant, le: dateDecision(faits, comites) };
  return isEngage(etat) ? [granted, { mesure: "engage", montant, le: date_engagement }] : [granted];
}

function paiementsDe(
  { etat }: Faits,
  paid: readonly { readonly montant: Cents; readonly le: Day | undefined }[],
): readonly Montant[] {
  if (etat === "Abandonné") {
    const all = ["accorde", "engage", "paye"] as const;
    return paid.flatMap((payment) => all.map((mesure) => ({ mesure, ...payment })));
  }
  return etat !== undefined && isLaureat(etat)
    ? paid.map((payment) => ({ mesure: "paye" as const, ...payment }))
    : [];
}

/** The first day a lauréat of a guichet was decided; nothing where none is dated. */
export function premiereDecision(suivi: Suivi, guichet: string, today: Day): Day | undefined {
  const comites = datesComites(suivi);
  return suivi.dossiers
    .filter(
      ({ guichet: own, dossier: { faits } }) =>
        own.id === guichet && faits.etat && isLaureat(faits.etat),
    )
    .map(({ dossier }) => dateDecision(dossier.faits, comites))
    .filter((day): day is Day => day !== undefined && day <= today)
    .sort()[0];
}
