import type { Graphique } from "../reports/plan.js";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Puts a chart of a sheet's own cells on it. */
export function insertChart(sheet: Sheet, graphique: Graphique): void {
  const { type, titre, donnees, ligne, colonne, largeur, hauteur, couleurs } = graphique;
  const { LINE, COLUMN } = Charts.ChartType;
  sheet.insertChart(
    sheet
      .newChart()
      .setChartType(type === "courbe" ? LINE : COLUMN)
      .addRange(sheet.getRange(donnees.ligne, donnees.colonne, donnees.lignes, donnees.colonnes))
      .setNumHeaders(1)
      .setPosition(ligne, colonne, 0, 0)
      .setOption("title", titre)
      .setOption("width", largeur)
      .setOption("height", hauteur)
      .setOption("colors", [...couleurs])
      .setOption("legend", { position: "bottom" })
      .build(),
  );
}
