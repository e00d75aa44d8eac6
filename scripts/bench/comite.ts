import type { WorkbookSnapshot } from "../../local/engine/snapshot.js";
import type { Complement } from "../../local/load-dist.js";
import { numero } from "./dossiers.js";
import { type Mesure, parcours } from "./parcours.js";

export const COMITE = { nom: "Comité", date: "2021-07-16", presents: "" };

/** A decision as the page of the committee asks for it, from what it was shown. */
export function demandeDecision(
  id: string,
  { vu, acquis }: Readonly<Record<string, unknown>>,
  decision: object = AJOURNEMENT,
  notes: readonly object[] = [],
) {
  return { numero: id, comite: COMITE.nom, vu, acquis, decision: { ...VIDE, ...decision }, notes };
}

const VIDE = { exception: false, motifException: "", motif: "", conditions: "", derogation: "" };

const AJOURNEMENT = { avis: "ajourné", motif: "devis à revoir" };

const RETENU = { avis: "favorable", montant: 1_000_000, derogation: "essai de charge" };

const NOTES = [{ code: "constat", note: 3, justification: "" }];

/** A committee about to decide. */
function seance(dist: Complement, installed: WorkbookSnapshot) {
  const { fait } = parcours(dist, installed);
  fait("apiComiteColonnes");
  fait("apiComiteCreer", COMITE);
  const decide = (rank: number, decision: object, notes: readonly object[] = []) => {
    const id = numero(rank);
    const shown = fait("apiComiteDossier", { numero: id, comite: COMITE.nom }, "dossier");
    const demande = demandeDecision(id, shown.reponse, decision, notes);
    return { shown, decided: fait("apiComiteDecider", demande).appels };
  };
  return { fait, decide };
}

/** What a committee costs: its agenda, a dossier at a glance, decisions, taking one back. */
export function coutComite(dist: Complement, installed: WorkbookSnapshot): readonly Mesure[] {
  const { fait, decide } = seance(dist, installed);
  const agenda = fait("apiComiteOuvrir", {}, "ouvert").appels;
  const { shown, decided } = decide(1, AJOURNEMENT);
  const scored = decide(5, AJOURNEMENT, NOTES).decided;
  const granted = decide(7, RETENU, NOTES).decided;
  return [
    { titre: "Comité, ordre du jour", appels: agenda, limite: 12 },
    { titre: "Comité, un dossier", appels: shown.appels, limite: 12 },
    { titre: "Comité, une décision", appels: decided, limite: 12 },
    { titre: "Comité, décision et note", appels: scored, limite: 12 },
    { titre: "Comité, montant et note", appels: granted, limite: 12 },
    { titre: "Comité, décision annulée", appels: fait("apiComiteAnnuler").appels },
  ];
}

/**
 * Decisions where the référent's own columns stand apart, a day among them that was never formatted: a write
 * for each run of columns, two calls for the format.
 */
export function coutComiteDisperse(
  dist: Complement,
  installed: WorkbookSnapshot,
): readonly Mesure[] {
  const { decide } = seance(dist, installed);
  const decided = decide(1, AJOURNEMENT).decided;
  const scored = decide(5, AJOURNEMENT, NOTES).decided;
  return [
    { titre: "Décision, colonnes éparses", appels: decided, limite: 16 },
    { titre: "Décision et note, éparses", appels: scored, limite: 16 },
  ];
}
