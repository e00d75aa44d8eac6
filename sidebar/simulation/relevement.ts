import { relever } from "../../src/rules/optimisation-relever.js";
import { button, element } from "../kit/element.js";
import { tell } from "../kit/message.js";
import { defilant, entete, type Titre } from "../kit/table.js";
import { bilanBrouillon, type Ligne } from "./etat.js";
import { euros, saisi } from "./formats.js";
import type { Session } from "./session.js";

const TITRES: readonly Titre[] = [
  "N°",
  "Porteur",
  ["Montant", "montant"],
  ["Possible", "montant"],
  ["Hausse", "montant"],
  ["Relevé à", "montant"],
];

/**
 * How far each retained dossier can be raised towards what is possible, with what the envelope has left.
 *
 * @returns `clear` takes away what was worked out: it no longer holds
 */
export function relevement(session: Session): { node: HTMLElement; clear: () => void } {
  const place = element("div", {});
  const node = element(
    "details",
    {},
    element("summary", {}, "Relever les dossiers retenus avec le reste"),
    element(
      "p",
      { class: "note" },
      "Chaque dossier retenu est relevé de la même part de ce qui le sépare de son montant possible, arrondie au centime inférieur\u00a0; les centimes qui restent vont, un par un, aux plus grandes fractions. Si tous peuvent être relevés jusqu’au possible, ils le sont et le solde reste dans l’enveloppe.",
    ),
    button("Calculer", () => show(session, place)),
    place,
  );
  return { node, clear: () => place.replaceChildren() };
}

/** Why nothing can be raised; nothing where something can. */
function obstacleA({ brouillon }: Session, retained: readonly Ligne[]): string | undefined {
  if (retained.length === 0) return "Aucun dossier retenu\u00a0: rien à relever.";
  if (brouillon.enveloppe === undefined) return "Pas d’enveloppe\u00a0: rien à relever.";
  const rest = brouillon.enveloppe - bilanBrouillon(brouillon).montant;
  if (rest < 0) {
    return `Les dossiers retenus dépassent l’enveloppe de ${euros(-rest)}\u00a0: rien à relever.`;
  }
  if (rest === 0) return "L’enveloppe est entièrement répartie\u00a0: rien à relever.";
  return retained.some(({ dossier: { possible = 0 }, montant = 0 }) => montant < possible)
    ? undefined
    : "Chaque dossier retenu est déjà à son montant possible\u00a0: rien à relever.";
}

function show(session: Session, place: HTMLElement): void {
  const { brouillon } = session;
  const retained = brouillon.lignes.filter(({ retenu }) => retenu);
  const obstacle = obstacleA(session, retained);
  if (obstacle !== undefined) {
    place.replaceChildren(element("p", { class: "message attention" }, obstacle));
    return;
  }
  const rest = (brouillon.enveloppe ?? 0) - bilanBrouillon(brouillon).montant;
  const raised = relever(
    retained.map(({ dossier, montant = 0 }) => ({
      cle: dossier.numero,
      montant,
      plafond: dossier.possible ?? montant,
    })),
    rest,
  );
  const spent = raised.reduce((sum, { hausse }) => sum + hausse, 0);
  const amounts = new Map(raised.map(({ cle, montant }) => [cle, montant]));
  place.replaceChildren(
    element(
      "p",
      {},
      `Reste avant\u00a0: ${euros(rest)}. Réparti\u00a0: ${euros(spent)}. Reste après\u00a0: ${euros(rest - spent)}.`,
    ),
    defilant(
      "Montants relevés",
      element(
        "table",
        {},
        entete(TITRES),
        element("tbody", {}, ...retained.map((ligne) => rangee(ligne, amounts))),
      ),
    ),
    element(
      "div",
      { class: "actions" },
      button("Reprendre ces montants dans le scénario", () => {
        for (const ligne of retained) {
          ligne.montant = amounts.get(ligne.dossier.numero) ?? ligne.montant;
          ligne.saisie = saisi(ligne.montant);
        }
        session.toucher();
        session.redraw();
        tell("fait", "Montants repris dans le scénario. Enregistrez-le pour le garder.");
      }),
    ),
  );
}

function rangee(
  { dossier, montant = 0 }: Ligne,
  amounts: ReadonlyMap<string, number>,
): HTMLElement {
  const raised = amounts.get(dossier.numero) ?? montant;
  const amount = (cents: number | undefined) => element("td", { class: "montant" }, euros(cents));
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, dossier.numero),
    element("td", {}, dossier.porteur),
    amount(montant),
    amount(dossier.possible),
    amount(raised - montant),
    amount(raised),
  );
}
