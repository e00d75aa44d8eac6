import { type Cents, formatEuros } from "../../src/rules/cents.js";
import { consommation } from "../../src/rules/enveloppe.js";
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

/**
 * What is left of an envelope, in words.
 *
 * @param reste in cents; less than nothing where the envelope is exceeded
 */
export function restant(reste: Cents): string {
  return reste < 0 ? `dépassement de ${formatEuros(-reste)}` : `reste ${formatEuros(reste)}`;
}

/** What the bar says, in figures. */
function sentenceOf({ total, avant, montant }: Jauge): string {
  const reste = total - avant - montant;
  return `Enveloppe ${formatEuros(total)}\u00a0: avant ${formatEuros(avant)}, ce dossier ${formatEuros(montant)}, ${restant(reste)}.`;
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
  const over = avant + montant - total;
  const bar = element(
    "div",
    {
      class: over > 0 ? "jauge depasse" : "jauge",
      role: "img",
      "aria-label": sentenceOf(figures),
    },
    part("avant", parts.avant),
    part("montant", parts.montant),
  );
  return element(
    "div",
    {},
    bar,
    element("p", { class: "note" }, `Enveloppe de ${formatEuros(total)} `, source),
    element(
      "dl",
      { class: "avant-apres" },
      line("Avant", avant, total),
      line("Après", avant + montant, total),
    ),
    ...(over > 0
      ? [element("p", { class: "message erreur" }, `✗ Enveloppe dépassée de ${formatEuros(over)}.`)]
      : []),
  );
}

/** What is granted at one moment, with its share of the envelope and what it leaves. */
function line(label: string, pris: Cents, total: Cents): HTMLElement {
  const points = consommation(total, pris);
  const share = points === undefined ? "" : ` (${formatPoints(points)})`;
  const left = total - pris;
  return element(
    "div",
    {},
    element("dt", {}, label),
    element("dd", {}, `${formatEuros(pris)} accordés${share}`),
    element("dd", {}, restant(left)),
  );
}
