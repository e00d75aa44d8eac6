import { calculer, montrer, type Point } from "./point.js";

const formule = (nom: string, texte: string, attendu: string): Point => ({
  nom,
  attendu,
  lire: (sheet) => montrer(calculer(sheet, texte)),
});

const REGLER_LANGUE =
  "dans Fichier ▸ Paramètres, choisissez «\u00a0France\u00a0» comme paramètres régionaux, puis relancez la vérification.";

/** The spreadsheet's language, and how formulas of the program are read in it. */
export const LANGUE: readonly Point[] = [
  {
    nom: "Langue du classeur (les formules se tapent avec « ; » en français)",
    attendu: "fr_FR",
    aide: REGLER_LANGUE,
    lire: (sheet) => sheet.getParent().getSpreadsheetLocale(),
  },
  {
    nom: "Un nombre s’affiche avec une virgule",
    attendu: "« 0,5 »",
    aide: REGLER_LANGUE,
    lire: (sheet) => {
      sheet.getRange("A1").setValue(0.5);
      return montrer(sheet.getRange("A1").getDisplayValue());
    },
  },
  formule("Le « ; » sépare les arguments", "=SUM(1;2)", "3"),
  formule("Un pourcentage se lit dans une formule", "=10*80%", "8"),
  formule("Un nom anglais avec une plage ouverte", "=SUMIFS(A1:A;A1:A;0)", "0"),
];

/** Custom functions in cells: what they get and what they give. */
export const FONCTIONS: readonly Point[] = [
  formule("Fonction avec un guichet nommé", '=FITN_TAUX(15001;"3c";"IDF-V1")', "0.5"),
  formule("Fonction sans le dernier argument", '=FITN_TAUX(100;"3a";"MARNE-V1")', "1"),
  {
    nom: "Une plage donne une plage",
    attendu: "« 15000 : 1, 15001 : 0.5 »",
    lire: (sheet) => {
      sheet.getRange("A1:A2").setValues([[15_000], [15_001]]);
      calculer(sheet, '=FITN_TAUX(A1:A2;"3c";"IDF-V1")');
      const values = sheet.getRange("A1:B2").getValues();
      return montrer(values.map(([population, taux]) => `${population} : ${taux}`).join(", "));
    },
  },
  {
    nom: "Une cellule vide arrive vide, pas comme zéro",
    attendu: "« aucun taux »",
    lire: (sheet) => {
      sheet.getRange("A1").clearContent();
      const value = calculer(sheet, '=FITN_TAUX(A1;"3c";"IDF-V1")');
      return montrer(typeof value === "number" ? `taux ${value}` : "aucun taux");
    },
  },
  {
    nom: "Une date arrive comme une date",
    attendu: "« 28/02/2022 »",
    lire: (sheet) => {
      sheet.getRange("A1").setValue("=DATE(2021;11;28)");
      sheet.getRange("B1").setNumberFormat("dd/mm/yyyy");
      calculer(sheet, '=FITN_RELANCE(A1;"";DATE(2021;12;1))');
      return montrer(sheet.getRange("B1").getDisplayValue());
    },
  },
];
