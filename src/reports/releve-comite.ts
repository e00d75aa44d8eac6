import { normalise } from "../dossiers/text.js";
import type { Day } from "../rules/day.js";
import type { DossierSuivi, Suivi } from "./suivi.js";

/** A committee that was held: from the tab `Comités`, or a day on which dossiers were decided. */
export interface ComiteTenu {
  /** Its name in the tab; empty where the tab does not list it. */
  readonly nom: string;
  readonly date: Day;
  readonly presents: string;
  readonly votes: string;
  readonly statut: string;
}

/**
 * The committees of a workbook, the latest first: those of the tab `Comités` that have a day, and each day
 * of decision that none of them has.
 */
export function comitesTenus(suivi: Suivi): readonly ComiteTenu[] {
  const listed = suivi.comites.flatMap(({ valeurs }): ComiteTenu[] => {
    const { comite = "", date, presents = "", votes = "", statut = "" } = valeurs;
    return date === undefined ? [] : [{ nom: comite, date, presents, votes, statut }];
  });
  const known = new Set(listed.map(({ date }) => date));
  const names = new Set(suivi.comites.map(({ valeurs }) => normalise(valeurs.comite ?? "")));
  const days = new Set<Day>();
  for (const { dossier } of suivi.dossiers) {
    const { comite = "", date_decision } = dossier.faits;
    const named = comite !== "" && names.has(normalise(comite));
    if (!named && date_decision !== undefined && !known.has(date_decision)) days.add(date_decision);
  }
  const bare = [...days].map((date) => ({ nom: "", date, presents: "", votes: "", statut: "" }));
  return [...listed, ...bare].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

/** Whether a committee is meant by its name or by its day. */
export function estComite({ nom, date }: ComiteTenu, cle: string): boolean {
  return cle === date || (nom !== "" && normalise(nom) === normalise(cle));
}

/**
 * The dossiers of a committee: those that name it, and those decided on its day that name no committee of
 * the tab.
 */
export function dossiersDuComite(suivi: Suivi, comite: ComiteTenu): readonly DossierSuivi[] {
  const names = new Set(suivi.comites.map(({ valeurs }) => normalise(valeurs.comite ?? "")));
  return suivi.dossiers.filter(({ dossier: { faits } }) => {
    const own = normalise(faits.comite ?? "");
    if (own !== "" && names.has(own)) return comite.nom !== "" && own === normalise(comite.nom);
    return faits.date_decision === comite.date;
  });
}
