import { announce } from "../kit/annonce.js";
import { button, byId, element } from "../kit/element.js";

const ETAPES = ["Fichier", "Contenu", "Colonnes", "Aperçu", "Résultat"] as const;

export type Etape = (typeof ETAPES)[number];

/** Puts a screen in the page, says which step it is, and brings the keyboard to its heading. */
export function montrer(etape: Etape, vue: HTMLElement): void {
  dire("", "");
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
export function dire(
  kind: "erreur" | "attention" | "fait" | "",
  texte: string,
  ...actions: readonly Node[]
): void {
  const place = byId("message");
  place.replaceChildren();
  if (texte === "") return;
  const close = button("Fermer ce message", () => {
    place.replaceChildren();
    byId("vue").querySelector<HTMLElement>("h2")?.focus();
  });
  place.append(
    element(
      "div",
      { class: `message ${kind}` },
      element("p", {}, texte),
      element("div", { class: "actions serrees" }, ...actions, close),
    ),
  );
  announce(texte);
  place.scrollIntoView({ block: "nearest" });
}

/** Lets the page paint before something long. */
export function peindre(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });
}
