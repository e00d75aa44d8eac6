import type { SheetSnapshot } from "../../../local/engine/snapshot.js";
import { type Tables, tablesOf } from "../../../local/tables.js";
import { classeur, onglet, type Saisie } from "./saisie.js";

/**
 * The workbook that a département of Île-de-France sends to its region, as a file gives it.
 *
 * @param suivi the dossiers' tab, its headers first
 * @param autres tabs after the settings
 */
export function departementIdf(
  code: string,
  suivi: readonly (readonly Saisie[])[],
  autres: readonly SheetSnapshot[] = [],
): Tables {
  return tablesOf(
    classeur([
      onglet("Suivi", suivi),
      onglet("Paramètres", [
        ["Clé", "Valeur"],
        ["guichet", "IDF-V1"],
        ["departement", code],
        ["onglet_dossiers", "Suivi"],
      ]),
      ...autres,
    ]),
  );
}
