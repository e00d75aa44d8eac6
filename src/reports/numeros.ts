import type { DossierSuivi } from "./suivi.js";

/** What a dossier goes by: its number, else its row. */
export function numeroOuLigne({ dossier, ligne }: Pick<DossierSuivi, "dossier" | "ligne">): string {
  return dossier.faits.numero ?? `ligne ${ligne}`;
}
