import { type Cents, formatEuros } from "../../src/rules/cents.js";
import type { CadreDecision } from "../../src/rules/decision.js";
import { button, element } from "../kit/element.js";
import { maximumOf } from "./maximum.js";

/** Buttons that fill the amount with a figure at hand: the request, the most that is allowed, the flat rate. */
export function raccourcisMontant(cadre: CadreDecision, fill: (cents: Cents) => void): HTMLElement {
  const figures = [
    { label: "Demande", cents: cadre.demande },
    { label: "Maximum possible", cents: maximumOf(cadre) },
    { label: "Forfait", cents: cadre.forfait },
  ];
  const buttons = figures.flatMap(({ label, cents }) =>
    cents === undefined
      ? []
      : [button(`${label}\u00a0: ${formatEuros(cents)}`, () => fill(cents), { class: "petit" })],
  );
  return element("div", { class: "actions serrees" }, ...buttons);
}
