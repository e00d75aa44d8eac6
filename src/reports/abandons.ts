import { type Cents, eurosOf } from "../rules/cents.js";
import type { Day } from "../rules/day.js";
import type { Guichet } from "../rules/guichet.js";
import { dateDecision, datesComites } from "./laureats.js";
import { celluleJour, type Etendue, isVide, titres } from "./parties.js";
import { type Cellule, cellule } from "./plan.js";
import { byNumero, type Suivi } from "./suivi.js";

/** What was paid on a dossier given up since: its envelope goes on counting it. */
export interface Abandon {
  readonly numero: string;
  readonly porteur: string;
  readonly guichet: string;
  /** The département it was consolidated from; "" for a dossier of this workbook. */
  readonly origine: string;
  readonly paye: Cents;
  readonly le: Day | undefined;
}

/** Dossiers of a workbook given up by a day after something was paid on them, up to that day. */
export function abandonsPayes(
  suivi: Suivi,
  day: Day,
): readonly (Abandon & { readonly regle: Guichet })[] {
  const payments = byNumero(suivi.paiements);
  const comites = datesComites(suivi);
  return suivi.dossiers.flatMap(({ dossier: { faits }, guichet }) => {
    const { numero = "", porteur = "", date_abandon: le } = faits;
    if (faits.etat !== "Abandonné" || (le ?? "") > day) return [];
    if ((dateDecision(faits, comites) ?? "") > day) return [];
    const paye = (payments.get(numero) ?? [])
      .filter(({ valeurs }) => (valeurs.date ?? "") <= day)
      .reduce((sum, { valeurs }) => sum + (valeurs.montant ?? 0), 0);
    return paye === 0
      ? []
      : [{ numero, porteur, guichet: guichet.id, regle: guichet, origine: "", paye, le }];
  });
}

/** Rows between the total of a list and the first of its abandoned dossiers: blank, title, headers. */
const ABOVE = 3;

/** Where the abandoned dossiers stand below a list; empty where there are none. */
export function etendueAbandons({ last }: Etendue, abandons: readonly Abandon[]): Etendue {
  const first = last + 2 + ABOVE;
  return { first, last: first + abandons.length - 1 };
}

/**
 * What was paid on dossiers given up, below a list and its total: number, guichet, applicant, day, amount, and
 * the département they come from, each under the list's own column.
 *
 * @param origine zero-based column of the département, where the list has one
 */
export function sectionAbandons(
  abandons: readonly Abandon[],
  origine?: number,
): readonly (readonly Cellule[])[] {
  if (abandons.length === 0) return [];
  const wide = (cells: readonly Cellule[], style: "entete" | "texte", last: Cellule) =>
    origine === undefined
      ? cells
      : [
          ...cells,
          ...Array.from({ length: origine - cells.length }, () => cellule("", style)),
          last,
        ];
  return [
    [],
    [cellule(`Payé sur des dossiers abandonnés (${abandons.length})`, "section")],
    wide(
      titres(["N° dossier", "Guichet", "Collectivité porteuse", "Abandonné le", "Payé"]),
      "entete",
      cellule("Département", "entete"),
    ),
    ...abandons.map(({ numero, guichet, porteur, le, paye, origine: from }) =>
      wide(
        [
          cellule(numero),
          cellule(guichet),
          cellule(porteur, "long"),
          celluleJour(le),
          cellule(eurosOf(paye), "euro"),
        ],
        "texte",
        cellule(from),
      ),
    ),
  ];
}

/** What was paid on the abandoned dossiers of a guichet that a cell names, as a formula without `=`. */
export function sommeAbandons(range: Etendue, criteria: Readonly<Record<string, string>>): string {
  if (isVide(range)) return "0";
  const of = (column: string) => `${column}${range.first}:${column}${range.last}`;
  const pairs = Object.entries(criteria).map(([column, cell]) => `;${of(column)};${cell}`);
  return `SUMIFS(${of("E")}${pairs.join("")})`;
}
