import type { WorkbookSnapshot } from "../../local/engine/snapshot.js";
import type { Complement } from "../../local/load-dist.js";
import { type Mesure, parcours } from "./parcours.js";

const MENSUEL = "DITP 2021-06";

/** Reports of a period besides the monthly list, with one to make. */
const PERIODES = [
  ["Compte rendu trimestriel (IDF)", "Trimestre DITP", "2021-T2"],
  ["Liste Démat.ADS du mois (IDF)", "Démat.ADS", "2021-06"],
  ["Propositions au comité régional (Marne)", "Propositions", "2021-06"],
  ["Lauréats à publier", "Publication", "2021-06"],
  ["Données ouvertes (SCDL)", "SCDL", "2021-06"],
] as const;

/**
 * What reports cost, and what is done with them, one after the other in one workbook.
 *
 * @param snapshot an installed workbook with companies and progress
 */
export function coutRapports(dist: Complement, snapshot: WorkbookSnapshot): readonly Mesure[] {
  const { fait } = parcours(dist, snapshot);
  const mensuel = (mois: string) => fait("apiRapportDitp", { mois, telQuel: true }).appels;
  const mesures: Mesure[] = [
    { titre: "Rapport mensuel DITP", appels: mensuel("2021-06"), limite: 40 },
    { titre: "Rapport, refait", appels: mensuel("2021-06"), limite: 40 },
    {
      titre: "Préparer l’envoi",
      appels: fait("apiEnvoiPreparer", { onglet: MENSUEL }, "prêt").appels,
    },
    {
      titre: "Marquer comme transmis",
      appels: fait("apiMarquerTransmis", { onglet: MENSUEL }).appels,
    },
    { titre: "Rapport, après un envoi", appels: mensuel("2021-07"), limite: 40 },
  ];
  for (const [titre, rapport, periode] of PERIODES) {
    mesures.push({ titre, appels: fait("apiRapport", { rapport, periode, telQuel: true }).appels });
  }
  for (const titre of ["Tableau de bord", "Tableau de bord, refait"]) {
    mesures.push({ titre, appels: fait("apiTableauDeBord").appels });
  }
  return mesures;
}
