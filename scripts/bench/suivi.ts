import type { WorkbookSnapshot } from "../../local/engine/snapshot.js";
import type { Complement } from "../../local/load-dist.js";
import { avecReglages } from "./classeur.js";
import { numero } from "./dossiers.js";
import { AGRANDIR, type Mesure, parcours } from "./parcours.js";

/** Two lauréats: the first entry may also make a tab. */
const [PREMIER, SECOND] = [numero(2), numero(4)];

/** What the sidebar of lauréats costs on an installed workbook. */
export function coutSuivi(dist: Complement, installed: WorkbookSnapshot): readonly Mesure[] {
  const { fait } = parcours(
    dist,
    avecReglages(installed, [["evaluation.impact", "Impact constaté"]]),
  );
  /** The second time, once the tabs are there. */
  const second = (entree: string, demande: object) => {
    fait(entree, { numero: PREMIER, ...demande });
    return fait(entree, { numero: SECOND, ...demande }).appels;
  };
  return [
    { titre: "Suivi des lauréats, ouverture", appels: fait("apiSuiviOuvrir", {}, "ouvert").appels },
    {
      titre: "Suivi, un état d’avancement",
      ecart: AGRANDIR,
      appels: second("apiSuiviAvancement", {
        date: "2021-07-10",
        statut: "En cours",
        pourcentage: 4_000,
        commentaire: "maquettes validées",
      }),
    },
    {
      titre: "Suivi, une entreprise",
      ecart: AGRANDIR,
      appels: second("apiSuiviEntreprise", {
        entreprise: "Atelier du Web",
        siret: "",
        objet: "Site",
        departement: "2A",
        montant: 120_050,
      }),
    },
    {
      titre: "Suivi, une échéance passée",
      ecart: AGRANDIR,
      appels: second("apiSuiviReporter", { echeance: "2021-10-06", motif: "Élections" }),
    },
    {
      titre: "Suivi, une évaluation",
      ecart: AGRANDIR,
      appels: second("apiSuiviEvaluation", {
        notes: [{ code: "impact", note: 2, commentaire: "net" }],
      }),
    },
    { titre: "Suivi, une saisie annulée", appels: fait("apiSuiviAnnuler").appels, ecart: AGRANDIR },
    { titre: "Synthèse des évaluations", appels: fait("apiSuiviEvaluations").appels },
    { titre: "Relances du jour", appels: fait("apiSuiviRelances").appels },
  ];
}
