import { type Cents, eurosOf } from "../rules/cents.js";
import { formatCitation } from "../rules/citation.js";
import type { Guichet } from "../rules/guichet.js";
import { sommeAbandons } from "./abandons.js";
import { type Etendue, isVide } from "./parties.js";
import { type Cellule, cellule } from "./plan.js";

/** The guichets that a list draws on: the workbook's own, then those of what it lists. */
export function guichetsDeLaListe(
  own: Guichet,
  listed: readonly { readonly guichet: Guichet }[],
  abandons: readonly { readonly regle: Guichet }[],
): readonly Guichet[] {
  const guichets = new Map([[own.id, own]]);
  for (const { guichet } of listed) guichets.set(guichet.id, guichet);
  for (const { regle } of abandons) guichets.set(regle.id, regle);
  return [...guichets.values()];
}

export const TITRES_ENVELOPPE = [
  "Guichet",
  "Enveloppe",
  "Accordé",
  "dont payé sur dossiers abandonnés",
  "Reste",
  "Consommation",
  "Source de l’enveloppe",
] as const;

/** The whole envelope, drawing right and reserve, as far as known. */
export function totalEnveloppe({ enveloppe, reserve }: Guichet): Cents | undefined {
  const parts = [enveloppe, reserve].flatMap((part) => (part ? [part.value] : []));
  return parts.length > 0 ? parts.reduce((sum, part) => sum + part, 0) : undefined;
}

/** Where an envelope comes from: the document, or the préfecture's own setting; where to set it where neither says. */
export function sourceEnveloppe({ id, enveloppe, reserve }: Guichet): string {
  const parts = [enveloppe, reserve].flatMap((part) => (part ? [part] : []));
  if (parts.length === 0) return `non prévue par les documents\u00a0: clé ${id}.enveloppe`;
  return parts
    .map(({ source, reglage }) =>
      reglage ? `réglage ${reglage} de la préfecture` : formatCitation(source),
    )
    .join(" et ");
}

/** Where a list stands, and the abandoned dossiers below it. */
export interface PlacesListe {
  readonly list: Etendue;
  readonly abandons: Etendue;
}

/**
 * An envelope's line above a list whose second column names the guichet and whose fifth holds the amounts.
 *
 * @param row one-based row of this line
 */
export function ligneEnveloppe(
  guichet: Guichet,
  { list, abandons }: PlacesListe,
  row: number,
): Cellule[] {
  const listed = isVide(list)
    ? ""
    : `SUMIFS(E${list.first}:E${list.last};B${list.first}:B${list.last};A${row})+`;
  const total = totalEnveloppe(guichet);
  const known = total !== undefined && total > 0;
  const given = isVide(abandons) ? 0 : { formule: `=${sommeAbandons(abandons, { B: `A${row}` })}` };
  return [
    cellule(guichet.id),
    cellule(total === undefined ? "non prévue" : eurosOf(total), "euro"),
    cellule({ formule: `=${listed}D${row}` }, "euro"),
    cellule(given, "euro"),
    cellule(known ? { formule: `=B${row}-C${row}` } : "", "euro"),
    cellule(known ? { formule: `=C${row}/B${row}` } : "", "taux"),
    cellule(sourceEnveloppe(guichet)),
  ];
}
