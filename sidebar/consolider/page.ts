import { byId } from "../kit/element.js";
import { openView } from "../kit/ouvrir.js";
import { fichier } from "./fichier.js";
import { redeployer, type Saisie } from "./redeployer.js";
import { script } from "./scripts.js";
import { situation } from "./situation.js";

/** Draws the region as it stands; what was typed of a movement stays until it is recorded. */
function open(saisie?: Saisie): Promise<void> {
  return openView(script.ouvrir, (etat) => {
    const typed = saisie ?? { date: etat.aujourdhui, de: "", vers: "", montant: "", motif: "" };
    byId("vue").replaceChildren(
      fichier(() => open(typed)),
      situation(etat),
      redeployer(etat, typed, () => open()),
    );
  });
}

void open();
