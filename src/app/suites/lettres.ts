import { lettresDuComite } from "../../reports/lettres.js";
import type { ColonnesManquantes } from "../colonnes-requises.js";
import type { Ports } from "../ports.js";
import { refus } from "../ports.js";
import { CHAMPS_DECISION, choixDe, comiteDemande, comiteParDefaut, ouvrir } from "./lecture.js";
import { lireModeles } from "./modeles.js";
import type { ResultatLettres } from "./protocole.js";

/**
 * The letters of a committee, ready to be read over and printed: one to each lauréat, one for all the dossiers
 * that were not retained. Nothing is sent; models that the tab `Modèles` lacks are written into it.
 *
 * @param comite name of the committee, or a day of decision; the latest where left out
 */
export function preparerLettres(
  ports: Ports,
  comite?: string,
): ResultatLettres | ColonnesManquantes {
  return ports.sousVerrou(() => {
    const open = ouvrir(ports.classeur, CHAMPS_DECISION);
    if (open.kind !== "ouvert") return open;
    const date = ports.contexte.maintenant().slice(0, 10);
    const latest = comiteParDefaut(open, date);
    if (!latest) return refus(AUCUN_COMITE);
    const found = comite === undefined ? latest : comiteDemande(open, comite);
    if ("kind" in found) return found;
    const { modeles, ajoutes } = lireModeles(ports);
    const made = lettresDuComite(open.suivi, modeles, {
      prefecture: open.prefecture,
      comite: found,
      date,
    });
    const choix = { comites: open.comites.map(choixDe), comite: choixDe(found) };
    return made.kind === "refus"
      ? { kind: "modeles", ...choix, messages: made.messages }
      : { kind: "lettres", ...choix, lettres: made.lettres, modelesAjoutes: ajoutes };
  });
}

/** Nothing was decided yet: there is no time after. */
const AUCUN_COMITE =
  "Aucun comité n’a encore de date, et aucun dossier n’a de date de décision. Renseignez l’onglet «\u00a0Comités\u00a0», ou la colonne «\u00a0Décidé le\u00a0».";
