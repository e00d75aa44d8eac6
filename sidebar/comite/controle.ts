import { phraseDecision } from "../../src/dossiers/phrases-decision.js";
import {
  type CodeDecision,
  type EffetEnveloppe,
  type SaisieDecision,
  verifierDecision,
} from "../../src/rules/decision.js";
import { type Brouillon, type Fiche, lireBrouillon } from "./brouillon.js";

/** A field of the form, or a score's: `note-CODE`. */
type NomChamp = string;

/** Something to mend before the decision can be recorded. */
export interface Manque {
  readonly champ: NomChamp;
  readonly phrase: string;
}

/** What the form's contents amount to. */
export interface Controle {
  /** Nothing as long as something is missing or wrong. */
  readonly saisie?: SaisieDecision;
  readonly notes: ReturnType<typeof lireBrouillon>["notes"];
  /** What can't be read, by field. */
  readonly erreurs: Readonly<Record<NomChamp, string>>;
  readonly manques: readonly Manque[];
  readonly avertissements: readonly string[];
  readonly enveloppe?: EffetEnveloppe;
}

/** The field where each refusal is mended; the amount where it is not named here. */
const CHAMPS: Partial<Readonly<Record<CodeDecision, NomChamp>>> = {
  EXCEPTION_NON_PREVUE: "exception",
  EXCEPTION_SANS_MOTIF: "motifException",
  MOTIF_ABSENT: "motif",
  DEROGATION_ABSENTE: "derogation",
};

type Cadre = Pick<Fiche, "cadre" | "noteMax">;

/** Checks what is typed with the rule that the script will check it with. */
export function controler({ cadre, noteMax }: Cadre, brouillon: Brouillon): Controle {
  const { saisie, notes, erreurs } = lireBrouillon(brouillon, noteMax);
  const unread = Object.entries(erreurs).map(([champ, phrase]) => ({
    champ,
    phrase: `${champ === "montant" ? "Montant" : champ === "taux" ? "Taux" : "Note"}\u00a0: ${phrase}`,
  }));
  if (brouillon.avis === "") {
    const manques = [{ champ: "avis", phrase: "Choisissez un avis." }, ...unread];
    return { notes, erreurs, manques, avertissements: [] };
  }
  if (!saisie) return { notes, erreurs, manques: unread, avertissements: [] };
  const { refus, avertissements, enveloppe } = verifierDecision(cadre, saisie);
  const manques = [
    ...unread,
    ...refus.map((constat) => ({
      champ: CHAMPS[constat.code] ?? "montant",
      phrase: phraseDecision(constat),
    })),
  ];
  return {
    ...(manques.length === 0 && { saisie }),
    notes,
    erreurs,
    manques,
    avertissements: avertissements.map(phraseDecision),
    ...(enveloppe && { enveloppe }),
  };
}
