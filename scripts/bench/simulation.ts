import type { WorkbookSnapshot } from "../../local/engine/snapshot.js";
import type { Complement } from "../../local/load-dist.js";
import { BLOCS_MAX } from "../../src/app/blocs.js";
import { AGRANDIR, type Mesure, parcours } from "./parcours.js";

const NOM = "Prudent";

/** What a scenario over every dossier still to be decided costs. */
export function coutSimulation(dist: Complement, installed: WorkbookSnapshot): readonly Mesure[] {
  const { fait } = parcours(dist, installed);
  const opened = fait("apiSimulationOuvrir", {}, "ouvert");
  const { dossiers } = opened.reponse as { dossiers: readonly { numero: string }[] };
  const scenario = {
    nom: NOM,
    guichet: "HDF",
    objectif: "Dossiers",
    enveloppe: 5_000_000,
    lignes: dossiers.map(({ numero }, index) =>
      index % 2 === 0
        ? { numero, choix: "Retenu", montant: 1_000_000 + index }
        : { numero, choix: "Écarté" },
    ),
  };
  const save = () => fait("apiSimulationEnregistrer", scenario);
  save();
  const again = save();
  const undone = fait("apiSimulationAnnuler", { lot: again.reponse.lot }).appels;
  fait("apiSimulationColonnes");
  const propose = (apercu: boolean) =>
    fait(
      "apiSimulationProposer",
      { nom: NOM, autres: "ajourné", apercu },
      apercu ? "apercu" : "fait",
    ).appels;
  return [
    { titre: "Simulation, ouverture", appels: opened.appels },
    { titre: "Simulation, enregistrer un scénario", appels: again.appels, ecart: AGRANDIR },
    { titre: "Simulation, scénario annulé", appels: undone, ecart: AGRANDIR },
    { titre: "Simulation, propositions, aperçu", appels: propose(true) },
    {
      titre: "Simulation, propositions écrites",
      appels: propose(false),
      ecart: { appels: BLOCS_MAX + AGRANDIR.appels, raison: "blocs de lignes voisines" },
    },
    {
      titre: "Simulation, supprimer un scénario",
      appels: fait("apiSimulationSupprimer", { nom: NOM }).appels,
      ecart: AGRANDIR,
    },
  ];
}
