import type { ResultatSimple } from "../../imports/protocole.js";
import { annulerDansDossiers } from "../annuler-dans-dossiers.js";
import type { Ports } from "../ports.js";
import { refus } from "../ports.js";
import { retirerLot } from "./attente.js";

/** Gives up a staged import: its tab goes, nothing else changes. */
export function abandonnerImport(ports: Ports, lot: string): ResultatSimple {
  return ports.sousVerrou(() => {
    ports.classeur.appliquer([retirerLot(lot)]);
    return { kind: "fait", message: "Import abandonné\u00a0: votre tableau n’a pas été modifié." };
  });
}

/**
 * Undoes a whole import: new rows go, cells get back what they held, companies too, as long as nobody
 * changed them since.
 *
 * @param lot batch of the Journal, as `appliquerImport` gave it
 */
export function annulerImport(ports: Ports, lot: string): ResultatSimple {
  return ports.sousVerrou(() => {
    const result = annulerDansDossiers(ports, lot, "Annuler l’import");
    if (result.kind === "refus") return result;
    return result.kind === "conflit"
      ? refus(result.message)
      : { kind: "fait", message: "Import annulé\u00a0: votre tableau est comme avant." };
  });
}
