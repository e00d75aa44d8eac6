import type {
  DemandeDecision,
  EtatComite,
  FicheDossier,
  ResultatDecision,
  ResultatValidation,
} from "../../src/app/comite/protocole.js";
import { call } from "../kit/call.js";

/** What an action answers: what was done, or why not. */
export interface Reponse {
  readonly kind: string;
  readonly message?: string;
}

export interface DemandeComite {
  readonly nom: string;
  readonly date: string;
  readonly presents: string;
}

/** The script's entries that this page calls, with what they take and give. */
export const script = {
  ouvrir: (comite: string) => call<EtatComite>("apiComiteOuvrir", comite ? { comite } : {}),
  colonnes: () => call<Reponse>("apiComiteColonnes"),
  creer: (demande: DemandeComite) => call<Reponse>("apiComiteCreer", demande),
  modifier: (demande: DemandeComite) => call<Reponse>("apiComiteModifier", demande),
  dossier: (numero: string, comite: string) =>
    call<FicheDossier>("apiComiteDossier", { numero, comite }),
  decider: (demande: DemandeDecision) => call<ResultatDecision>("apiComiteDecider", demande),
  noter: (numero: string, comite: string, notes: DemandeDecision["notes"]) =>
    call<Reponse>("apiComiteNoter", { numero, comite, notes }),
  annuler: (lot: string | undefined) => call<Reponse>("apiComiteAnnuler", { lot }),
  rouvrir: (numero: string, motif: string) => call<Reponse>("apiComiteRouvrir", { numero, motif }),
  proposer: (numeros: readonly string[], comite: string) =>
    call<Reponse>("apiComiteProposer", { numeros, comite }),
  valider: (comite: string, apercu: boolean, numeros?: readonly string[]) =>
    call<ResultatValidation>("apiComiteValider", { comite, apercu, numeros }),
};
