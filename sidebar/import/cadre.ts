import { announce } from "../kit/annonce.js";
import { byId, element } from "../kit/element.js";
import { type Ton, tell, tellWithActions } from "../kit/message.js";

const ETAPES = ["Fichier", "Contenu", "Colonnes", "Aperçu", "Résultat"] as const;

export type Etape = (typeof ETAPES)[number];

/** Puts a screen in the page, says which step it is, and brings the keyboard to its heading. */
export function montrer(etape: Etape, vue: HTMLElement): void {
  tell("", "");
  byId("etapes").replaceChildren(
    ...ETAPES.map((name, index) =>
      element(
        "li",
        {
          "aria-current": name === etape && "step",
          class: index < ETAPES.indexOf(etape) && "passee",
        },
        name,
      ),
    ),
  );
  byId("vue").replaceChildren(vue);
  const heading = vue.querySelector<HTMLElement>("h2");
  heading?.focus();
  window.scrollTo(0, 0);
  if (heading) announce(heading.textContent ?? "");
}

/** Says what happened, above the screen; what was typed and chosen stays. */
export function dire(kind: Ton, texte: string, ...actions: readonly Node[]): void {
  tellWithActions(kind, texte, actions, "Fermer ce message");
  byId("message").scrollIntoView({ block: "nearest" });
}

/** Lets the page paint before something long. */
export function peindre(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });
}
