import type { RapportPeriode } from "../app/rapport-periode.js";
import { quoted } from "../dossiers/text.js";
import { moisParDefaut } from "../reports/ditp.js";
import { type Day, isMonth, nameOfMonth } from "../rules/day.js";
import { isTrimestre, nameOfTrimestre, trimestreDe } from "../rules/trimestre.js";

/** Whether a report is made for quarters; others are for months. */
function isTrimestriel(rapport: RapportPeriode): boolean {
  return rapport === "Trimestre DITP";
}

/** The period a report is asked for by default: until the 15th the one just ended. */
export function periodeParDefaut(rapport: RapportPeriode, today: Day): string {
  const month = moisParDefaut(today);
  return isTrimestriel(rapport) ? trimestreDe(`${month}-01`) : month;
}

/** The question for a report's period, with the one proposed. */
export function questionPeriode(rapport: RapportPeriode, proposed: string): string {
  return isTrimestriel(rapport)
    ? `Trimestre (AAAA-T1 à AAAA-T4). Laissez vide pour le ${nameOfTrimestre(proposed)} (${proposed})\u00a0:`
    : `Mois, par exemple 06/2021 ou juin 2021. Laissez vide pour ${nameOfMonth(proposed)}\u00a0:`;
}

/** Why a period is none that a report is made for; nothing where it is one. */
export function refusDePeriode(rapport: RapportPeriode, periode: string): string | undefined {
  if (isTrimestriel(rapport)) {
    return isTrimestre(periode)
      ? undefined
      : `Trimestre\u00a0: lu ${quoted(periode)}, attendu une année et un trimestre, par exemple 2021-T2. Rien n’a été modifié.`;
  }
  return isMonth(periode)
    ? undefined
    : `Mois\u00a0: lu ${quoted(periode)}, attendu un mois et une année, par exemple 06/2021 ou juin 2021. Rien n’a été modifié.`;
}
