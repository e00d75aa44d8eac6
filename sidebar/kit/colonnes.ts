import type { Refus } from "../../src/app/ports.js";
import type { Champ } from "../../src/rules/dossier.js";
import { call } from "./call.js";

/**
 * Adds to the référent's tab the columns that an answer asked for.
 *
 * @returns why they can't be added, in French; nothing once they are there
 * @throws CallFailed
 */
export async function ajouterColonnes(champs: readonly Champ[]): Promise<string | undefined> {
  const answer = await call<{ readonly kind: "fait" } | Refus>("apiSuitesColonnes", { champs });
  return answer.kind === "refus" ? answer.message : undefined;
}
