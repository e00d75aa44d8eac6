import type { Cell } from "../dossiers/cell.js";
import { quoted } from "../dossiers/text.js";
import { readEtat } from "../dossiers/vocabulary.js";
import { type Etat, isLaureat } from "../rules/etat.js";
import type { Contradiction } from "./protocole.js";
import { texteDe } from "./valeurs.js";

/** What a state decides: for, against, or nothing yet. */
function sensOf(etat: Etat | undefined): "pour" | "contre" | "rien" {
  if (etat === undefined) return "rien";
  if (isLaureat(etat)) return "pour";
  return etat === "Non retenu" || etat === "Sans suite" ? "contre" : "rien";
}

const etatOf = (cell: Cell | undefined): Etat | undefined => {
  const reading = readEtat(cell ?? "");
  return reading.ok ? reading.value : undefined;
};

/**
 * Whether the platform's state and the sheet's decision say opposite things: accepted there and refused
 * here, decided there and not here, or reopened there after a decision. Shown, never applied. A decision
 * that the platform has not heard of yet is no contradiction, nor is a grant given up afterwards.
 *
 * @param avant the platform's state at the last import
 */
export function contradictionDe({
  numero,
  porteur,
  plateforme,
  avant,
  decision,
}: {
  readonly numero: string;
  readonly porteur: string;
  readonly plateforme: Cell | undefined;
  readonly avant: Cell | undefined;
  readonly decision: Cell | undefined;
}): Contradiction | undefined {
  const there = etatOf(plateforme);
  const here = etatOf(decision);
  const said = sensOf(there);
  const decided = sensOf(here);
  if (!there || here === "Abandonné" || said === decided) return undefined;
  const reopened = said === "rien" && sensOf(etatOf(avant)) !== "rien";
  if (said === "rien" && !reopened) return undefined;
  const platform = texteDe(plateforme ?? "");
  const sheet = texteDe(decision ?? "");
  return {
    numero,
    porteur,
    plateforme: platform,
    decision: sheet,
    message: reopened
      ? `Revenu à ${quoted(platform)} sur la plateforme, mais ${quoted(sheet)} dans votre suivi\u00a0: la décision n’est pas modifiée.`
      : decided === "rien"
        ? `${quoted(platform)} sur la plateforme, sans décision dans votre suivi${sheet === "" ? "" : ` (${quoted(sheet)})`}\u00a0: à vous de l’enregistrer.`
        : `${quoted(platform)} sur la plateforme, mais ${quoted(sheet)} dans votre suivi\u00a0: la décision n’est pas modifiée.`,
  };
}
