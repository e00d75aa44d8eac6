import type { Cell } from "../../dossiers/cell.js";
import type { Entetes } from "../../dossiers/headers.js";
import { NOM_AVANCEMENT, NOM_COMITES } from "../../dossiers/onglets.js";
import { readDossier } from "../../dossiers/read-dossier.js";
import { readTable } from "../../dossiers/table.js";
import { dernierAvancement, formatAvancement } from "../../reports/avancement.js";
import { dateDecision, datesComites } from "../../reports/laureats.js";
import { byNumero } from "../../reports/suivi.js";

/** Fields of `Consolidé` that hold a day: written as dates, not as texts. */
export const JOURS_CONSOLIDES = [
  "fin",
  "date_decision",
  "date_engagement",
  "date_abandon",
] as const;

/** After any progress entry: the latest one counts. */
const TOUJOURS = "9999-12-31";

/**
 * What a region keeps of a dossier besides its instruction: who, what, its days, its progress. No contact,
 * and no comment of a progress entry, which may name people.
 *
 * @param rowsOf rows of a tab of the département's workbook
 * @returns what a row of its dossiers gives, days as `2021-06-30`
 */
export function suiteDossiers(
  entetes: Entetes,
  rowsOf: (nom: string) => readonly (readonly Cell[])[],
): (row: readonly Cell[]) => Readonly<Record<string, Cell>> {
  const comites = datesComites({ comites: readTable(NOM_COMITES, rowsOf(NOM_COMITES)) });
  const progress = byNumero(readTable(NOM_AVANCEMENT, rowsOf(NOM_AVANCEMENT)));
  return (row) => {
    const faits = readDossier(row, entetes)?.faits ?? {};
    const latest = dernierAvancement(progress.get(faits.numero ?? "") ?? [], TOUJOURS)?.valeurs;
    const { statut, pourcentage } = latest ?? {};
    return {
      porteur: faits.porteur ?? "",
      intitule: faits.intitule ?? "",
      fin: faits.fin_reelle ?? faits.fin ?? "",
      date_decision: dateDecision(faits, comites) ?? "",
      date_engagement: faits.date_engagement ?? "",
      date_abandon: faits.date_abandon ?? "",
      avancement: formatAvancement({
        ...(statut !== undefined && { statut }),
        ...(pourcentage !== undefined && { pourcentage }),
      }),
    };
  };
}
