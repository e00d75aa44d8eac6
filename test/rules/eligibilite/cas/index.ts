import { CAS_CALENDRIER } from "./calendrier";
import type { Cas } from "./cas";
import { CAS_CONDITIONS } from "./conditions";
import { CAS_DEPENSES } from "./depenses";
import { CAS_FINANCEMENT } from "./financement";
import { CAS_PORTEUR } from "./porteur";

export { type Cas, ISSUE_DU_MOTIF } from "./cas";

/** Every case, by the rules it shows. */
export const CAS: Readonly<Record<string, readonly Cas[]>> = {
  "who asks, and where": CAS_PORTEUR,
  "theme, cost and rates": CAS_FINANCEMENT,
  "days and deadlines": CAS_CALENDRIER,
  "excluded spending": CAS_DEPENSES,
  "conditions and documents": CAS_CONDITIONS,
};
