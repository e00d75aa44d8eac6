import { isEmpty } from "../../dossiers/cell.js";
import { normalise, written } from "../../dossiers/text.js";
import { formatDay, isDay } from "../../rules/day.js";
import type { LigneSeance, Seance } from "./lire-seance.js";
import type { AvisRecueilli } from "./protocole.js";

/**
 * Opinions that a référent gathered in columns of their own: of a digital expert, of a laboratory, of another
 * préfecture. Any column whose title begins with « Avis » and that is no field of a dossier.
 */
export function avisRecueillis(
  { onglet: { entetes } }: Seance,
  { cellules }: LigneSeance,
): readonly AvisRecueilli[] {
  const fields = new Set(entetes.colonnes.values());
  return entetes.textes.flatMap((titre, column) => {
    const cell = cellules[column] ?? "";
    if (fields.has(column) || isEmpty(cell) || !/^avis\b/.test(normalise(titre))) return [];
    const text = written(cell).trim();
    return [{ titre: titre.trim(), texte: isDay(text) ? formatDay(text) : text }];
  });
}
