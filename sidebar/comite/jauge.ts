import { type Cents, formatEuros, ratioRoundedDown } from "../../src/rules/cents.js";
import { formatPoints } from "../../src/rules/points.js";
import { element } from "../kit/element.js";

/** An envelope around one grant. */
export interface Jauge {
  readonly total: Cents;
  /** Granted to the other dossiers. */
  readonly avant: Cents;
  /** The grant being decided. */
  readonly montant: Cents;
}

/** Parts of the bar in percent of its length; what goes over the envelope lengthens the whole. */
export function partsOf({ total, avant, montant }: Jauge): { avant: number; montant: number } {
  const whole = Math.max(total, avant + montant, 1);
  return { avant: (avant / whole) * 100, montant: (montant / whole) * 100 };
}

/** What the bar says, in figures. */
function sentenceOf({ total, avant, montant }: Jauge): string {
  const reste = total - avant - montant;
  const left = reste < 0 ? `dépassement de ${formatEuros(-reste)}` : `reste ${formatEuros(reste)}`;
  return `Enveloppe ${formatEuros(total)}\u00a0: avant ${formatEuros(avant)}, ce dossier ${formatEuros(montant)}, ${left}.`;
}

function part(name: string, percent: number): HTMLElement {
  const made = element("span", { class: name });
  made.style.width = `${percent}%`;
  return made;
}

/** The bar and its figures, before and after. */
export function jauge(figures: Jauge, source: string): HTMLElement {
  const { total, avant, montant } = figures;
  const parts = partsOf(figures);
  const over = avant + montant > total;
  const bar = element(
    "div",
    { class: over ? "jauge depasse" : "jauge", role: "img", "aria-label": sentenceOf(figures) },
    part("avant", parts.avant),
    part("montant", parts.montant),
  );
  const line = (label: string, pris: Cents) => {
    const share = ratioRoundedDown(pris, total);
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, label),
      element(
        "td",
        { class: "montant" },
        formatEuros(pris),
        element("span", { class: "note bloc" }, share === undefined ? "" : formatPoints(share)),
      ),
      element("td", { class: "montant" }, formatEuros(total - pris)),
    );
  };
  const head = element(
    "tr",
    {},
    element("td", {}),
    element("th", { scope: "col", class: "montant" }, "Accordé"),
    element("th", { scope: "col", class: "montant" }, "Reste"),
  );
  return element(
    "div",
    {},
    bar,
    element(
      "table",
      { class: "avant-apres" },
      element("caption", {}, `Enveloppe de ${formatEuros(total)}`),
      head,
      line("Avant", avant),
      line("Après", avant + montant),
    ),
    ...(over
      ? [
          element(
            "p",
            { class: "message erreur" },
            `✗ Enveloppe dépassée de ${formatEuros(avant + montant - total)}.`,
          ),
        ]
      : []),
    element("p", { class: "note" }, source),
  );
}
