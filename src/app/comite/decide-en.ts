import { normalise } from "../../dossiers/text.js";
import type { Day } from "../../rules/day.js";
import type { Faits } from "../../rules/dossier.js";
import type { Seance } from "./lire-seance.js";

/** The day of a committee, by its name. */
export function dateDuComite({ comites }: Seance, nom: string | undefined): Day | undefined {
  const name = normalise(nom ?? "");
  return name === "" ? undefined : comites.find((known) => normalise(known.nom) === name)?.date;
}

/**
 * Whether a dossier was decided in the committee it is on the agenda of: its decision has that day. One that
 * an earlier committee adjourned is still to be decided.
 */
export function isDecideEn({ etat, date_decision }: Faits, date: Day | undefined): boolean {
  return (
    date !== undefined &&
    date_decision === date &&
    etat !== undefined &&
    etat !== "Déposé" &&
    etat !== "En instruction"
  );
}
