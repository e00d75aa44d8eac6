import type { LigneTable } from "../dossiers/table.js";
import { addMonths, type Day, formatDay } from "../rules/day.js";
import { relanceOf, TRIMESTRE } from "../rules/relance.js";
import { dernierAvancement, type EtatAvancement, isTermine } from "./avancement.js";
import { type Entreprise, entreprisesDe } from "./entreprises.js";
import { datesComites, decisionOf, laureatsAu } from "./laureats.js";
import { byNumero, type DossierSuivi, type Suivi } from "./suivi.js";

/** A due date passed over on purpose: the next one is a quarter later. */
export interface Report {
  readonly echeance: Day;
  readonly motif: string;
}

/** Where a lauréat stands with its reports of progress. */
export interface Relance extends DossierSuivi {
  readonly numero: string;
  readonly dernier: EtatAvancement | undefined;
  /** Day from which the quarter runs: the last report, else the notification, else the decision. */
  readonly depuis: Day | undefined;
  /** When the next report is due; none where nothing is due or the day is unknown. */
  readonly echeance: Day | undefined;
  /** `retard` strictly after the due day; `inconnue` where no day is known to count from. */
  readonly statut: "retard" | "a_venir" | "inconnue" | "sans_objet";
  /** Why nobody is reminded, or why the due date is another than the rule's. */
  readonly raison: string;
  readonly reports: readonly Report[];
  readonly entreprises: readonly Entreprise[];
}

/**
 * The quarterly due date of every lauréat as of a day, by the rule of FITN_RELANCE; those late first, the
 * latest late on top.
 *
 * @param reports rows of the tab `Relances`
 */
export function relancesAu(
  suivi: Suivi,
  reports: readonly LigneTable<"Relances">[],
  day: Day,
): readonly Relance[] {
  const progress = byNumero(suivi.avancement);
  const companies = byNumero(suivi.entreprises);
  const skipped = byNumero(reports);
  const comites = datesComites(suivi);
  const order: readonly Relance["statut"][] = ["retard", "inconnue", "a_venir", "sans_objet"];
  return laureatsAu(suivi, day)
    .map((entry): Relance => {
      const { faits } = entry.dossier;
      const numero = faits.numero ?? "";
      const dernier = dernierAvancement(progress.get(numero) ?? [], day);
      const from = faits.date_notification ?? decisionOf(faits, comites).day;
      const own = reportsDe(skipped.get(numero) ?? []);
      return {
        ...entry,
        numero,
        dernier,
        depuis: dernier?.valeurs.date ?? from,
        reports: own,
        entreprises: entreprisesDe(entry, companies.get(numero) ?? []),
        ...echeanceDe(dernier, from, own, day),
      };
    })
    .sort(
      (a, b) =>
        order.indexOf(a.statut) - order.indexOf(b.statut) ||
        compare(a.echeance ?? "", b.echeance ?? "") ||
        a.ligne - b.ligne,
    );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function reportsDe(lignes: readonly LigneTable<"Relances">[]): readonly Report[] {
  return lignes.flatMap(({ valeurs: { echeance, motif } }) =>
    echeance === undefined ? [] : [{ echeance, motif: motif ?? "" }],
  );
}

function echeanceDe(
  dernier: EtatAvancement | undefined,
  from: Day | undefined,
  reports: readonly Report[],
  day: Day,
): Pick<Relance, "echeance" | "statut" | "raison"> {
  if (isTermine(dernier)) {
    const { statut = "", date } = dernier?.valeurs ?? {};
    const since = date === undefined ? "" : ` le ${formatDay(date)}`;
    return {
      echeance: undefined,
      statut: "sans_objet",
      raison: `projet ${statut.toLowerCase()}${since}`,
    };
  }
  const due = relanceOf(from, dernier?.valeurs.date, day)?.due;
  if (due === undefined) {
    return {
      echeance: undefined,
      statut: "inconnue",
      raison: "ni date de notification, ni date de décision, ni état d’avancement",
    };
  }
  const motifs = new Map(reports.map(({ echeance, motif }) => [echeance, motif]));
  let echeance = due;
  let raison = "";
  while (motifs.has(echeance)) {
    raison = `échéance du ${formatDay(echeance)} passée\u00a0: ${motifs.get(echeance)}`;
    echeance = addMonths(echeance, TRIMESTRE);
  }
  return { echeance, statut: day > echeance ? "retard" : "a_venir", raison };
}
