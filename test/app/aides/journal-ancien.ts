import type { WorkbookSnapshot } from "../../../local/engine/snapshot.js";
import { classeur, onglet } from "./saisie.js";

const TITRES = ["Horodatage", "Qui", "Source", "N° dossier", "Champ", "Avant", "Après", "Lot"];

/** A line of the Journal, on the 4th of May of a year: a text that looks like a formula was taken away. */
export const ligneDuJournal = (annee: number, index: number) => [
  `${annee}-05-04 10:00:00`,
  "moi",
  "Essai",
  `00${index}`,
  "Motif",
  "=1+1",
  "",
  `${annee}-${index}`,
];

/** A workbook with a Journal of so many lines for each year. */
export function journalAncien(lignes: Readonly<Record<number, number>>): WorkbookSnapshot {
  const rows = Object.entries(lignes).flatMap(([annee, count]) =>
    Array.from({ length: count }, (_, index) => ligneDuJournal(Number(annee), index)),
  );
  return classeur([onglet("Suivi", [["N° dossier"]]), onglet("Journal", [TITRES, ...rows])]);
}
