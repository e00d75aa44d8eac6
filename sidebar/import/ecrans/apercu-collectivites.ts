import type { AChoisir } from "../../../src/imports/protocole.js";
import { element } from "../../kit/element.js";
import type { ChoixApercu } from "../choix.js";
import { liste } from "../pages.js";

/** Dossiers whose collectivité is not certain: a short list to choose from, nothing by default. */
export function collectivites(
  items: readonly AChoisir[],
  choix: ChoixApercu,
  refresh: () => void,
): HTMLElement {
  return element(
    "div",
    {},
    element(
      "p",
      { class: "note" },
      "Choisissez la collectivité pour reprendre sa population et son type. Sans choix, le dossier est importé avec ce que dit le fichier.",
    ),
    liste({
      elements: items,
      libelle: "Collectivités à choisir",
      texte: ({ numero, porteur }) => `${numero} ${porteur}`,
      ligne: (item) => line(item, choix, refresh),
    }),
  );
}

function line(
  { numero, porteur, pourquoi, candidats }: AChoisir,
  choix: ChoixApercu,
  refresh: () => void,
): HTMLElement {
  const choose = element(
    "select",
    { "aria-label": `Collectivité du dossier ${numero}` },
    element("option", { value: "" }, "— ne pas choisir —"),
    ...candidats.map(({ cle, libelle }) => element("option", { value: cle }, libelle)),
  );
  choose.value = choix.collectiviteDe(numero);
  choose.addEventListener("change", () => {
    choix.choisirCollectivite(numero, choose.value);
    refresh();
  });
  return element(
    "li",
    {},
    element("strong", {}, numero),
    ` ${porteur}`,
    element("p", { class: "note" }, pourquoi),
    ...(candidats.length > 0 ? [choose] : []),
  );
}
