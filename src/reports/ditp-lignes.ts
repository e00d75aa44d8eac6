import type { Day } from "../rules/day.js";
import { dernierAvancement, type EtatAvancement } from "./avancement.js";
import { type Entreprise, entreprisesDe } from "./entreprises.js";
import { type DatesComites, datesComites, decisionOf, laureatsAu } from "./laureats.js";
import { byNumero, type DossierSuivi, type Suivi } from "./suivi.js";

/** A lauréat with all that the list says of it. */
export interface LaureatDitp extends DossierSuivi {
  readonly numero: string;
  readonly porteur: string;
  readonly decision: Day | undefined;
  /** The decision has no date of its own: a later one stands for it. */
  readonly decisionDeduite: boolean;
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
    const { day: decision, deduced: decisionDeduite } = decisionOf(faits, comites);
    return {
      ...entry,
      numero,
      porteur: faits.porteur ?? "",
      decision,
      decisionDeduite,
      fin: faits.fin_reelle ?? faits.fin,
      entreprises: entreprisesDe(entry, companies.get(numero) ?? []),
      avancement: dernierAvancement(progress.get(numero) ?? [], day),
    };
  });
}
