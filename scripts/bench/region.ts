import type { WorkbookSnapshot } from "../../local/engine/snapshot.js";
import type { Complement } from "../../local/load-dist.js";
import { tablesOf } from "../../local/tables.js";
import { AGRANDIR, type Mesure, parcours } from "./parcours.js";

const DEPARTEMENT = "77";

/** What a region's workbook costs, where a département brings all the dossiers of a workbook. */
export function coutRegion(dist: Complement, departement: WorkbookSnapshot): readonly Mesure[] {
  const onglets = tablesOf(departement).onglets.filter(({ nom }) => nom !== "Paramètres");
  const { fait } = parcours(dist);
  fait("apiInstaller", { guichet: "IDF-V1" });
  const consolider = () =>
    fait("apiRegionConsolider", { onglets, departement: DEPARTEMENT, apercu: false }).appels;
  const mouvement = () =>
    fait("apiRegionMouvement", {
      date: "2021-09-10",
      de: "78",
      vers: DEPARTEMENT,
      montant: 1_000_000,
      motif: "sous-consommation",
      apercu: false,
    }).appels;
  const first = consolider();
  const again = consolider();
  mouvement();
  return [
    { titre: "Région, consolider un département", appels: first, ecart: AGRANDIR },
    { titre: "Région, le même à nouveau", appels: again, ecart: AGRANDIR },
    { titre: "Région, ouverture", appels: fait("apiRegionOuvrir", {}, "ouvert").appels },
    { titre: "Région, un mouvement", appels: mouvement(), ecart: AGRANDIR },
    { titre: "Suivi régional", appels: fait("apiRegionSuivi").appels },
  ];
}
