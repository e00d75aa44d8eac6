import { formatEuros } from "../../src/rules/cents.js";
import { formatDay } from "../../src/rules/day.js";
import type { Mouvement } from "../../src/rules/mouvements.js";
import { button, element } from "../kit/element.js";
import { defilant } from "../kit/table.js";
import type { Saisie } from "./redeployer.js";
import { type Ouvert, table } from "./situation.js";

/**
 * The ledger of movements. None is ever changed or taken away: the way back is a movement the other way.
 *
 * @param inverser told what to type for the movement that undoes one
 */
export function mouvements(etat: Ouvert, inverser: (saisie: Saisie) => void): HTMLElement {
  const { aujourdhui, mouvements: registre } = etat;
  if (registre.length === 0) return element("div", {});
  const undo = (mouvement: Mouvement) =>
    button("Inverser…", () => inverser(inverse(mouvement, aujourdhui)), {
      "aria-label": `Préparer le mouvement inverse de ${designation(mouvement)}`,
    });
  return element(
    "section",
    { "aria-label": "Mouvements enregistrés" },
    element("h2", {}, "Mouvements enregistrés"),
    element(
      "p",
      { class: "note" },
      "Un mouvement enregistré ne s’efface pas. Pour l’annuler, enregistrez le mouvement inverse\u00a0: «\u00a0Inverser…\u00a0» le prépare ci-dessous, sans rien enregistrer.",
    ),
    defilant(
      "Mouvements",
      table(
        ["Date", "De", "Vers", "Montant", "Motif", "Annuler"],
        registre.map((mouvement) => {
          const { date, de, vers, montant, motif } = mouvement;
          const day = date === "" ? "" : formatDay(date);
          return [day, de, vers, formatEuros(montant), motif, undo(mouvement)];
        }),
      ),
    ),
  );
}

const designation = ({ date, de, vers, montant }: Mouvement): string =>
  `${formatEuros(montant)} du ${de} vers le ${vers}${date === "" ? "" : ` (${formatDay(date)})`}`;

/** What to type for the movement that gives back what another one took. */
function inverse(mouvement: Mouvement, date: string): Saisie {
  const { de, vers, montant } = mouvement;
  return {
    date,
    de: vers,
    vers: de,
    montant: formatEuros(montant),
    motif: `Annule le mouvement de ${designation(mouvement)}`,
  };
}
