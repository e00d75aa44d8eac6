import { apercuDe, empreinteDuTout, signaturesDe } from "../../imports/apercu.js";
import { autresDepartements } from "../../imports/autres-departements.js";
import type { ResultatApercu } from "../../imports/protocole.js";
import type { Ports } from "../ports.js";
import { noterApercu } from "./attente.js";
import { apportDe, lotComplet, preparer, projeter } from "./preparer.js";

/**
 * Says what a staged import would do to the sheet as it is now. Nothing is written but the preview's
 * fingerprints, beside the staged lines.
 */
export function apercevoir(ports: Ports, lot: string): ResultatApercu {
  return ports.sousVerrou(() => {
    const { classeur } = ports;
    const staged = lotComplet(classeur, lot);
    if ("kind" in staged) return staged;
    const prepared = preparer(classeur);
    if ("kind" in prepared) return prepared;
    const { comparaison, entreprises } = projeter(prepared, apportDe(staged));
    const signatures = signaturesDe(comparaison);
    classeur.appliquer(noterApercu(staged, empreinteDuTout(signatures), signatures));
    return apercuDe(comparaison, prepared.etat, {
      lot,
      onglet: prepared.onglet.nom,
      fichier: staged.fichier,
      entreprises,
      avertissements: [
        ...prepared.avertissements,
        ...autresDepartements(
          comparaison.nouveaux.map(({ valeurs }) => valeurs),
          prepared.etat.lignes.map(({ cellules }) => cellules),
          prepared.departement,
        ),
      ],
    });
  });
}
