import type { Kind } from "./champs.js";

/** One column of a tab: header, kind, validation list. */
export interface Colonne {
  readonly nom: string;
  readonly titre: string;
  readonly kind: Kind;
  readonly liste?: readonly string[];
  readonly largeur?: number;
}

/** A tab of the workbook, as the contract of the workbook describes it. */
export interface Onglet {
  readonly nom: string;
  readonly colonnes: readonly Colonne[];
  /** Only warns who edits it: scripts run with the user's own rights. */
  readonly protege?: string;
}

/** A column, of text where nothing else is said. */
export function column(
  nom: string,
  titre: string,
  kind: Kind = "text",
  extra: Partial<Colonne> = {},
): Colonne {
  return { nom, titre, kind, ...extra };
}

/** The key that joins every tab to a dossier. */
export const NUMERO = column("numero", "N° dossier");
