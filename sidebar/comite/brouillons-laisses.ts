import { compter } from "../../src/dossiers/text.js";
import { button, element } from "../kit/element.js";
import type { Ouvert, Session } from "./session.js";

/** Dossiers whose form was typed in and not recorded, in this page or in one that was closed; one press leads back to each. */
export function brouillonsLaisses(session: Session, ouvert: Ouvert): readonly HTMLElement[] {
  const found = session.brouillons.laisses().flatMap(({ comite, numero }) => {
    const ligne = ouvert.dossiers.find((known) => known.numero === numero);
    const known = ouvert.comites.some(({ nom }) => nom === comite);
    return ligne && known ? [{ comite, ligne }] : [];
  });
  if (found.length === 0) return [];
  const lines = found.map(({ comite, ligne: { numero, porteur } }) => {
    const open = button(
      `${numero} ${porteur}`,
      () => {
        session.nomComite = comite;
        session.showDossier(numero);
      },
      { class: "petit" },
    );
    return element("li", {}, open, element("span", { class: "note bloc" }, comite));
  });
  const title = compter(found.length, "saisie non enregistrée", "saisies non enregistrées");
  return [
    element(
      "section",
      { class: "message attention" },
      element("h3", {}, `✎ ${title}`),
      element("ul", { class: "sans-puce" }, ...lines),
    ),
  ];
}
