import type { Cents } from "../../src/rules/cents.js";
import type { CadreDecision } from "../../src/rules/decision.js";
import { smallestGrant } from "../../src/rules/subvention.js";

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
