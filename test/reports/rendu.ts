import type { Cellule, PlanOnglet } from "../../src/reports/plan.js";
import { dayOfSerial, formatDay } from "../../src/rules/day.js";

/** A plan as a person reads it: one line a row, its filled cells, then how they look. */
export function renduDe({ nom, lignes, largeurs, figees, graphiques = [] }: PlanOnglet): string {
  return [
    `onglet ${nom} ; ${lignes.length} lignes ; ${figees} figée ; largeurs ${largeurs.join(" ")}`,
    ...lignes.map((ligne, index) =>
      `${String(index + 1).padStart(3)} ${renduLigne(ligne)}`.trimEnd(),
    ),
    ...graphiques.map(
      ({ type, titre, donnees: { ligne, colonne, lignes: rows, colonnes }, ...place }) =>
        `graphique ${titre} (${type}) de ${lettre(colonne - 1)}${ligne}:${lettre(colonne + colonnes - 2)}${ligne + rows - 1}, en ${lettre(place.colonne - 1)}${place.ligne}, ${place.largeur} × ${place.hauteur}`,
    ),
    "",
  ].join("\n");
}

function renduLigne(ligne: readonly Cellule[]): string {
  const filled = ligne.flatMap((cell, column) =>
    cell.contenu === "" ? [] : [`${lettre(column)} ${texte(cell)}`],
  );
  const styles = [...new Set(ligne.map(({ style }) => style))].filter((style) => style !== "texte");
  const looks = styles.length > 0 ? `   [${styles.join(" ")}]` : "";
  return filled.join(" | ") + looks;
}

const lettre = (column: number) => String.fromCharCode(65 + column);

function texte({ contenu, style }: Cellule): string {
  if (typeof contenu === "number" && style === "euro") return contenu.toFixed(2);
  if (typeof contenu !== "object")
    return String(contenu)
      .replace(/\n/g, " ⏎ ")
      .replace(/\u00a0/g, " ");
  if ("formule" in contenu) return contenu.formule;
  return formatDay("jour" in contenu ? contenu.jour : dayOfSerial(contenu.serie));
}
