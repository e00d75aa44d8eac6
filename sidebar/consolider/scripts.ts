import type { ResultatAnnulationSaisie } from "../../src/app/annuler-saisie.js";
import type {
  EtatRegion,
  ResultatConsolider,
  ResultatMouvement,
} from "../../src/app/region/protocole.js";
import type { Tables } from "../../src/imports/tables.js";
import type { Mouvement } from "../../src/rules/mouvements.js";
import { call } from "../kit/call.js";

/** The script's entries that this page calls, with what they take and give. */
export const script = {
  ouvrir: () => call<EtatRegion>("apiRegionOuvrir"),
  consolider: (tables: Tables, apercu: boolean, departement: string, horsTerritoire = false) =>
    call<ResultatConsolider>("apiRegionConsolider", {
      ...tables,
      apercu,
      horsTerritoire,
      ...(departement !== "" && { departement }),
    }),
  annuler: (lot: string) => call<ResultatAnnulationSaisie>("apiRegionAnnuler", { lot }),
  mouvement: (mouvement: Mouvement, apercu: boolean) =>
    call<ResultatMouvement>("apiRegionMouvement", { ...mouvement, apercu }),
  suivi: () => call<{ kind: string; message: string }>("apiRegionSuivi"),
};
