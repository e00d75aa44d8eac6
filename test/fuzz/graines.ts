import type { WorkbookSnapshot } from "../../local/engine/snapshot.js";
import { type Atelier, atelier, type Reponse } from "../app/aides/atelier.js";
import { ACTIONS } from "../faults/actions.js";
import * as base from "../faults/bases.js";

/** What a page sends to an entry, on the workbook where it succeeds. */
interface Graine {
  readonly entree: string;
  readonly ouvre: () => Atelier;
  readonly demande: unknown;
}

/** What the actions of the faults' table ask, in the order they ask it. */
function demandees(): readonly Graine[] {
  return ACTIONS.flatMap(({ depart, fait, le }) => {
    const ouvre = () => atelier(depart(), le === undefined ? {} : { le });
    const opened = ouvre();
    const asked: Graine[] = [];
    const api = (entree: string, demande?: unknown): Reponse => {
      asked.push({ entree, ouvre, demande });
      return opened.api(entree, demande);
    };
    fait({ ...opened, api });
    return asked;
  });
}

const LECTURES: readonly {
  readonly entree: string;
  readonly depart: () => WorkbookSnapshot;
  readonly demande: unknown;
}[] = [
  { entree: "apiComiteOuvrir", depart: base.COMITE_NORD, demande: {} },
  { entree: "apiComiteSelection", depart: base.COMITE_NORD, demande: {} },
  {
    entree: "apiComiteDossier",
    depart: base.PROPOSITIONS,
    demande: { numero: base.SUIPPES, comite: base.COMITE },
  },
  {
    entree: "apiComiteValider",
    depart: base.PROPOSITIONS,
    demande: {
      comite: base.COMITE,
      apercu: true,
      numeros: [base.SUIPPES],
      attendu: [{ numero: base.SUIPPES, avis: "favorable", montant: 960_000, motif: "" }],
    },
  },
  { entree: "apiEnvoiOuvrir", depart: base.RAPPORT, demande: {} },
  { entree: "apiEnvoiPreparer", depart: base.RAPPORT, demande: { onglet: "DITP 2021-07" } },
  { entree: "apiImportOuvrir", depart: base.IMPORT_VIDE, demande: {} },
  {
    entree: "apiImportApercu",
    depart: () => base.ATTENTE().snapshot,
    demande: { lot: base.ATTENTE().apercu.lot },
  },
  {
    entree: "apiImportAppliquer",
    depart: () => base.ATTENTE().snapshot,
    demande: {
      lot: base.ATTENTE().apercu.lot,
      empreinte: base.ATTENTE().apercu.empreinte,
      choix: {
        laisser: ["3"],
        cases: [{ numero: "1", champ: "cout", ecrire: true }],
        collectivites: [{ numero: "1", cle: "59350" }],
      },
    },
  },
  { entree: "apiOuvrirLettres", depart: base.APRES_COMITE, demande: {} },
  { entree: "apiRegionOuvrir", depart: base.REGION, demande: {} },
  { entree: "apiSimulationOuvrir", depart: base.SCENARIO_GARDE, demande: {} },
  { entree: "apiSuites", depart: base.APRES_COMITE, demande: { comite: "Comité de juillet" } },
  { entree: "apiSuiviOuvrir", depart: base.EVALUABLE, demande: {} },
  { entree: "apiVerifier", depart: base.INSTALLE, demande: {} },
];

/** A demand that succeeds for every entry; for some several. */
export const GRAINES: readonly Graine[] = [
  ...demandees(),
  ...LECTURES.map(({ depart, ...asked }) => ({ ...asked, ouvre: () => atelier(depart()) })),
];
