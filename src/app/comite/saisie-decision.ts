import { type Avis, avisDe } from "../../rules/avis.js";
import type { SaisieDecision } from "../../rules/decision.js";
import type { Faits } from "../../rules/dossier.js";
import { isLaureat } from "../../rules/etat.js";
import type { Proposition } from "./protocole.js";

const DEROGATION = "Dérogation\u00a0: ";
const DEROGATION_LUE = /^Dérogation\s*:\s*([^\n]*)\n?([\s\S]*)$/;

/** The cell `Motif`: an override stands first, on a line of its own, where everybody sees it. */
export function motifEcrit({
  derogation,
  motif,
}: Pick<SaisieDecision, "derogation" | "motif">): string {
  const override = derogation.replace(/\s+/g, " ").trim();
  const lines = [override === "" ? "" : DEROGATION + override, motif.trim()];
  return lines.filter((line) => line !== "").join("\n");
}

/** The cell `Motif` as its two parts. */
function motifLu(cell = ""): Pick<SaisieDecision, "derogation" | "motif"> {
  const [, derogation, motif] = DEROGATION_LUE.exec(cell) ?? [];
  return derogation === undefined
    ? { derogation: "", motif: cell }
    : { derogation: derogation.trim(), motif: (motif ?? "").trim() };
}

/** The decision as the sheet holds it. */
export function decisionLue(faits: Faits): Partial<SaisieDecision> {
  const avis = avisDe(faits.etat);
  return {
    ...(avis && { avis }),
    ...(faits.montant_accorde !== undefined && { montant: faits.montant_accorde }),
    ...(faits.taux_accorde !== undefined && { taux: faits.taux_accorde }),
    exception: faits.exception === true,
    motifException: faits.motif_exception ?? "",
    conditions: faits.conditions ?? "",
    ...motifLu(faits.motif),
  };
}

/** What was prepared in the columns of proposals; nothing where no opinion is. */
export function propositionDe(faits: Faits): Proposition | undefined {
  const { avis_propose, montant_propose, motif = "" } = faits;
  if (avis_propose === undefined) return undefined;
  return {
    avis: avis_propose,
    motif,
    ...(montant_propose !== undefined && { montant: montant_propose }),
  };
}

/** A proposal as a decision to check, with what its row says of exception and conditions. */
export function saisieProposee(faits: Faits, avis: Avis): SaisieDecision {
  const { montant_propose } = faits;
  return {
    avis,
    exception: faits.exception === true,
    motifException: faits.motif_exception ?? "",
    conditions: faits.conditions ?? "",
    ...motifLu(faits.motif),
    ...(montant_propose !== undefined && { montant: montant_propose }),
  };
}

/** Whether the decision was notified, so that it has to be reopened before it changes. */
export function isNotifie({ etat, date_notification }: Faits): boolean {
  return (
    date_notification !== undefined || (etat !== undefined && etat !== "Retenu" && isLaureat(etat))
  );
}

/** Why a dossier's decision can't be taken now, in French; nothing where it can. */
export function obstacleADecider(faits: Faits): string | undefined {
  if (faits.etat === "Abandonné") {
    return "Dossier abandonné\u00a0: changez d’abord son état.";
  }
  return isNotifie(faits)
    ? "Décision déjà notifiée\u00a0: rouvrez-la d’abord, avec un motif."
    : undefined;
}
