import { NOM_CONSOLIDE } from "../../dossiers/onglets-demande.js";
import { readTable } from "../../dossiers/table.js";
import type { SuiviConsolide } from "../../reports/trimestre-region.js";
import type { Ports } from "../ports.js";
import { lireRegion } from "./situation.js";

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
