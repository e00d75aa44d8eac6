import { ajouterColonnes } from "../app/ajouter-colonnes.js";
import type { ColonnesManquantes } from "../app/colonnes-requises.js";
import { type Ports, type Refus, refus } from "../app/ports.js";
import { confirm } from "./dialogues.js";

/**
 * Runs an action of the menu; where columns are missing, offers to add them and runs it again, with them or as the
 * tab is.
 *
 * @param run the action; told whether the columns were offered already
 * @returns a refusal where it can't go on without them
 */
export function avecColonnes<T extends { readonly kind: string }>(
  ports: Ports,
  run: (telQuel: boolean) => T | ColonnesManquantes | Refus,
): T | Refus {
  const result = run(false);
  if (!isColonnes(result)) return result;
  const these = result.champs.length > 1 ? "ces colonnes, vides," : "cette colonne, vide,";
  if (confirm(`${result.message}\n\nAjouter ${these} à droite de votre tableau\u00a0?`)) {
    const added = ajouterColonnes(ports, result.champs);
    if (added.kind === "refus") return added;
  }
  const again = run(true);
  return isColonnes(again) ? refus(`${again.message} Rien n’a été modifié.`) : again;
}

function isColonnes(result: { readonly kind: string }): result is ColonnesManquantes {
  return result.kind === "colonnes";
}
