import { asText } from "../cellules.js";
import { montrer, type Point } from "./point.js";

/** Texts that a spreadsheet would read as something else. */
const TEXTES = [
  "=1+1",
  "+33 1 23",
  "-5",
  "@porteur",
  "\t=1+1",
  "01004",
  "21590017600011",
  "12/03/2021",
  "1,5",
  "1e5",
  "VRAI",
  "'entre apostrophes'",
];

const point = (texte: string, format: "General" | "@"): Point => ({
  nom: `Le texte ${montrer(texte.replace("\t", "⇥"))} reste ce texte${format === "@" ? " dans une colonne au format texte" : ""}`,
  attendu: montrer(texte),
  lire: (sheet) => {
    const cell = sheet.getRange("A1").setNumberFormat(format);
    cell.setValue(asText(texte));
    const formula = cell.getFormula();
    return formula === "" ? montrer(cell.getValue()) : `formule ${formula}`;
  },
});

/** Text from outside never becomes a formula, a number or a date. */
export const SURETE: readonly Point[] = [
  ...TEXTES.map((texte) => point(texte, "General")),
  ...["01004", "=1+1"].map((texte) => point(texte, "@")),
];
