import type { CaseChangee, DossierChange } from "../../../src/imports/protocole.js";
import { element } from "../../kit/element.js";
import { entete } from "../../kit/table.js";
import type { ChoixApercu } from "../choix.js";
import { liste } from "../pages.js";
import { prise } from "./apercu-nouveaux.js";

const REASONS: Readonly<Record<CaseChangee["raison"], string>> = {
  vide: "case vide",
  inchange_depuis_import: "inchangée depuis le dernier import",
  saisi: "saisie à la main depuis le dernier import",
  origine_inconnue: "peut-être saisie à la main",
};

/** Dossiers that the file gives another value: field by field, what stands and what would. */
export function changes(
  items: readonly DossierChange[],
  choix: ChoixApercu,
  refresh: () => void,
): HTMLElement {
  if (items.length === 0)
    return element("p", { class: "note" }, "Aucun dossier modifié depuis le dernier import.");
  const ticked = ({ cases }: DossierChange) => cases.some(({ coche }) => coche);
  return element(
    "div",
    {},
    element(
      "p",
      { class: "note" },
      "Une case que quelqu’un a pu saisir à la main n’est pas cochée\u00a0: cochez-la pour prendre la valeur du fichier. Les décisions, montants accordés et colonnes d’instruction ne sont jamais modifiés.",
    ),
    liste({
      elements: [...items.filter(ticked), ...items.filter((item) => !ticked(item))],
      libelle: "Dossiers modifiés",
      texte: ({ numero, porteur }) => `${numero} ${porteur}`,
      ligne: (item) => line(item, choix, refresh),
    }),
  );
}

function line(item: DossierChange, choix: ChoixApercu, refresh: () => void): HTMLElement {
  const { numero, cases, laissees } = item;
  const rows = cases.map((one) => cell(numero, one, choix, refresh));
  const block = () => {
    for (const { box } of rows) box.disabled = !choix.estPris(numero);
  };
  block();
  const taken = prise(item, choix, () => {
    block();
    refresh();
  });
  return element(
    "li",
    {},
    taken,
    ...(rows.length === 0
      ? []
      : [
          element(
            "table",
            { class: "changements" },
            entete(["Écrire", "Champ", "Dans le suivi", "Dans le fichier", "Case du suivi"]),
            element("tbody", {}, ...rows.map(({ node }) => node)),
          ),
        ]),
    ...laissees.map((text) => element("p", { class: "remarque" }, text)),
  );
}

function cell(
  numero: string,
  one: CaseChangee,
  choix: ChoixApercu,
  refresh: () => void,
): { readonly node: HTMLElement; readonly box: HTMLInputElement } {
  const box = element("input", {
    type: "checkbox",
    "aria-label": `Écrire ${one.titre} du dossier ${numero}`,
  });
  box.checked = choix.estEcrite(numero, one);
  box.addEventListener("change", () => {
    choix.ecrire(numero, one, box.checked);
    refresh();
  });
  const shown = (text: string) =>
    text === "" ? element("span", { class: "note" }, "(vide)") : element("span", {}, text);
  const node = element(
    "tr",
    {},
    element("td", {}, box),
    element("th", { scope: "row" }, one.titre),
    element("td", { class: "avant" }, shown(one.avant)),
    element("td", { class: "apres" }, shown(one.apres)),
    element("td", {}, REASONS[one.raison]),
  );
  return { node, box };
}
