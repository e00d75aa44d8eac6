import { byId, element } from "../kit/element.js";
import { messageOf, tell } from "../kit/message.js";
import { fichier } from "./fichier.js";
import { bouton } from "./messages.js";
import { redeployer, type Saisie } from "./redeployer.js";
import { script } from "./scripts.js";
import { situation } from "./situation.js";

/** Draws the region as it stands; what was typed of a movement stays until it is recorded. */
async function open(saisie?: Saisie): Promise<void> {
  try {
    const etat = await script.ouvrir();
    if (etat.kind === "refus") {
      byId("vue").replaceChildren(element("p", { class: "message erreur" }, etat.message));
      return;
    }
    const typed = saisie ?? { date: etat.aujourdhui, de: "", vers: "", montant: "", motif: "" };
    byId("vue").replaceChildren(
      fichier(() => open(typed)),
      situation(etat),
      redeployer(etat, typed, () => open()),
    );
  } catch (error) {
    byId("vue").replaceChildren(bouton("Réessayer", "Lecture…", () => open(saisie), true));
    tell("erreur", messageOf(error));
  }
}

open();
