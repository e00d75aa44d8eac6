import type { Cell } from "../dossiers/cell.js";
import { type Cents, eurosOf } from "../rules/cents.js";
import type { Day } from "../rules/day.js";
import type { Guichet } from "../rules/guichet.js";
import type { LaureatDitp } from "./ditp-lignes.js";
import { dateDecision, datesComites } from "./laureats.js";
import { type Etendue, isVide } from "./parties.js";
import { type Cellule, cellule } from "./plan.js";
import { byNumero, type Suivi } from "./suivi.js";

/** An envelope that a list draws on. */
export interface EnveloppeDitp {
  readonly guichet: Guichet;
  /** Paid, up to the day, on dossiers abandoned since. */
  readonly abandons: Cents;
}

/** The workbook's own envelope, then those of the lauréats listed. */
export function enveloppesDitp(
  { guichet, suivi }: { readonly guichet: Guichet; readonly suivi: Suivi },
  laureats: readonly LaureatDitp[],
  day: Day,
): readonly EnveloppeDitp[] {
  const guichets = new Map([[guichet.id, guichet]]);
  for (const laureat of laureats) guichets.set(laureat.guichet.id, laureat.guichet);
  const payments = byNumero(suivi.paiements);
  const comites = datesComites(suivi);
  const abandons = suivi.dossiers.filter(
    ({ dossier: { faits } }) =>
      faits.etat === "Abandonné" &&
      (faits.date_abandon ?? "") <= day &&
      (dateDecision(faits, comites) ?? "") <= day,
  );
  return [...guichets.values()].map((own) => ({
    guichet: own,
    abandons: abandons
      .filter((entry) => entry.guichet.id === own.id)
      .flatMap(({ dossier }) => payments.get(dossier.faits.numero ?? "") ?? [])
      .filter(({ valeurs }) => (valeurs.date ?? "") <= day)
      .reduce((sum, { valeurs }) => sum + (valeurs.montant ?? 0), 0),
  }));
}

export const TITRES_ENVELOPPE = [
  "Guichet",
  "Enveloppe",
  "Accordé",
  "dont payé sur dossiers abandonnés",
  "Reste",
  "Consommation",
] as const;

/** The whole envelope, drawing right and reserve, as far as known. */
export function totalEnveloppe({ enveloppe, reserve }: Guichet): Cents | undefined {
  const parts = [enveloppe, reserve].flatMap((part) => (part ? [part.value] : []));
  return parts.length > 0 ? parts.reduce((sum, part) => sum + part, 0) : undefined;
}

/**
 * An envelope's line above a list whose second column names the guichet.
 *
 * @param row one-based row of this line
 * @param montants letter of the list's column of amounts
 */
export function ligneEnveloppe(
  { guichet, abandons }: EnveloppeDitp,
  list: Etendue,
  row: number,
  montants: string,
): Cellule[] {
  const accorde = isVide(list)
    ? `=D${row}`
    : `=SUMIFS(${montants}${list.first}:${montants}${list.last};B${list.first}:B${list.last};A${row})+D${row}`;
  const total = totalEnveloppe(guichet);
  const enveloppe: Cell = total === undefined ? "non prévue" : eurosOf(total);
  const known = typeof enveloppe === "number" && enveloppe > 0;
  return [
    cellule(guichet.id),
    cellule(enveloppe, "euro"),
    cellule({ formule: accorde }, "euro"),
    cellule(eurosOf(abandons), "euro"),
    cellule(known ? { formule: `=B${row}-C${row}` } : "", "euro"),
    cellule(known ? { formule: `=C${row}/B${row}` } : "", "taux"),
  ];
}
