import type { Day } from "../rules/day.js";
import { dernierAvancement, type EtatAvancement } from "./avancement.js";
import { type Entreprise, entreprisesDe } from "./entreprises.js";
import { type DatesComites, dateDecision, datesComites, laureatsAu } from "./laureats.js";
import { byNumero, type DossierSuivi, type Suivi } from "./suivi.js";

/** A lauréat with all that the list says of it. */
export interface LaureatDitp extends DossierSuivi {
  readonly numero: string;
  readonly porteur: string;
  readonly decision: Day | undefined;
  readonly fin: Day | undefined;
  readonly entreprises: readonly Entreprise[];
  readonly avancement: EtatAvancement | undefined;
}

/** The lauréats as of a day, each joined with its companies and its latest progress. */
export function laureatsDitp(suivi: Suivi, day: Day): readonly LaureatDitp[] {
  const companies = byNumero(suivi.entreprises);
  const progress = byNumero(suivi.avancement);
  const comites: DatesComites = datesComites(suivi);
  return laureatsAu(suivi, day).map((entry) => {
    const { faits } = entry.dossier;
    const numero = faits.numero ?? "";
    return {
      ...entry,
      numero,
      porteur: faits.porteur ?? "",
      decision: dateDecision(faits, comites),
      fin: faits.fin_reelle ?? faits.fin,
      entreprises: entreprisesDe(entry, companies.get(numero) ?? []),
      avancement: dernierAvancement(progress.get(numero) ?? [], day),
    };
  });
}
