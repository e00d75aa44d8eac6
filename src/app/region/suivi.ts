import { NOM_CONSOLIDE, NOM_MOUVEMENTS } from "../../dossiers/onglets-demande.js";
import { quoted } from "../../dossiers/text.js";
import { NOM_REGIONAL, planConsolide } from "../../reports/consolide.js";
import type { Ports, Refus } from "../ports.js";
import { lireTable } from "../suivi/lignes.js";
import { lireRegion } from "./situation.js";

/** Makes the tab of the consolidated follow-up, in place of the former one. */
export function suiviRegional(
  ports: Ports,
): { readonly kind: "fait"; readonly message: string } | Refus {
  return ports.sousVerrou(() => {
    const { classeur } = ports;
    const consolide = lireTable(classeur, NOM_CONSOLIDE);
    if ("kind" in consolide) return consolide;
    const mouvements = lireTable(classeur, NOM_MOUVEMENTS);
    if ("kind" in mouvements) return mouvements;
    classeur.appliquer([...consolide.creation, ...mouvements.creation]);
    const { guichet, aujourdhui, departements, notes } = lireRegion(ports);
    classeur.remplacer(
      planConsolide({
        guichet,
        jour: aujourdhui,
        departements,
        notes,
        consolide: consolide.colonnes,
        mouvements: mouvements.colonnes,
      }),
    );
    return { kind: "fait", message: `Onglet ${quoted(NOM_REGIONAL)} fait.` };
  });
}
