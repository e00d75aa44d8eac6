import { nommer } from "../dossiers/text.js";
import { type Cents, eurosOf } from "../rules/cents.js";
import type { Day } from "../rules/day.js";
import type { Guichet } from "../rules/guichet.js";
import { sourceEnveloppe, totalEnveloppe } from "./ditp-enveloppes.js";
import { dateDecision, datesComites, isLaureatAu } from "./laureats.js";
import { numeroOuLigne } from "./numeros.js";
import { type Cellule, cellule } from "./plan.js";
import type { Decision } from "./releve-decisions.js";
import { byNumero, type Suivi } from "./suivi.js";

/** What a guichet's envelope was when a committee met, without what that committee granted. */
export interface EnveloppeAvant {
  readonly guichet: Guichet;
  /** Drawing right and reserve; `undefined` where neither the document nor the settings give it. */
  readonly total: Cents | undefined;
  readonly accorde: Cents;
  /** The dossiers that had it. */
  readonly dossiers: readonly string[];
}

/**
 * The envelopes of the guichets that a committee decided for, as of its day: what every other dossier had
 * been granted by then, and what had been paid on those abandoned.
 */
export function enveloppesAvant(
  suivi: Suivi,
  decisions: readonly Decision[],
  day: Day,
): readonly EnveloppeAvant[] {
  const own = new Set(decisions.map(({ ligne }) => ligne));
  const guichets = new Map(decisions.map(({ guichet }) => [guichet.id, guichet]));
  const payments = byNumero(suivi.paiements);
  const comites = datesComites(suivi);
  const others = suivi.dossiers.filter(({ ligne }) => !own.has(ligne));
  const weigh = ({ dossier: { faits } }: (typeof others)[number]): Cents => {
    if (isLaureatAu(faits, day, comites)) return faits.montant_accorde ?? 0;
    const decided = dateDecision(faits, comites);
    if (faits.etat !== "Abandonné" || (decided ?? "") > day) return 0;
    return (payments.get(faits.numero ?? "") ?? [])
      .filter(({ valeurs }) => (valeurs.date ?? "") <= day)
      .reduce((sum, { valeurs }) => sum + (valeurs.montant ?? 0), 0);
  };
  return [...guichets.values()].map((guichet) => {
    const weighed = others
      .filter((entry) => entry.guichet.id === guichet.id)
      .map((entry) => ({ numero: numeroOuLigne(entry), montant: weigh(entry) }))
      .filter(({ montant }) => montant !== 0);
    return {
      guichet,
      total: totalEnveloppe(guichet),
      accorde: weighed.reduce((sum, { montant }) => sum + montant, 0),
      dossiers: weighed.map(({ numero }) => numero),
    };
  });
}

/** Headers of the table of envelopes. */
export const TITRES_ENVELOPPES = [
  "Guichet",
  "Enveloppe",
  "Accordé avant le comité",
  "Accordé par le comité",
  "Accordé après le comité",
  "Reste avant",
  "Reste après",
  "D’où viennent ces montants",
] as const;

/**
 * A guichet's envelope before and after the committee, in formulas over the list of grants.
 *
 * @param granted formula of what the committee granted under this guichet, without `=`
 * @param row one-based row of the line
 */
export function ligneEnveloppeReleve(
  { guichet, total, accorde, dossiers }: EnveloppeAvant,
  granted: string,
  row: number,
): Cellule[] {
  const rest = (column: string) =>
    total === undefined ? "" : { formule: `=B${row}-${column}${row}` };
  return [
    cellule(guichet.id),
    cellule(total === undefined ? "non prévue" : eurosOf(total), "euro"),
    cellule(eurosOf(accorde), "euro"),
    cellule({ formule: `=${granted}` }, "euro"),
    cellule({ formule: `=C${row}+D${row}` }, "euro"),
    cellule(rest("C"), "euro"),
    cellule(rest("E"), "euro"),
    cellule(
      [
        `Enveloppe ${sourceEnveloppe(guichet)}`,
        ...(dossiers.length > 0 ? [`avant\u00a0: dossiers ${nommer(dossiers)}`] : []),
      ].join(" ; "),
    ),
  ];
}
