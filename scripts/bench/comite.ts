import type { WorkbookSnapshot } from "../../local/engine/snapshot.js";
import type { Complement } from "../../local/load-dist.js";
import { numero } from "./dossiers.js";
import { type Mesure, parcours } from "./parcours.js";

export const COMITE = { nom: "Comité", date: "2021-07-16", presents: "" };

/** An adjournment of a dossier as the page of the committee asks for it. */
export function demandeDecision(id: string, vu: unknown, notes: readonly object[] = []) {
  return {
    numero: id,
    comite: COMITE.nom,
    vu,
    decision: {
      avis: "ajourné",
      exception: false,
      motifException: "",
      motif: "devis à revoir",
      conditions: "",
      derogation: "",
    },
    notes,
  };
}

/** What a committee costs: its agenda, a dossier at a glance, a decision with a score, taking it back. */
export function coutComite(dist: Complement, installed: WorkbookSnapshot): readonly Mesure[] {
  const { fait } = parcours(dist, installed);
  fait("apiComiteColonnes");
  fait("apiComiteCreer", COMITE);
  const agenda = fait("apiComiteOuvrir", {}, "ouvert");
  const decide = (id: string) => {
    const shown = fait("apiComiteDossier", { numero: id, comite: COMITE.nom }, "dossier");
    const notes = [{ code: "constat", note: 3, justification: "" }];
    return {
      shown,
      decided: fait("apiComiteDecider", demandeDecision(id, shown.reponse.vu, notes)),
    };
  };
  // The first decision also makes the tab that undoing needs.
  decide(numero(1));
  const { shown, decided } = decide(numero(5));
  return [
    { titre: "Comité, ordre du jour", appels: agenda.appels, limite: 12 },
    { titre: "Comité, un dossier", appels: shown.appels, limite: 13 },
    { titre: "Comité, une décision", appels: decided.appels, limite: 40 },
    { titre: "Comité, décision annulée", appels: fait("apiComiteAnnuler").appels },
  ];
}
