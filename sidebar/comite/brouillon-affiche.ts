import { element } from "../kit/element.js";
import type { EtatBrouillon } from "./brouillons.js";
import { brouillonLabel } from "./etiquettes.js";

const QUAND = new Intl.DateTimeFormat("fr-FR", {
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/**
 * What is said of a draft above the dossier: that it was found again, what changed of the dossier since,
 * how long it stays.
 *
 * @param discard button that gives it up
 */
export function brouillonAffiche(
  etat: EtatBrouillon | undefined,
  discard: HTMLButtonElement,
): readonly Node[] {
  if (!etat) return [];
  const { repris, changes, garde } = etat;
  const since = repris === undefined ? "" : `saisi le ${QUAND.format(new Date(repris))}. `;
  const where = garde
    ? "Saisie non enregistrée, gardée dans ce navigateur."
    : "Saisie non enregistrée, gardée tant que ce panneau reste ouvert.";
  const stale =
    changes.length === 0
      ? []
      : [
          element(
            "p",
            { class: "message attention" },
            `! Le dossier a changé depuis cette saisie\u00a0: ${changes.join(", ")}. Relisez-le avant d’enregistrer.`,
          ),
        ];
  return [
    element(
      "p",
      {},
      brouillonLabel(repris !== undefined),
      element("span", { class: "note" }, ` ${since}${where}`),
    ),
    ...stale,
    element("div", { class: "actions serrees" }, discard),
  ];
}
