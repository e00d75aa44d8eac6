import { normalise } from "../dossiers/text.js";
import type { Day } from "../rules/day.js";
import type { Faits } from "../rules/dossier.js";
import { isLaureat } from "../rules/etat.js";
import type { DossierSuivi, Suivi } from "./suivi.js";

/** Days of the committees by their normalised name. */
export type DatesComites = ReadonlyMap<string, Day>;

/** The day of each committee of the tab `Comités` that has one. */
export function datesComites({ comites }: Pick<Suivi, "comites">): DatesComites {
  return new Map(
    comites.flatMap(({ valeurs: { comite, date } }) =>
      comite !== undefined && date !== undefined ? [[normalise(comite), date] as const] : [],
    ),
  );
}

/** When a dossier was decided, and whether that is only deduced from later dates. */
export interface Decision {
  readonly day: Day | undefined;
  readonly deduced: boolean;
}

/**
 * The day a dossier was decided: its own date, else its committee's, else the first of the later
 * dates that prove a decision.
 */
export function decisionOf(faits: Faits, comites: DatesComites): Decision {
  const comite = faits.comite === undefined ? undefined : comites.get(normalise(faits.comite));
  const known = faits.date_decision ?? comite;
  const later = [faits.date_notification, faits.date_convention, faits.date_engagement]
    .filter((day): day is Day => day !== undefined)
    .sort();
  return { day: known ?? later[0], deduced: known === undefined && later.length > 0 };
}

/** The day a dossier was decided, as far as it is known. */
export function dateDecision(faits: Faits, comites: DatesComites): Day | undefined {
  return decisionOf(faits, comites).day;
}

/**
 * Whether a dossier is a lauréat as of a day. One whose decision has no date counts, since the sheet
 * says it is one, unless it was filed later; one abandoned later was still one.
 */
export function isLaureatAu(faits: Faits, day: Day, comites: DatesComites): boolean {
  const decision = dateDecision(faits, comites);
  if (decision === undefined ? (faits.depot ?? "") > day : decision > day) return false;
  if (faits.etat === "Abandonné") return (faits.date_abandon ?? "") > day;
  return faits.etat !== undefined && isLaureat(faits.etat);
}

/** Dossiers that are lauréats as of a day, in the sheet's order. */
export function laureatsAu(suivi: Suivi, day: Day): readonly DossierSuivi[] {
  const comites = datesComites(suivi);
  return suivi.dossiers.filter(({ dossier }) => isLaureatAu(dossier.faits, day, comites));
}
