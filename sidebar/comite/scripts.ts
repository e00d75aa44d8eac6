import type {
  DemandeAgenda,
  DemandeAnnulation,
  DemandeColonnes,
  DemandeComite,
  DemandeDecision,
  DemandeNotes,
  DemandeReouverture,
  DemandeRetablissement,
  DemandeValidation,
  EtatComite,
  FicheDossier,
  ModificationComite,
  ResultatAgenda,
  ResultatAnnulationComite,
  ResultatColonnes,
  ResultatComites,
  ResultatDecision,
  ResultatNotes,
  ResultatReouverture,
  ResultatValidation,
  SelectionComite,
} from "../../src/app/comite/protocole.js";
import { call } from "../kit/call.js";

/** The script's entries that this page calls, with what they take and give. */
export const script = {
  ouvrir: () => call<EtatComite>("apiComiteOuvrir"),
  selection: () => call<SelectionComite>("apiComiteSelection"),
  colonnes: (demande: DemandeColonnes) => call<ResultatColonnes>("apiComiteColonnes", demande),
  creer: (demande: DemandeComite) => call<ResultatComites>("apiComiteCreer", demande),
  modifier: (demande: ModificationComite) => call<ResultatComites>("apiComiteModifier", demande),
  retablir: (demande: DemandeRetablissement) => call<ResultatComites>("apiComiteRetablir", demande),
  dossier: (numero: string, comite: string) =>
    call<FicheDossier>("apiComiteDossier", { numero, comite }),
  decider: (demande: DemandeDecision) => call<ResultatDecision>("apiComiteDecider", demande),
  noter: (demande: DemandeNotes) => call<ResultatNotes>("apiComiteNoter", demande),
  annuler: (demande: DemandeAnnulation) =>
    call<ResultatAnnulationComite>("apiComiteAnnuler", demande),
  rouvrir: (demande: DemandeReouverture) => call<ResultatReouverture>("apiComiteRouvrir", demande),
  proposer: (demande: DemandeAgenda) => call<ResultatAgenda>("apiComiteProposer", demande),
  valider: (demande: DemandeValidation) => call<ResultatValidation>("apiComiteValider", demande),
};

/** An answer that is no success: its words say why, and what stands meanwhile. */
type Refusee =
  | { readonly kind: "refusee"; readonly raisons: readonly string[] }
  | { readonly kind: string; readonly message: string; readonly ecarts?: readonly string[] };

/** The words of an answer that is no success. */
export function wordsOf(answer: Refusee): string {
  if ("raisons" in answer) return answer.raisons.join("\n");
  return [answer.message, ...(answer.ecarts ?? [])].join("\n");
}
