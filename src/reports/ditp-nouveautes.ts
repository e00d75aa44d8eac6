import { formatEuros } from "../rules/cents.js";
import { boundsOfMonth, type Day, type Month } from "../rules/day.js";
import { formatAvancement } from "./avancement.js";
import type { LaureatDitp } from "./ditp-lignes.js";
import { dateDecision, datesComites } from "./laureats.js";
import type { Suivi } from "./suivi.js";

/** Something that happened within the month. */
export interface Nouveaute {
  readonly numero: string;
  readonly porteur: string;
  readonly quoi: string;
  readonly le: Day;
}

/**
 * What is new since the month before: lauréats decided, dossiers abandoned, grants settled and
 * progress reported within the month, by day.
 */
export function nouveautesDitp(
  suivi: Suivi,
  laureats: readonly LaureatDitp[],
  month: Month,
): readonly Nouveaute[] {
  const { first, last } = boundsOfMonth(month);
  const within = (day: Day | undefined): day is Day =>
    day !== undefined && day >= first && day <= last;
  const found: Nouveaute[] = [];
  for (const { numero, porteur, decision, dossier } of laureats) {
    const { montant_accorde, date_solde } = dossier.faits;
    if (within(decision)) {
      const amount =
        montant_accorde === undefined ? "montant absent" : formatEuros(montant_accorde);
      found.push({ numero, porteur, quoi: `nouveau lauréat, ${amount}`, le: decision });
    }
    if (within(date_solde))
      found.push({ numero, porteur, quoi: "subvention soldée", le: date_solde });
  }
  const comites = datesComites(suivi);
  for (const { dossier } of suivi.dossiers) {
    const { numero = "", porteur = "", etat, date_abandon } = dossier.faits;
    const decision = dateDecision(dossier.faits, comites);
    if (
      etat === "Abandonné" &&
      within(date_abandon) &&
      decision !== undefined &&
      decision < first
    ) {
      found.push({ numero, porteur, quoi: "dossier abandonné", le: date_abandon });
    }
  }
  const listed = new Map(laureats.map((laureat) => [laureat.numero, laureat]));
  for (const { valeurs } of suivi.avancement) {
    const laureat = listed.get(valeurs.numero ?? "");
    if (laureat && within(valeurs.date)) {
      const { numero, porteur } = laureat;
      found.push({ numero, porteur, quoi: formatAvancement(valeurs), le: valeurs.date });
    }
  }
  return found.sort((a, b) => (a.le < b.le ? -1 : a.le > b.le ? 1 : 0));
}
