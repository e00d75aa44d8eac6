import type { ResultatEnvoi } from "../../src/app/envois.js";
import type { EnvoiPrepare, OuvertureEnvoi } from "../../src/app/envois-preparer.js";
import type { Refus } from "../../src/app/ports.js";
import { call } from "../kit/call.js";

/** The script's entries that this page calls, with what they take and give. */
export const script = {
  ouvrir: () => call<OuvertureEnvoi>("apiEnvoiOuvrir"),
  preparer: (onglet: string) => call<EnvoiPrepare | Refus>("apiEnvoiPreparer", { onglet }),
  marquer: (onglet: string) => call<ResultatEnvoi>("apiMarquerTransmis", { onglet }),
};
