import type { DossierNouveau } from "../../../src/imports/protocole.js";
import { button, element } from "../../kit/element.js";
import type { ChoixApercu } from "../choix.js";
import { liste } from "../pages.js";

/** New dossiers: each can be left out; what would be written of it opens below. */
export function nouveaux(
  items: readonly DossierNouveau[],
  choix: ChoixApercu,
  refresh: () => void,
): HTMLElement {
  if (items.length === 0)
    return element("p", { class: "note" }, "Aucun nouveau dossier dans ce fichier.");
  const place = element("div");
  const draw = () =>
    place.replaceChildren(
      liste({
        elements: items,
        libelle: "Nouveaux dossiers",
        texte: ({ numero, porteur }) => `${numero} ${porteur}`,
        ligne: (item) => line(item, choix, refresh),
      }),
    );
  const all = (taken: boolean) => () => {
    for (const { numero } of items) choix.prendre(numero, taken);
    refresh();
    draw();
  };
  draw();
  return element(
    "div",
    {},
    element(
      "div",
      { class: "actions serrees" },
      button("Tout cocher", all(true)),
      button("Tout décocher", all(false)),
    ),
    place,
  );
}

/** The box that takes a dossier or leaves it out, with its number and who carries it. */
export function prise(
  { numero, porteur, ligne }: Pick<DossierNouveau, "numero" | "porteur" | "ligne">,
  choix: ChoixApercu,
  changed: () => void,
): HTMLElement {
  const box = element("input", { type: "checkbox" });
  box.checked = choix.estPris(numero);
  box.addEventListener("change", () => {
    choix.prendre(numero, box.checked);
    changed();
  });
  return element(
    "label",
    { class: "prise" },
    box,
    " ",
    element("strong", {}, numero),
    ` ${porteur} `,
    element("span", { class: "note" }, `ligne ${ligne}`),
  );
}

function line(item: DossierNouveau, choix: ChoixApercu, refresh: () => void): HTMLElement {
  return element(
    "li",
    {},
    prise(item, choix, refresh),
    ...item.remarques.map((text) => element("p", { class: "remarque" }, text)),
    element(
      "details",
      {},
      element("summary", {}, "Ce qui sera écrit"),
      element(
        "dl",
        { class: "faits" },
        ...item.cases.flatMap(({ titre, valeur }) => [
          element("dt", {}, titre),
          element("dd", {}, valeur),
        ]),
      ),
    ),
  );
}
