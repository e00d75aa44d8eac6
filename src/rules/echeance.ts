import type { Citation } from "./citation.js";
import { addMonths, boundsOfMonth, type Day, dayOfSerial, serialOf } from "./day.js";
import type { CalendrierComite } from "./guichet.js";

/** What a guichet's next committee depends on. */
export interface SituationComites {
  /** Days of the committees held, in any order; one still to come is not held yet. */
  readonly comites: readonly Day[];
  /** Filing days of the dossiers that wait for a decision. */
  readonly enAttente: readonly Day[];
  readonly jour: Day;
}

/**
 * When the next committee is due:
 * - `non_prevu`: the document provides for no calendar;
 * - `passe`: every day it announced has had its committee;
 * - `attente`: it meets at intervals, and no dossier waits;
 * - `releve`, `annonce`, `intervalle`, `nombre`: a day, and what sets it.
 */
export type EcheanceComite =
  | { readonly kind: "non_prevu" | "passe" | "attente"; readonly source: Citation }
  | {
      readonly kind: "releve" | "annonce" | "intervalle" | "nombre";
      readonly date: Day;
      /** The day has come. */
      readonly due: boolean;
      /** Last committee held, where the interval is counted from one. */
      readonly dernier?: Day;
      /** Months of the interval, or dossiers that make a committee due. */
      readonly seuil?: number;
      readonly attendus: number;
      readonly source: Citation;
    };

/**
 * The next committee of a guichet by its own calendar. Announced records and months come first, those
 * that a later committee has caught up with being done; then the interval since the last committee (since
 * the first filing where there was none), or the day that the number of dossiers filed since and waiting is
 * reached, the earlier of both.
 *
 * @example echeanceOf(GUICHETS.DEP.comite, { comites: ["2021-03-15"], enAttente: ["2021-03-20"], jour: "2021-04-15" }) // due on 2021-04-15
 */
export function echeanceOf(
  calendrier: CalendrierComite,
  situation: SituationComites,
): EcheanceComite {
  const { releves, mois, tousLesMois, nombreDossiers, source } = calendrier;
  const announced = [
    ...(releves ?? []).map(({ value, source: own }) => releve(value, own, situation)),
    ...(mois ?? []).map(({ value, source: own }) => annonce(value, own, situation)),
  ];
  const next = earliest(announced.flatMap((found) => found ?? []));
  if (next) return next;
  if (!tousLesMois && !nombreDossiers) {
    return { kind: announced.length > 0 ? "passe" : "non_prevu", source };
  }
  const regular = earliest([
    ...(tousLesMois ? intervalle(tousLesMois.value, tousLesMois.source, situation) : []),
    ...(nombreDossiers ? nombre(nombreDossiers.value, nombreDossiers.source, situation) : []),
  ]);
  return regular ?? { kind: "attente", source };
}

/**
 * The first day on which a committee is due; nothing where none is. A record is closed on the day before.
 *
 * @example dueDes({ kind: "releve", date: "2021-06-30", source }) // "2021-07-01"
 */
export function dueDes(echeance: EcheanceComite): Day | undefined {
  if (!("date" in echeance)) return undefined;
  return echeance.kind === "releve" ? dayOfSerial(serialOf(echeance.date) + 1) : echeance.date;
}

type Datee = Extract<EcheanceComite, { readonly date: Day }>;

function earliest(found: readonly Datee[]): Datee | undefined {
  return [...found].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))[0];
}

/** Committees held on the day it is judged on, or before. */
function tenus({ comites, jour }: SituationComites): readonly Day[] {
  return comites.filter((day) => day <= jour).sort();
}

/** A committee comes after the record of applications: due from the day after it. */
function releve(day: Day, source: Citation, situation: SituationComites): Datee | undefined {
  if (tenus(situation).some((held) => held > day)) return undefined;
  return {
    kind: "releve",
    date: day,
    due: situation.jour > day,
    attendus: situation.enAttente.length,
    source,
  };
}

/** A committee of an announced month is due from its first day. */
function annonce(month: string, source: Citation, situation: SituationComites): Datee | undefined {
  const { first } = boundsOfMonth(month);
  if (tenus(situation).some((held) => held >= first)) return undefined;
  return {
    kind: "annonce",
    date: first,
    due: situation.jour >= first,
    attendus: situation.enAttente.length,
    source,
  };
}

function intervalle(
  months: number,
  source: Citation,
  situation: SituationComites,
): readonly Datee[] {
  const waiting = [...situation.enAttente].sort();
  const dernier = tenus(situation).slice(-1)[0];
  const from = dernier ?? waiting[0];
  if (from === undefined || waiting.length === 0) return [];
  const date = addMonths(from, months);
  return [
    {
      kind: "intervalle",
      date,
      due: situation.jour >= date,
      seuil: months,
      attendus: waiting.length,
      source,
      ...(dernier !== undefined && { dernier }),
    },
  ];
}

/** The day the number of dossiers filed since the last committee, and still waiting, is reached. */
function nombre(count: number, source: Citation, situation: SituationComites): readonly Datee[] {
  const dernier = tenus(situation).slice(-1)[0] ?? "";
  const filed = situation.enAttente.filter((day) => day > dernier).sort();
  const date = filed[count - 1];
  if (date === undefined) return [];
  return [
    {
      kind: "nombre",
      date,
      due: situation.jour >= date,
      seuil: count,
      attendus: situation.enAttente.length,
      source,
    },
  ];
}
