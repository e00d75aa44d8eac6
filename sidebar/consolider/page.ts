import { byId } from "../kit/element.js";
import { openView } from "../kit/ouvrir.js";
import { fichier } from "./fichier.js";
import { mouvements } from "./mouvements.js";
import { redeployer, type Saisie } from "./redeployer.js";
import { script } from "./scripts.js";
import { type Ouvert, situation } from "./situation.js";

/** Reads the region as it stands and draws it; what was typed of a movement stays until it is recorded. */
function open(saisie?: Saisie): Promise<void> {
  return openView(script.ouvrir, (etat) =>
    draw(etat, saisie ?? { date: etat.aujourdhui, de: "", vers: "", montant: "", motif: "" }),
  );
}

function draw(etat: Ouvert, saisie: Saisie): void {
  const form = redeployer(etat, saisie, () => open());
  byId("vue").replaceChildren(
    fichier(() => open(saisie)),
    situation(etat),
    mouvements(etat, form.remplir),
    form.section,
  );
}

void open();
