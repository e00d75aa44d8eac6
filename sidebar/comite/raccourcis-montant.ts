import { type Cents, formatEuros } from "../../src/rules/cents.js";
import type { CadreDecision } from "../../src/rules/decision.js";
import { smallestGrant } from "../../src/rules/subvention.js";
import { button, element } from "../kit/element.js";

/** The largest grant that every ordinary bound allows; nothing where no ceiling or request is known. */
export function maximumOf(cadre: CadreDecision): Cents | undefined {
  const { plafond, demande, cout, autres = 0, part, enveloppe } = cadre;
  if (plafond === undefined && demande === undefined) return undefined;
  const bounds = [
    plafond,
    demande,
    cout === undefined ? undefined : cout - autres,
    part,
    enveloppe && enveloppe.total - enveloppe.consomme,
  ];
  return smallestGrant(bounds.filter((bound) => bound !== undefined));
}

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
