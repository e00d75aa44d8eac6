import type { DocumentId } from "../../../../src/rules/citation";
import type { Champ, Dossier, Faits } from "../../../../src/rules/dossier";
import type { Gravite, Issue } from "../../../../src/rules/motif";
import type { NomComplet } from "../dossiers";

/** One row of a table: a complete dossier, what changes in it, and what the guichet then says. */
export interface Cas {
  /** Document and section of the rule, and what the case shows. */
  readonly regle: string;
  readonly dossier: NomComplet;
  /** Facts that change; `undefined` takes one away. */
  readonly faits?: Partial<Faits>;
  readonly reglages?: Readonly<Record<string, number | string>>;
  readonly sansColonnes?: readonly Champ[];
  readonly illisibles?: Dossier["illisibles"];
  /** `CODE.cas` of the reason, its weight and the document it cites (none for rules of our own). */
  readonly motif?: readonly [
    key: string,
    gravite: Exclude<Gravite, "verifie">,
    document?: DocumentId,
  ];
  /** The code of which nothing is said: the other side of the rule. */
  readonly sans?: string;
  /** The outcome, where it is not the one the reason alone would give. */
  readonly issue?: Issue;
}

/** The outcome that a reason alone gives; without one, the dossier stays `Éligible`. */
export const ISSUE_DU_MOTIF: Readonly<Record<Exclude<Gravite, "verifie">, Issue>> = {
  bloquant: "Inéligible",
  a_verifier: "À vérifier",
  avertissement: "Éligible",
};
