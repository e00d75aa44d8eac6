import { tablesOf } from "../../local/tables.js";
import { TRACKING_WORKBOOKS } from "../../scripts/example-data/tracking.js";
import { lireOngletDossiers, lireSuivi } from "../../src/app/lire-suivi.js";
import type { Classeur } from "../../src/app/ports.js";
import { readParametres } from "../../src/dossiers/parametres.js";
import { GUICHETS } from "../../src/guichets/index.js";
import { planDitp } from "../../src/reports/ditp.js";
import type { Suivi } from "../../src/reports/suivi.js";
import type { GuichetId } from "../../src/rules/guichet.js";

/** The three préfectures of the example data: their file, their tab, the guichet they work under. */
export const PREFECTURES = [
  { nom: "nord", onglet: "Suivi FITN7", guichet: "HDF", prefecture: "Préfecture du Nord" },
  {
    nom: "marne",
    onglet: "Dossiers 2021",
    guichet: "MARNE-V1",
    prefecture: "Préfecture de la Marne",
  },
  { nom: "seine-et-marne", onglet: "Tableau de suivi", guichet: "IDF-V1", prefecture: "" },
] as const satisfies readonly { guichet: GuichetId; [key: string]: string }[];

export type Prefecture = (typeof PREFECTURES)[number];

export const MOIS = ["2021-06", "2021-07"] as const;

/** The tabs of an example workbook, where only reading is asked for. */
function readOnly(nom: string): Classeur {
  const make = TRACKING_WORKBOOKS[`suivi-${nom}.xlsx`];
  if (!make) throw new Error(nom);
  const { onglets } = tablesOf(make());
  const never = () => {
    throw new Error("a list only reads");
  };
  return {
    id: () => "essai",
    noms: () => onglets.map((onglet) => onglet.nom),
    lire: (tab) => ({
      nom: tab,
      lignes: onglets.find((onglet) => onglet.nom === tab)?.lignes ?? [],
    }),
    formules: never,
    derniereLigne: never,
    relire: never,
    retenir: never,
    lireBrut: never,
    lireLignes: never,
    formats: never,
    selection: () => undefined,
    taille: never,
    plageNommee: never,
    appliquer: never,
    remplacer: never,
  };
}

/** All that the reports of a préfecture read. */
export function suiviDe({ nom, onglet, guichet }: Prefecture): Suivi {
  const classeur = readOnly(nom);
  const dossiers = lireOngletDossiers(classeur, onglet);
  if (!dossiers) throw new Error(onglet);
  return lireSuivi(classeur, dossiers, readParametres([["guichet", guichet]]));
}

/** The plan of a préfecture's list of a month. */
export function listeDe(prefecture: Prefecture, mois: string) {
  return planDitp({
    mois,
    prefecture: prefecture.prefecture,
    destinataire: "destinataire@ditp.test",
    guichet: GUICHETS[prefecture.guichet],
    suivi: suiviDe(prefecture),
  });
}
