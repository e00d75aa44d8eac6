import { CHAMPS } from "../../dossiers/champs.js";
import { quoted } from "../../dossiers/text.js";
import type { Contenu } from "../../reports/plan.js";
import { ETAT_PAR_AVIS } from "../../rules/avis.js";
import { eurosOf } from "../../rules/cents.js";
import type { Day } from "../../rules/day.js";
import type { ControleDecision, SaisieDecision } from "../../rules/decision.js";
import type { Champ } from "../../rules/dossier.js";
import { shareOf } from "../../rules/points.js";
import type { Ecriture } from "../plan-enregistrement.js";
import type { LigneSeance, Seance } from "./lire-seance.js";
import { celluleDe } from "./montrer.js";
import { motifEcrit } from "./saisie-decision.js";

/** A decision that was checked, and the committee that takes it. */
export interface DecisionControlee {
  readonly saisie: SaisieDecision;
  readonly controle: ControleDecision;
  readonly comite: { readonly nom: string; readonly date: Day };
}

/**
 * The cells a decision writes: those alone that do not say it yet, so that a référent's own wording of the
 * same state stands. A former amount, rate or exception goes with an opinion that is no longer favourable.
 */
export function ecrituresDecision(
  seance: Seance,
  ligne: LigneSeance,
  { saisie, controle, comite }: DecisionControlee,
): readonly Ecriture[] {
  const { montant, taux } = controle;
  const exceptional = saisie.avis === "favorable" && saisie.exception;
  const wanted: Partial<Record<Champ, Contenu>> = {
    etat: ETAT_PAR_AVIS[saisie.avis],
    comite: comite.nom,
    montant_accorde: montant > 0 ? eurosOf(montant) : "",
    taux_accorde: taux === undefined ? "" : shareOf(taux),
    ...exceptionEcrite(ligne, exceptional),
    motif_exception: exceptional ? saisie.motifException.trim() : "",
    conditions: saisie.conditions.trim(),
    motif: motifEcrit({
      motif: saisie.motif,
      derogation: saisie.avis === "favorable" ? saisie.derogation : "",
    }),
    date_decision: { jour: comite.date },
  };
  return (Object.entries(wanted) as [Champ, Contenu][])
    .filter(([champ, apres]) => isWritten(seance, ligne, champ, apres))
    .map(([champ, apres]) => ({ numero: ligne.numero, champ, apres }));
}

/** `Non` takes the place of a former `Oui`; a cell that never said anything is left empty. */
function exceptionEcrite(
  { dossier }: LigneSeance,
  exceptional: boolean,
): { readonly exception?: Contenu } {
  if (exceptional) return { exception: "Oui" };
  return dossier.faits.exception === true ? { exception: "Non" } : {};
}

/** Whether a field has a column and its cell does not read as the wanted value yet. */
function isWritten(seance: Seance, ligne: LigneSeance, champ: Champ, apres: Contenu): boolean {
  if (!seance.onglet.entetes.colonnes.has(champ)) return false;
  const now = CHAMPS[champ].lire(celluleDe(seance, ligne, champ));
  if (!now.ok) return true;
  if (typeof apres === "object") return !("jour" in apres) || now.value !== apres.jour;
  const wanted = CHAMPS[champ].lire(apres);
  return !wanted.ok || wanted.value !== now.value;
}

/** What is said of cells left alone because they hold a formula of the référent's. */
export function avertirFormules(
  laissees: readonly { readonly numero: string; readonly champ: Champ }[],
): string {
  if (laissees.length === 0) return "";
  const titles = [...new Set(laissees.map(({ champ }) => quoted(CHAMPS[champ].titre)))].join(", ");
  return ` Attention\u00a0: votre formule a été conservée dans ${titles}, cette valeur n’y est pas écrite.`;
}
