import { annulerLot, type ResultatAnnulation } from "./annuler.js";
import { ongletDesDossiers } from "./lire-suivi.js";
import { lireParametres } from "./parametres.js";
import type { Ports } from "./ports.js";

/**
 * Undoes a batch in the référent's tab, found by the settings as they are now. To be called under the
 * document's lock.
 *
 * @param lot batch, as `enregistrer` gave it
 * @param source what the Journal calls the undoing
 * @returns what `annulerLot` says, or a refusal where there is no such tab any more
 */
export function annulerDansDossiers(ports: Ports, lot: string, source: string): ResultatAnnulation {
  const { classeur } = ports;
  const { parametres } = lireParametres(classeur);
  const onglet = ongletDesDossiers(classeur, parametres);
  return "kind" in onglet ? onglet : annulerLot(ports, onglet, lot, source);
}
