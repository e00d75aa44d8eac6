import { NOM_CONSOLIDE } from "../../dossiers/onglets-demande.js";
import { readTable } from "../../dossiers/table.js";
import type { SuiviConsolide } from "../../reports/trimestre-region.js";
import type { Classeur, Ports, Refus } from "../ports.js";
import { lireTable, type Table } from "../suivi/lignes.js";
import { lireRegion } from "./situation.js";

/** By what the rows of a département, and of a dossier, are found again. */
const CLES = ["departement", "numero"];

/** The tab `Consolidé`: one that an earlier version made gets the columns that came since, at its right. */
export function lireOngletConsolide(classeur: Classeur): Table | Refus {
  return lireTable(classeur, NOM_CONSOLIDE, CLES);
}

/**
 * The dossiers of départements that this workbook consolidated, with their drawing rights.
 *
 * @returns nothing in a workbook that consolidated none: a département's own
 */
export function lireConsolide(ports: Ports): { readonly consolide?: SuiviConsolide } {
  const dossiers = readTable(NOM_CONSOLIDE, ports.classeur.lire(NOM_CONSOLIDE).lignes);
  if (dossiers.length === 0) return {};
  const { guichet, departements } = lireRegion(ports);
  return { consolide: { guichet, departements, dossiers } };
}
