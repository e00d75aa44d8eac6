import { compter } from "../../../src/dossiers/text.js";
import type { ResultatAppliquer } from "../../../src/imports/protocole.js";
import { button, element } from "../../kit/element.js";
import { liste } from "../pages.js";

type Fait = Extract<ResultatAppliquer, { readonly kind: "fait" }>;

export interface EcranResultat {
  readonly fait: Fait;
  readonly annuler: () => void;
  readonly autre: () => void;
  readonly fermer: () => void;
}

/** What was written, and the way back. */
export function ecranResultat({ fait, annuler, autre, fermer }: EcranResultat): HTMLElement {
  const { message, lot, laissees } = fait;
  return element(
    "section",
    {},
    element("h2", { tabindex: -1 }, "Import terminé"),
    element("p", { class: "message fait" }, message),
    ...(laissees.length === 0
      ? []
      : [
          element(
            "h3",
            {},
            compter(laissees.length, "case laissée telle quelle", "cases laissées telles quelles"),
          ),
          liste({
            elements: laissees,
            libelle: "Cases laissées telles quelles",
            texte: (text) => text,
            ligne: (text) => element("li", {}, text),
          }),
        ]),
    element(
      "div",
      { class: "actions bas" },
      button("Fermer", fermer, { class: "principal" }),
      button("Importer un autre fichier", autre),
      ...(lot === "" ? [] : [button("Annuler cet import", annuler)]),
    ),
    ...(lot === ""
      ? []
      : [
          element(
            "p",
            { class: "note" },
            "L’annulation remet chaque case comme avant l’import, tant que personne ne l’a modifiée depuis.",
          ),
        ]),
  );
}
