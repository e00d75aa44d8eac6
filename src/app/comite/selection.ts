import { findHeaderRow, readEntetes } from "../../dossiers/headers.js";
import { lireParametres, texteDe } from "../parametres.js";
import type { Ports } from "../ports.js";
import type { SelectionComite } from "./protocole.js";

/** The header row is among the first ten. */
const SEARCHED_ROWS = 10;

/** The dossier of the active row: settings, headers and that row alone are read. */
export function selectionComite({ classeur }: Ports): SelectionComite {
  const none: SelectionComite = { kind: "selection" };
  const selection = classeur.selection();
  if (!selection) return none;
  const nom = texteDe(lireParametres(classeur).parametres, "onglet_dossiers");
  if (selection.onglet !== nom) return none;
  const top = classeur.lireLignes(nom, 1, SEARCHED_ROWS);
  const header = findHeaderRow(top);
  const column =
    header === undefined ? undefined : readEntetes(top[header] ?? []).colonnes.get("numero");
  if (header === undefined || column === undefined || selection.ligne <= header + 1) return none;
  const [row = []] = classeur.lireLignes(nom, selection.ligne, 1);
  const numero = String(row[column] ?? "").trim();
  return numero === "" ? none : { kind: "selection", numero };
}
