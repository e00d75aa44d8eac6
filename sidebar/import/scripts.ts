import type {
  Choix,
  DemandeEtager,
  EtatImport,
  RefusImport,
  ResultatApercu,
  ResultatAppliquer,
  ResultatColonnes,
  ResultatEtager,
  ResultatSimple,
  ResultatTerritoires,
} from "../../src/imports/protocole.js";
import type { Champ } from "../../src/rules/dossier.js";
import { call } from "../kit/call.js";

/** What the script answers this page, entry by entry. */
export const script = {
  ouvrir: () => call<EtatImport>("apiImportOuvrir"),
  territoires: (departements: readonly string[]) =>
    call<ResultatTerritoires>("apiTerritoiresCharger", { departements }),
  etager: (demande: DemandeEtager) =>
    call<ResultatEtager | RefusImport>("apiImportEtager", demande),
  apercu: (lot: string) => call<ResultatApercu>("apiImportApercu", { lot }),
  colonnes: (champs: readonly Champ[]) => call<ResultatColonnes>("apiImportColonnes", { champs }),
  appliquer: (lot: string, empreinte: string, choix: Choix) =>
    call<ResultatAppliquer>("apiImportAppliquer", { lot, empreinte, choix }),
  abandonner: (lot: string) => call<ResultatSimple>("apiImportAbandonner", { lot }),
  annuler: (lot: string) => call<ResultatSimple>("apiImportAnnuler", { lot }),
};
