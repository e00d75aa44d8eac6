import { NOM_MOUVEMENTS } from "../../dossiers/onglets-demande.js";
import { quoted } from "../../dossiers/text.js";
import { NOM_REGIONAL, planConsolide } from "../../reports/consolide.js";
import { type Ports, type Refus, refus } from "../ports.js";
import { lireTable } from "../suivi/lignes.js";
import { lireOngletConsolide } from "./consolide.js";
import { lireRegion } from "./situation.js";

/** Makes the tab of the consolidated follow-up, in place of the former one; refused where nothing is consolidated yet. */
export function suiviRegional(
  ports: Ports,
): { readonly kind: "fait"; readonly message: string } | Refus {
  return ports.sousVerrou(() => {
    const { classeur } = ports;
    const { guichet, aujourdhui, departements, notes, enveloppe } = lireRegion(ports);
    if (departements.length === 0) {
      return refus(
        "Aucun département consolidé\u00a0: commencez par FITN7 ▸ Région ▸ Consolider et redéployer, dans le classeur de la région. Rien n’a été modifié.",
      );
    }
    const consolide = lireOngletConsolide(classeur);
    if ("kind" in consolide) return consolide;
    const mouvements = lireTable(classeur, NOM_MOUVEMENTS);
    if ("kind" in mouvements) return mouvements;
    classeur.appliquer([...consolide.creation, ...mouvements.creation]);
    classeur.remplacer(
      planConsolide({
        guichet,
        jour: aujourdhui,
        departements,
        notes,
        ...(enveloppe && { enveloppe }),
        consolide: consolide.colonnes,
        mouvements: mouvements.colonnes,
      }),
    );
    return { kind: "fait", message: `Onglet ${quoted(NOM_REGIONAL)} fait.` };
  });
}
