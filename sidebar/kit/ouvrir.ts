import { actionButton } from "./bouton.js";
import { byId, element } from "./element.js";
import { messageOf, tell } from "./message.js";

interface Refusal {
  readonly kind: "refus";
  readonly message: string;
}

/**
 * Reads what a page shows, then draws it. A refusal stands in `<div id="vue">` instead; after a failure,
 * a button there reads again.
 *
 * @param read asks the script
 * @param draw fills the page with any answer that is no refusal
 */
export async function openView<E extends { readonly kind: string }>(
  read: () => Promise<E | Refusal>,
  draw: (etat: Exclude<E, Refusal>) => void,
): Promise<void> {
  const vue = byId("vue");
  try {
    const etat = await read();
    if (isRefusal(etat)) {
      vue.replaceChildren(element("p", { class: "message erreur" }, etat.message));
    } else draw(etat as Exclude<E, Refusal>);
  } catch (error) {
    vue.replaceChildren(actionButton("Réessayer", "Lecture…", () => openView(read, draw), true));
    tell("erreur", messageOf(error));
  }
}

function isRefusal(etat: { readonly kind: string }): etat is Refusal {
  return etat.kind === "refus";
}
