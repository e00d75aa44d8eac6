import type { Cell } from "../../dossiers/cell.js";
import { onglet } from "../../dossiers/onglets.js";
import { normalise } from "../../dossiers/text.js";
import type { Contenu } from "../../reports/plan.js";

/**
 * Where the columns of a tab of the contract stand under its own headers, which somebody may have moved.
 *
 * @returns zero-based places in the contract's order, −1 for one that is missing
 */
export function positionsDe(nom: string, headers: readonly Cell[]): readonly number[] {
  const names = headers.map((header) => normalise(String(header)));
  return onglet(nom).colonnes.map(({ titre }) => names.indexOf(normalise(titre)));
}

/** Values in the contract's order, as a row under the tab's own headers. */
export function ligneSous(
  positions: readonly number[],
  values: readonly Contenu[],
): readonly Contenu[] {
  const used = positions.slice(0, values.length);
  return Array.from({ length: Math.max(...used) + 1 }, (_, column): Contenu => {
    const index = used.indexOf(column);
    return index < 0 ? "" : (values[index] ?? "");
  });
}
