import { CHAMPS } from "../../dossiers/champs.js";
import { compter } from "../../dossiers/text.js";
import { differencesDe, empreinteDuTout, signaturesDe } from "../../imports/apercu.js";
import type { DemandeAppliquer, ResultatAppliquer } from "../../imports/protocole.js";
import type { Classeur, Ports } from "../ports.js";
import { refus } from "../ports.js";
import { type Lot, retirerLot } from "./attente.js";
import { ecrireImport } from "./ecrire.js";
import { ecrireMemoire } from "./memoires.js";
import { apportDe, lotComplet, preparer, projeter } from "./preparer.js";

/** Differences told one by one; beyond, their number. */
const TOLD = 20;

/**
 * Applies a staged import in one go, if the sheet still gives what the preview showed. The staging tab
 * goes once all is written.
 */
export function appliquerImport(ports: Ports, demande: DemandeAppliquer): ResultatAppliquer {
  return ports.sousVerrou(() => {
    const { classeur } = ports;
    const { lot, empreinte, choix = {} } = demande;
    const staged = lotComplet(classeur, lot);
    if ("kind" in staged) return staged;
    if (staged.empreinte === "" || staged.empreinte !== empreinte) {
      return refus(
        "Cet aperçu n’est plus le dernier de cet import. Demandez un nouvel aperçu. Rien n’a été modifié.",
      );
    }
    const prepared = preparer(classeur);
    if ("kind" in prepared) return prepared;
    const apport = apportDe(staged);
    const seen = signaturesDe(projeter(prepared, apport).comparaison);
    if (empreinteDuTout(seen) !== empreinte) {
      const differences = differencesDe(staged.signatures, seen);
      const more = differences.length - TOLD;
      return {
        kind: "change",
        message:
          "Votre tableau a changé depuis l’aperçu. Rien n’a été modifié\u00a0: regardez le nouvel aperçu.",
        differences: [
          ...differences.slice(0, TOLD),
          ...(more > 0 ? [`… et ${compter(more, "autre dossier", "autres dossiers")}.`] : []),
        ],
      };
    }
    const written = ecrireImport(ports, prepared, apport, projeter(prepared, apport, choix), choix);
    const { resultat, nouveaux, changes, entreprises } = written;
    if (resultat.kind === "refus") return resultat;
    finir(classeur, staged);
    return {
      kind: "fait",
      message: messageDe(nouveaux, changes, entreprises),
      lot: resultat.lot,
      nouveaux,
      changes,
      entreprises,
      laissees: resultat.laissees.map(
        ({ numero, champ }) =>
          `Dossier ${numero}, ${CHAMPS[champ].titre}\u00a0: la cellule est une formule, elle n’est pas modifiée.`,
      ),
    };
  });
}

/** The import is done by then: a staging tab that stays shows as one that waits, and applies to nothing. */
function finir(classeur: Classeur, { lot, demarche, colonnes }: Lot): void {
  try {
    classeur.appliquer([...ecrireMemoire(classeur, { demarche, colonnes }), retirerLot(lot)]);
  } catch {
    return;
  }
}

function messageDe(nouveaux: number, changes: number, entreprises: number): string {
  if (nouveaux + changes + entreprises === 0) {
    return "Rien à écrire\u00a0: votre tableau est déjà à jour.";
  }
  return `Import terminé\u00a0: ${[
    compter(nouveaux, "nouveau dossier", "nouveaux dossiers"),
    compter(changes, "dossier mis à jour", "dossiers mis à jour"),
    compter(entreprises, "entreprise ajoutée", "entreprises ajoutées"),
  ].join(", ")}.`;
}
