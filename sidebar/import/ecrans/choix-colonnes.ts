import type { Apercu } from "../../../src/imports/protocole.js";
import type { Champ } from "../../../src/rules/dossier.js";
import { button, element } from "../../kit/element.js";

/** Fields of the file that the référent's tab has no column for: each can be given one, at the right. */
export function choixColonnes(
  { onglet, sansColonne }: Apercu,
  ajouter: (champs: readonly Champ[], bouton: HTMLButtonElement) => void,
): HTMLElement | string {
  if (sansColonne.length === 0) return "";
  const boxes = sansColonne.map(({ champ, titre }) => {
    const box = element("input", { type: "checkbox" });
    return { champ, box, label: element("label", { class: "case" }, box, ` ${titre}`) };
  });
  const add = button("Ajouter les colonnes cochées", () =>
    ajouter(
      boxes.filter(({ box }) => box.checked).map(({ champ }) => champ),
      add,
    ),
  );
  return element(
    "details",
    { class: "cadre attention" },
    element(
      "summary",
      {},
      `Sans colonne dans votre onglet, donc non écrit\u00a0: ${sansColonne.map(({ titre }) => titre).join(", ")}`,
    ),
    element(
      "p",
      { class: "note" },
      `Cochez les colonnes à ajouter à droite de «\u00a0${onglet}\u00a0»\u00a0; vos autres colonnes ne bougent pas.`,
    ),
    element("div", { class: "cases" }, ...boxes.map(({ label }) => label)),
    add,
  );
}
