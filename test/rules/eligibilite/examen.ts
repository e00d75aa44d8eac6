import { CHAMPS } from "../../../src/dossiers/champs";
import { GUICHETS } from "../../../src/guichets/index";
import type { Champ, Dossier, Faits } from "../../../src/rules/dossier";
import { examiner, type Verdict } from "../../../src/rules/eligibilite/index";
import type { GuichetId } from "../../../src/rules/guichet";
import { applyReglages } from "../../../src/rules/reglages";
import type { Theme } from "../../../src/rules/theme";

export interface Essai {
  readonly guichet: GuichetId;
  readonly faits: Faits;
  /** The préfecture's settings, by key. */
  readonly reglages?: Readonly<Record<string, number | string>>;
  /** Fields that the sheet has no column for. */
  readonly sansColonnes?: readonly Champ[];
  readonly illisibles?: Dossier["illisibles"];
}

/** The verdict on facts whose theme is already canonical, in a sheet that has every other column. */
export function examine(essai: Essai): Verdict {
  const { faits, sansColonnes = [], reglages = {}, illisibles = [] } = essai;
  const guichet = applyReglages(GUICHETS[essai.guichet], new Map(Object.entries(reglages)));
  const colonnes = new Set(Object.keys(CHAMPS) as Champ[]);
  for (const champ of sansColonnes) colonnes.delete(champ);
  return examiner(guichet, faits.theme as Theme | undefined, { faits, colonnes, illisibles });
}

/** A copy of some facts without one of them. */
export function sans(faits: Faits, champ: Champ): Faits {
  const { [champ]: _, ...rest } = faits;
  return rest;
}
