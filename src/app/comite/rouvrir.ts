import type { Champ } from "../../rules/dossier.js";
import { isLaureat } from "../../rules/etat.js";
import { enregistrer } from "../enregistrer.js";
import type { Ecriture } from "../plan-enregistrement.js";
import { type Ports, refus } from "../ports.js";
import { CHAMP_REOUVERTURE } from "./historique.js";
import { lireSeance, trouver } from "./lire-seance.js";
import type { DemandeReouverture, ResultatReouverture } from "./protocole.js";
import { isNotifie } from "./saisie-decision.js";

export const SOURCE_REOUVERTURE = "Comité\u00a0: réouverture";

/** Days of the states that come after the decision: they will be gone through again. */
const DATES: readonly Champ[] = [
  "date_notification",
  "date_convention",
  "date_engagement",
  "date_solde",
];

/**
 * Takes a notified dossier back to its decision, with a reason that the Journal keeps: a lauréat is `Retenu`
 * again, the days of what followed go. Amount and rate stay until another decision.
 */
export function rouvrir(ports: Ports, demande: DemandeReouverture): ResultatReouverture {
  const motif = demande.motif.trim();
  if (motif === "") return refus("Rouvrir une décision notifiée demande un motif.");
  return ports.sousVerrou(() => {
    const { numero } = demande;
    const seance = lireSeance(ports);
    if ("kind" in seance) return seance;
    const ligne = trouver(seance, numero);
    if ("kind" in ligne) return ligne;
    const { faits } = ligne.dossier;
    const { etat } = faits;
    if (etat === "Abandonné") {
      return refus("Dossier abandonné\u00a0: changez d’abord son état.");
    }
    if (!isNotifie(faits)) {
      return refus(
        `Dossier ${numero}\u00a0: sa décision n’a pas été notifiée, elle peut être changée telle quelle.`,
      );
    }
    const back = etat !== undefined && isLaureat(etat) ? "Retenu" : etat;
    const done = enregistrer(ports, {
      onglet: seance.onglet,
      ecritures: [
        ...(back !== undefined && back !== etat
          ? [{ numero, champ: "etat" as const, apres: back }]
          : []),
        ...DATES.filter((champ) => faits[champ] !== undefined).map(
          (champ): Ecriture => ({ numero, champ, apres: "" }),
        ),
      ],
      journal: [{ numero, champ: CHAMP_REOUVERTURE, avant: etat ?? "", apres: motif }],
      source: SOURCE_REOUVERTURE,
    });
    if (done.kind === "refus") return done;
    return {
      kind: "fait",
      lot: done.lot,
      message: `Dossier ${numero}\u00a0: décision rouverte, elle peut être changée. Le motif est au Journal.`,
    };
  });
}
